package org.surety.kit.run;

import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Unready on an older schema: a service that came up before its migration waits for it instead of failing requests. One question at a time
 * looks at the schema, which reads every migration; on a busy machine impatient probes would otherwise pile these up and hold each other back.
 */
@Readiness
@ApplicationScoped
class SchemaCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(SchemaCheck.class);

    private final Flyway flyway;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile boolean current;

    SchemaCheck(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        if (!current && looking.tryLock()) {
            try {
                current = flyway.info().pending().length == 0;
            } catch (RuntimeException e) {
                LOG.debug("The schema cannot be looked at yet", e);
            } finally {
                looking.unlock();
            }
        }
        return HealthCheckResponse.named("schema").status(current).build();
    }
}
