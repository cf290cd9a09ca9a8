package org.surety.kit.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Envelope;
import org.surety.kit.RealParts;
import org.surety.kit.broker.Broker;
import org.surety.kit.label.Label;
import org.surety.kit.log.Database;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

/** A replica to which the broker brings nothing. */
@QuarkusTest
@RealParts
class LogFollowerTest {

    private static final long LONG_SECONDS = 60;

    @Inject
    Notes notes;

    @Inject
    Database database;

    @Inject
    Broker broker;

    /** The feed of a log that never rests: whenever it is asked there is one change more. */
    private static final class MovingFeed extends FeedClient {
        private final UUID log = UUID.randomUUID();
        private final BlockingQueue<Long> askedAt = new LinkedBlockingQueue<>();

        MovingFeed() {
            super(null);
        }

        @Override
        Changes read(String owner, URI service, Watermark after, int limit) {
            askedAt.add(System.nanoTime());
            long next = after.sequence() + 1;
            return new Changes(next, Instant.EPOCH,
                    List.of(new ReceivedChange(new UUID(0, next), Envelope.WITHHELD, "s", 0, next, log,
                            Instant.EPOCH, Label.openToAll(), null)));
        }
    }

    @Test
    void itLooksAtTheFeedOnceASecondHoweverMuchIsWritten() throws Exception {
        MovingFeed feed = new MovingFeed();
        LogFollower follower = new LogFollower("moving-" + feed.log, Notes.feed(), notes, database, feed, broker,
                new SimpleMeterRegistry());
        Thread following = new Thread(follower::run, "follower of the test");
        following.start();
        try {
            Long first = feed.askedAt.poll(LONG_SECONDS, TimeUnit.SECONDS);
            Long second = feed.askedAt.poll(LONG_SECONDS, TimeUnit.SECONDS);
            Long third = feed.askedAt.poll(LONG_SECONDS, TimeUnit.SECONDS);
            assertThat(second - first).isGreaterThan(Duration.ofMillis(900).toNanos());
            assertThat(third - second).isGreaterThan(Duration.ofMillis(900).toNanos());
        } finally {
            follower.stop();
            following.join();
        }
    }
}
