package org.surety.kit.follow;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jboss.logging.Logger;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

/**
 * Applies changes of one owner exactly once and in order: whatever brings them, the watermark's row is locked, what follows it without a
 * gap is applied, and the watermark moves, all in one transaction.
 */
class Application {

    private static final Logger LOG = Logger.getLogger(Application.class);

    /** After so many failures alone a change is set aside, so that one bad change does not stop a coalition. */
    private static final int ATTEMPTS_ALONE = 3;

    private static final String PARK = """
            insert into parked_change (owner, sequence, change_id, type, subject, subject_version, envelope, reason)
            values (?, ?, ?, ?, ?, ?, ?::json, ?) on conflict do nothing""";

    private final String owner;
    private final Projector projector;
    private final Database database;

    Application(String owner, Projector projector, Database database) {
        this.owner = owner;
        this.projector = projector;
        this.database = database;
    }

    /** What became of a batch: the watermark after it, and whether changes are missing before the rest of it. */
    record Outcome(Watermark watermark, boolean gap) {
    }

    Watermark watermark() {
        return SystemViewer.transaction(() -> database.call(connection -> {
            Watermark.create(connection, owner);
            return Watermark.read(connection, owner);
        }));
    }

    /** @throws FeedClient.LogDiverged when the changes are of another log than the one consumed until now */
    Outcome apply(List<ReceivedChange> changes) {
        List<ReceivedChange> ordered = changes.stream().sorted(Comparator.comparingLong(ReceivedChange::sequence)).toList();
        try {
            return attempt(ordered);
        } catch (FeedClient.LogDiverged e) {
            throw e;
        } catch (RuntimeException e) {
            if (isDatabaseLost(e)) {
                throw e;
            }
            LOG.warnf("A batch of %s fails, its changes are applied one by one: %s", owner, e.getMessage());
            return oneByOne(ordered);
        }
    }

    private Outcome attempt(List<ReceivedChange> ordered) {
        return SystemViewer.transaction(() -> database.call(connection -> {
            Watermark mark = Watermark.lock(connection, owner);
            List<ReceivedChange> next = next(mark, ordered);
            if (!next.isEmpty()) {
                List<ReceivedChange> open = next.stream().filter(change -> !change.isWithheld()).toList();
                if (!open.isEmpty()) {
                    projector.apply(open);
                }
                ReceivedChange last = next.get(next.size() - 1);
                Watermark.move(connection, owner, last);
                mark = new Watermark(last.logId(), last.sequence(), last.id());
            }
            return new Outcome(mark, !ordered.isEmpty() && ordered.get(ordered.size() - 1).sequence() > mark.sequence());
        }));
    }

    /** The changes that follow the mark without a gap; what is at or before it is done already. */
    private List<ReceivedChange> next(Watermark mark, List<ReceivedChange> ordered) {
        List<ReceivedChange> next = new ArrayList<>();
        long expected = mark.sequence() + 1;
        for (ReceivedChange change : ordered) {
            if (mark.logId() != null && !mark.logId().equals(change.logId())) {
                throw new FeedClient.LogDiverged(owner);
            }
            if (change.sequence() == expected) {
                next.add(change);
                expected++;
            }
        }
        return next;
    }

    private Outcome oneByOne(List<ReceivedChange> ordered) {
        Outcome outcome = new Outcome(watermark(), false);
        for (ReceivedChange change : ordered) {
            if (change.sequence() > outcome.watermark().sequence()) {
                outcome = alone(change);
            }
        }
        return outcome;
    }

    private Outcome alone(ReceivedChange change) {
        for (int attempt = 1;; attempt++) {
            try {
                return attempt(List.of(change));
            } catch (FeedClient.LogDiverged e) {
                throw e;
            } catch (RuntimeException e) {
                if (isDatabaseLost(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS_ALONE) {
                    return park(change, e);
                }
            }
        }
    }

    /** Each change carries full state: a later one of the subject applies over the hole, so the others need not wait. */
    private Outcome park(ReceivedChange change, RuntimeException reason) {
        LOG.errorf(reason, "Parked change %d of %s (%s %s)", change.sequence(), owner, change.type(), change.subject());
        return SystemViewer.transaction(() -> database.call(connection -> {
            Watermark mark = Watermark.lock(connection, owner);
            if (change.sequence() != mark.sequence() + 1) {
                return new Outcome(mark, change.sequence() > mark.sequence());
            }
            try (PreparedStatement insert = connection.prepareStatement(PARK)) {
                insert.setString(1, owner);
                insert.setLong(2, change.sequence());
                insert.setObject(3, change.id());
                insert.setString(4, change.type());
                insert.setString(5, change.subject());
                insert.setLong(6, change.version());
                insert.setString(7, change.toJson());
                insert.setString(8, String.valueOf(reason.getMessage()));
                insert.executeUpdate();
            }
            Watermark.move(connection, owner, change);
            return new Outcome(new Watermark(change.logId(), change.sequence(), change.id()), false);
        }));
    }

    private static boolean isDatabaseLost(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof java.sql.SQLException sql
                    && (sql.getSQLState() == null || sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P")
                            || sql.getSQLState().startsWith("40"))) {
                return true;
            }
        }
        return false;
    }
}
