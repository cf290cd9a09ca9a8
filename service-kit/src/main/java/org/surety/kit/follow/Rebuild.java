package org.surety.kit.follow;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.jboss.logging.Logger;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

/**
 * Makes the projection of one owner's log anew: fills the second generation from sequence 0 while the first goes on answering, and
 * switches in one transaction. It stands in the database, so any replica carries it on, and several at once do no harm.
 */
class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    /** Changes a step: short enough that what the broker brings meanwhile does not wait. */
    private static final int BATCH = 1000;

    /** Left when it is time to switch: the first generation stands still while so many are applied. */
    private static final int FEW = 500;

    /** For so long a replica leaves the work to another one that is at it. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(1);

    private static final long ELSEWHERE = -1;

    /** A switch derives what follows from the rest and compares every row: of a million records that may take a quarter of an hour. */
    private static final Duration SWITCH_LIMIT = Duration.ofHours(1);

    private static final String TABLES = "select record from projection where owner = ? order by record";

    /**
     * Only what differs is written: after a restore most of the new generation is as the old one was. A generation that has just been filled
     * looks empty to the planner, which would compare each of its rows with each of the other's.
     */
    private static final List<String> SWITCH_TABLE = List.of("set local enable_nestloop = off",
            "delete from public.%1$s old where not exists (select from rebuild.%1$s fresh where fresh = old)",
            "insert into public.%1$s select * from rebuild.%1$s fresh where not exists (select from public.%1$s old where old = fresh)",
            "delete from rebuild.%s");

    private static final List<String> SWITCH_PARKED = List.of("delete from public.parked_change where owner = ?",
            "insert into public.parked_change select * from rebuild.parked_change where owner = ?",
            "delete from rebuild.parked_change where owner = ?");

    private static final String LOCK_NEXT = "select log_id, sequence, change_id from rebuild.watermark where owner = ? for update";

    private static final String END = "delete from rebuild.watermark where owner = ?";

    private final String owner;
    private final Application next;
    private final FeedPages feed;
    private final Database database;
    private volatile boolean underWay;
    private long leftAloneUntil = System.nanoTime();

    Rebuild(String owner, URI service, Application next, FeedClient feed, Database database) {
        this.owner = owner;
        this.next = next;
        this.feed = new FeedPages(place -> feed.read(owner, service, place, BATCH));
        this.database = database;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** Whether there is something to do for this replica now. */
    boolean isDue() {
        return underWay && System.nanoTime() - leftAloneUntil >= 0;
    }

    /** Looks whether another replica, or this one before its last end, has begun. */
    void look() {
        underWay = next.watermark() != null;
    }

    /** Begins, or goes on with what has begun already. */
    void begin() {
        begin(null, false);
    }

    /** Begins because this place is not in the owner's log any more; does nothing when another replica has switched meanwhile. */
    void beginInsteadOf(Watermark lost) {
        begin(lost, false);
    }

    private void begin(Watermark lost, boolean anew) {
        transaction(connection -> {
            Watermark live = Watermark.lock(connection, owner);
            if (lost != null && !lost.equals(live)) {
                return null;
            }
            Generation.NEXT.enter(connection);
            if (anew || Watermark.find(connection, owner) == null) {
                // First the mark: whoever still fills the tables holds it, and finds it gone afterwards.
                Database.update(connection, END, owner);
                for (String table : tables(connection)) {
                    Database.update(connection, "delete from rebuild." + table);
                }
                Database.update(connection, SWITCH_PARKED.get(2), owner);
                Watermark.create(connection, owner);
                LOG.infof("Rebuilding what is remembered of %s from the beginning of its log", owner);
            }
            return null;
        });
        look();
    }

    /**
     * Takes some changes from the feed, and switches when there are few left. Not when there are none: under steady writes that might never
     * be, and the rest is taken under the lock.
     */
    void step() throws IOException, InterruptedException {
        try {
            long left = advance();
            if (left != ELSEWHERE && left < FEW) {
                underWay = !switchOver();
            }
        } catch (FeedClient.LogDiverged e) {
            begin(null, true);
        } catch (ChangeNotApplicable e) {
            LOG.warnf("What was rebuilt of %s cannot be completed, its changes are gone through with more care: %s", owner,
                    e.getMessage());
            begin(null, true);
        }
    }

    /** @return how many changes are left; 0 also when another replica has switched, {@link #ELSEWHERE} when one is at it */
    private long advance() throws IOException, InterruptedException {
        Watermark mark = next.watermark();
        FeedClient.Changes page = mark == null ? null : feed.after(mark);
        if (page == null || page.changes().isEmpty()) {
            return 0;
        }
        mark = next.apply(page.changes()).watermark();
        if (mark == null) {
            leftAloneUntil = System.nanoTime() + LEFT_ALONE.toNanos();
            return ELSEWHERE;
        }
        return Math.max(0, page.lastSequence() - mark.sequence());
    }

    /** @return false when there is more to take first */
    private boolean switchOver() {
        return transaction(connection -> {
            // Held to the end: the first generation stands still, what the second lacks of it is finite.
            Watermark live = Watermark.lock(connection, owner);
            upTo(live);
            Watermark fresh = Database.first(connection, LOCK_NEXT, Watermark::of, owner);
            if (fresh == null) {
                return true;
            }
            if (isBehind(fresh, live)) {
                return false;
            }
            // First, because afterwards all names mean the second generation.
            fresh.store(connection, owner);
            takePlace(connection);
            Database.update(connection, END, owner);
            LOG.infof("What is remembered of %s is rebuilt up to %d", owner, fresh.sequence());
            return true;
        });
    }

    private void upTo(Watermark live) {
        try {
            long left = advance();
            while (left > 0 && isBehind(next.watermark(), live)) {
                left = advance();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the feed of " + owner + " cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }

    private static boolean isBehind(Watermark fresh, Watermark live) {
        return fresh != null && live != null && live.logId() != null && live.logId().equals(fresh.logId())
                && fresh.sequence() < live.sequence();
    }

    private void takePlace(Connection connection) throws SQLException {
        int before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) SWITCH_LIMIT.toMillis());
        try {
            Database.update(connection, "set local statement_timeout = " + SWITCH_LIMIT.toMillis());
            next.complete(connection);
            for (String table : tables(connection)) {
                for (String statement : SWITCH_TABLE) {
                    Database.update(connection, statement.formatted(table));
                }
            }
            for (String statement : SWITCH_PARKED) {
                Database.update(connection, statement, owner);
            }
        } finally {
            connection.setNetworkTimeout(Runnable::run, before);
        }
    }

    private List<String> tables(Connection connection) throws SQLException {
        return Database.list(connection, TABLES, row -> row.getString(1), owner);
    }

    private <T> T transaction(Database.Query<T> work) {
        return SystemViewer.transaction(SWITCH_LIMIT, () -> database.call(work));
    }
}
