package org.surety.priorities.minimum;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.kit.run.Migrating;
import org.surety.priorities.coverage.CoverageUpkeep;
import org.surety.priorities.situation.SituationChanged;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Looks at all minima now and then, and when a situation was acted on: what changes by the day, or by a situation, touches no row of
 * coverage.
 */
@ApplicationScoped
class MinimumClock {

    private static final Logger LOG = Logger.getLogger(MinimumClock.class);

    private final Database database;
    private final CoverageUpkeep coverage;
    private final MinimumWatch watch;
    private final Migrating migrating;
    private final Duration every;
    private final CountDownLatch stopped = new CountDownLatch(1);

    MinimumClock(Database database, CoverageUpkeep coverage, MinimumWatch watch, Migrating migrating,
            @ConfigProperty(name = "surety.coverage.look-every", defaultValue = "1M") Duration every) {
        this.database = database;
        this.coverage = coverage;
        this.watch = watch;
        this.migrating = migrating;
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        if (!migrating.isActive()) {
            Thread thread = new Thread(this::run, "coverage-minima");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run() {
        try {
            while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void acted(@Observes(during = TransactionPhase.AFTER_SUCCESS) SituationChanged situation) {
        attempt();
    }

    private void attempt() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warnf("Minima of coverage are looked at again later: %s", e);
        }
    }

    void look() {
        SystemViewer.transaction(() -> database.run(connection -> {
            coverage.lock(connection);
            watch.all(connection);
        }));
    }
}
