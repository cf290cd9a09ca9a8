package org.surety.commitments.review;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.jboss.logging.Logger;
import org.surety.commitments.act.ActedRecord;
import org.surety.commitments.act.ActedRecords;
import org.surety.commitments.act.OpenActs;
import org.surety.commitments.authority.Judge;
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

    private final Map<ActedRecord, ActedRecords> records = new EnumMap<>(ActedRecord.class);
    private final OpenActs openActs;
    private final Judge judge;
    private final Migrating migrating;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;
    private long sweptAt = System.nanoTime() - SWEEP.toNanos();

    ActReview(@Any Instance<ActedRecords> records, OpenActs openActs, Judge judge, Migrating migrating, Clock clock) {
        records.forEach(each -> this.records.put(each.kind(), each));
        this.openActs = openActs;
        this.judge = judge;
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
        return next != null && SystemViewer.transaction(() -> reviewed(next));
    }

    private boolean reviewed(OpenActs.OpenAct next) {
        // Before the lock: whoever brings what is missing may wait for it.
        if (!judge.isInformed()) {
            return false;
        }
        if (openActs.lock(next.act())) {
            if (records.get(next.kind()).judgeAgain(next, LocalDate.now(clock)).holds()) {
                openActs.settle(next.act());
            } else {
                openActs.leaveOpen(next.act());
            }
        }
        return true;
    }

    private void sweep() {
        if (System.nanoTime() - sweptAt >= SWEEP.toNanos()) {
            SystemViewer.transaction(openActs::allDue);
            sweptAt = System.nanoTime();
        }
    }
}
