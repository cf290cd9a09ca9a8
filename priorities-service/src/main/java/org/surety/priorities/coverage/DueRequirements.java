package org.surety.priorities.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jboss.logging.Logger;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.kit.run.Migrating;
import org.surety.priorities.minimum.MinimumWatch;
import org.surety.priorities.requirement.RequirementChanged;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Assesses again what contributes to a requirement of which something changed. That it is due stands in the database with the change
 * itself; it is done right after the commit, and by any replica within a second when that failed.
 */
@ApplicationScoped
class DueRequirements {

    private static final Logger LOG = Logger.getLogger(DueRequirements.class);

    private static final String NOTE = "insert into coverage_due (requirement_id) values (?) on conflict do nothing";

    private static final String LOOK = "select requirement_id from coverage_due limit 1";

    private static final String TAKE = "delete from coverage_due returning requirement_id";

    private final Database database;
    private final CoverageUpkeep coverage;
    private final TouchedRequirements touched;
    private final MinimumWatch minima;
    private final CoverageMarks marks;
    private final Clock clock;
    private final Migrating migrating;
    private final CountDownLatch stopped = new CountDownLatch(1);

    DueRequirements(Database database, CoverageUpkeep coverage, TouchedRequirements touched, MinimumWatch minima,
            CoverageMarks marks, Clock clock, Migrating migrating) {
        this.database = database;
        this.coverage = coverage;
        this.touched = touched;
        this.minima = minima;
        this.marks = marks;
        this.clock = clock;
        this.migrating = migrating;
    }

    void start(@Observes StartupEvent event) {
        if (!migrating.isActive()) {
            Thread thread = new Thread(this::run, "coverage-due");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    void note(@Observes RequirementChanged changed) {
        database.run(connection -> Database.update(connection, NOTE, changed.id()));
    }

    void settle(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequirementChanged changed) {
        settle();
    }

    private void run() {
        try {
            while (!stopped.await(1, TimeUnit.SECONDS)) {
                settle();
                follow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            marks.follow(LocalDate.now(clock));
        } catch (RuntimeException e) {
            LOG.debugf("The mark of coverage follows the day a second later: %s", e);
        }
    }

    private void settle() {
        try {
            SystemViewer.transaction(() -> database.run(connection -> {
                if (Database.first(connection, LOOK, row -> row.getObject(1, UUID.class)) != null) {
                    coverage.lock(connection);
                    List<UUID> due = Database.list(connection, TAKE, row -> row.getObject(1, UUID.class));
                    coverage.requirements(due);
                    due.addAll(touched.take());
                    minima.changed(connection, due);
                }
            }));
        } catch (RuntimeException e) {
            LOG.debugf("Coverage of changed requirements is assessed a second later: %s", e);
        }
    }
}
