package org.surety.kit.follow;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.jboss.logging.Logger;
import org.surety.kit.log.Database;

/**
 * Whether what is remembered of an owner's log was the whole of it a moment ago. While messages flow nobody asks the owner how far its log
 * has come, so it is asked when somebody has to know.
 */
class Freshness {

    private static final Logger LOG = Logger.getLogger(Freshness.class);

    /** Somebody waits for the answer; and where there was none the next one does not wait for it again at once. */
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long PAUSE_MILLIS = 10;

    private final String owner;
    private final URI service;
    private final FeedClient feed;
    private final Database database;
    /** When nothing was missing, and when that could not be told: nanoseconds of this process; null: never. */
    private volatile Long completeAt;
    private volatile Long untoldAt;
    private volatile Instant through = Instant.MIN;

    Freshness(String owner, URI service, FeedClient feed, Database database) {
        this.owner = owner;
        this.service = service;
        this.feed = feed;
        this.database = database;
    }

    /** In the transaction of who asks, and on its connection: what it reads afterwards is at least as new. */
    Followers.Knowledge knowledge(Duration maxAge) {
        return database.call(connection -> {
            boolean current = maxAge != null && (isWithin(completeAt, maxAge) || !isWithin(untoldAt, LIMIT) && look(connection));
            Watermark mark = mark(connection);
            return new Followers.Knowledge(mark.logId(), mark.sequence(), current);
        });
    }

    /** Until when all that was recorded is known here; the owner is asked when that is not long enough. */
    Instant through(Instant wanted) {
        if (through.isBefore(wanted)) {
            database.run(this::look);
        }
        return through;
    }

    private static boolean isWithin(Long moment, Duration age) {
        return moment != null && System.nanoTime() - moment < age.toNanos();
    }

    /** Asks how far the log has come, and waits until that much of it is here. */
    private boolean look(Connection connection) throws SQLException {
        long asked = System.nanoTime();
        try {
            FeedClient.Changes head = feed.read(owner, service, mark(connection), 1, LIMIT);
            while (mark(connection).sequence() < head.lastSequence()) {
                if (!isWithin(asked, LIMIT)) {
                    throw new IOException("it has come further than what is here");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            completeAt = asked;
            through = head.stamp();
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.debugf("How far the log of %s has come is not known: %s", owner, e);
            untoldAt = System.nanoTime();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private Watermark mark(Connection connection) throws SQLException {
        Watermark mark = Watermark.find(connection, owner);
        return mark == null ? new Watermark(null, 0, null) : mark;
    }
}
