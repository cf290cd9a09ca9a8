package org.surety.release.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.kit.run.Migrating;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Keeps the record of reads small: months that are over for longer than the owner of the database keeps them are dropped, and the tables of
 * months to come are made. Any replica does; the database lets one at a time and knows the term.
 */
@ApplicationScoped
class ReadMonths {

    private static final Logger LOG = Logger.getLogger(ReadMonths.class);

    private static final String KEEP = "select keep_months_of_reads()";

    private final Database database;
    private final AuditConfig config;
    private final Migrating migrating;
    private ScheduledExecutorService clock;

    ReadMonths(Database database, AuditConfig config, Migrating migrating) {
        this.database = database;
        this.config = config;
        this.migrating = migrating;
    }

    void start(@Observes StartupEvent event) {
        if (migrating.isActive()) {
            return;
        }
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "read-months");
            thread.setDaemon(true);
            return thread;
        });
        long millis = config.monthsEvery().toMillis();
        clock.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (clock != null) {
            clock.shutdownNow();
        }
    }

    /** Nothing hangs on one look: tables are there for a year, and what is to go is over for long. */
    private void look() {
        try {
            boolean kept = SystemViewer
                    .transaction(() -> database.call(connection -> Database.first(connection, KEEP, row -> row.getBoolean(1))));
            LOG.debugf("Months of reads: %s", kept ? "as they should be" : "somebody is at the table");
        } catch (RuntimeException e) {
            LOG.warnf("Months of reads cannot be looked after, and are tried again: %s", e.getMessage());
        }
    }
}
