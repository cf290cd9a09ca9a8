package org.surety.commitments.review;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.surety.commitments.act.OpenActs;
import org.surety.commitments.commitment.CommitmentActs;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.run.Migrating;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Judges acts without authority again when something has become known of their persons. Which are due stands in the database, so any
 * replica takes the next one; now and then all are due, so that nothing rests on one notice.
 */
@ApplicationScoped
class ActReview {

    private static final Logger LOG = Logger.getLogger(ActReview.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final CommitmentActs acts;
    private final OpenActs openActs;
    private final Migrating migrating;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;
    private long sweptAt = System.nanoTime() - SWEEP.toNanos();

    ActReview(CommitmentActs acts, OpenActs openActs, Migrating migrating, Clock clock) {
        this.acts = acts;
        this.openActs = openActs;
        this.migrating = migrating;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!migrating.isActive()) {
            thread = new Thread(this::work, "act-review");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private void work() {
        try {
            do {
                try {
                    sweep();
                    while (stopped.getCount() > 0 && reviewed()) {
                        // the next one
                    }
                } catch (RuntimeException e) {
                    LOG.warnf("The review of acts pauses: %s", e.getMessage());
                }
            } while (!stopped.await(POLL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false when nothing is due, or not enough is known for it */
    private boolean reviewed() {
        OpenActs.OpenAct next = SystemViewer.transaction(openActs::take);
        return next != null && SystemViewer.transaction(() -> acts.review(next, LocalDate.now(clock)));
    }

    private void sweep() {
        if (System.nanoTime() - sweptAt >= SWEEP.toNanos()) {
            SystemViewer.transaction(openActs::allDue);
            sweptAt = System.nanoTime();
        }
    }
}
