package org.surety.kit.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.surety.kit.label.SystemViewer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** How long the oldest change waits for its number and for the broker. Asked of the database, so every replica tells the same. */
@ApplicationScoped
class LogAges {

    private static final Logger LOG = Logger.getLogger(LogAges.class);

    static final String UNSEQUENCED = "select coalesce(extract(epoch from clock_timestamp() - min(appended_at)), 0) "
            + "from change where sequence is null";

    /** Not a join: behind row security what is computed of one table finds nothing in another one's index, and the whole log would be read. */
    static final String UNPUBLISHED = "select coalesce(extract(epoch from clock_timestamp() - min(c.recorded_at)), 0) "
            + "from change c where c.sequence = (select h.published_through + 1 from log_head h)";

    private final Database database;
    private final LogConfig config;
    private final MeterRegistry metrics;

    LogAges(Database database, LogConfig config, MeterRegistry metrics) {
        this.database = database;
        this.config = config;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            Gauge.builder("surety.log.unsequenced.age.seconds", this, ages -> ages.ask(UNSEQUENCED))
                    .description("Since when the oldest change waits for its number; alarm above 10").register(metrics);
            Gauge.builder("surety.log.unpublished.age.seconds", this, ages -> ages.ask(UNPUBLISHED))
                    .description("Since when the oldest numbered change waits for the broker; alarm above 30").register(metrics);
        }
    }

    private double ask(String age) {
        try {
            return SystemViewer.transaction(() -> database.call(one -> Database.first(one, age, row -> row.getDouble(1))));
        } catch (RuntimeException e) {
            LOG.debug("The ages of the log cannot be asked for now", e);
            return Double.NaN;
        }
    }
}
