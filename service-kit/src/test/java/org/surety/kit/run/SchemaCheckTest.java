package org.surety.kit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {

    /** A schema that takes as long to look at as the test wants; after that the database cannot be reached. */
    private static final class SlowFlyway extends Flyway {
        private final AtomicInteger looks = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch may = new CountDownLatch(1);

        SlowFlyway() {
            super(new FluentConfiguration());
        }

        @Override
        public MigrationInfoService info() {
            looks.incrementAndGet();
            begun.countDown();
            try {
                may.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("The database is away");
        }
    }

    @Test
    void looksOnceAtATimeAndAnswersTheOthersAtOnce() throws Exception {
        SlowFlyway flyway = new SlowFlyway();
        SchemaCheck check = new SchemaCheck(flyway);
        CompletableFuture<Status> first = CompletableFuture.supplyAsync(() -> check.call().getStatus());
        flyway.begun.await(10, TimeUnit.SECONDS);

        for (int i = 0; i < 20; i++) {
            assertEquals(Status.DOWN, check.call().getStatus());
        }

        assertEquals(1, flyway.looks.get());
        flyway.may.countDown();
        assertEquals(Status.DOWN, first.get(10, TimeUnit.SECONDS));
        check.call();
        assertEquals(2, flyway.looks.get(), "what failed is tried again");
    }
}
