package org.surety.kit.follow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jboss.logging.Logger;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

/**
 * Applies changes of one owner to one generation of its projection, exactly once and in order: whatever brings them, the watermark's row
 * is locked, what follows it without a gap is applied, and the watermark moves, all in one transaction.
 */
class Application {

    private static final Logger LOG = Logger.getLogger(Application.class);

    /** After so many failures alone a change is set aside, so that one bad change does not stop a coalition. */
    private static final int ATTEMPTS_ALONE = 3;

    private final String owner;
    private final Generation generation;
    private final Projector projector;
    private final ParkedChanges parked;
    private final Database database;
    private volatile boolean carefully;

    Application(String owner, Generation generation, Projector projector, ParkedChanges parked, Database database) {
        this.owner = owner;
        this.generation = generation;
        this.projector = projector;
        this.parked = parked;
        this.database = database;
    }

    /**
     * What became of a batch.
     *
     * @param watermark after it; null when the rebuild that it was for has ended, or another replica is at it
     * @param gap whether changes are missing before the rest of it, or it is of another log than what was applied until now
     */
    record Outcome(Watermark watermark, boolean gap) {
    }

    /** The watermark; made when the log is followed for the first time, and null when there is no such rebuild. */
    Watermark watermark() {
        return transaction(connection -> {
            if (generation == Generation.LIVE) {
                Watermark.create(connection, owner);
            }
            return Watermark.find(connection, owner);
        });
    }

    /** @throws RuntimeException when nothing was applied and trying again may help */
    Outcome apply(List<ReceivedChange> changes) {
        List<ReceivedChange> ordered = changes.stream().sorted(Comparator.comparingLong(ReceivedChange::sequence)).toList();
        return ordered.size() == 1 ? alone(ordered.get(0)) : together(ordered);
    }

    /** One bad change costs its neighbours some halvings, not a transaction each. */
    private Outcome together(List<ReceivedChange> ordered) {
        try {
            return attempt(ordered);
        } catch (ChangeNotApplicable e) {
            LOG.warnf("%d changes of %s fail, they are applied in halves: %s", ordered.size(), owner, e.getMessage());
            int half = ordered.size() / 2;
            Outcome outcome = apply(ordered.subList(0, half));
            if (outcome.watermark() != null) {
                outcome = apply(ordered.subList(half, ordered.size()));
            }
            return outcome.watermark() == null ? outcome : outcome(outcome.watermark(), ordered);
        }
    }

    /**
     * In the current transaction: makes the second generation whole.
     *
     * @throws ChangeNotApplicable when one of its changes is to blame. From then on each has to show at once that it can be applied, or is
     *         parked; the generation is to be filled anew
     */
    void complete(Connection connection) throws SQLException {
        generation.enter(connection);
        try {
            ChangeNotApplicable.during(projector::complete);
        } catch (ChangeNotApplicable e) {
            carefully = true;
            throw e;
        }
    }

    private void project(List<ReceivedChange> changes) {
        if (generation == Generation.LIVE || carefully) {
            projector.apply(changes);
        } else {
            projector.refill(changes);
        }
    }

    private Outcome attempt(List<ReceivedChange> ordered) {
        return transaction(connection -> {
            Watermark mark = lock(connection);
            if (mark == null) {
                return new Outcome(null, false);
            }
            List<ReceivedChange> next = next(mark, ordered);
            if (!next.isEmpty()) {
                List<ReceivedChange> open = next.stream().filter(change -> !change.isWithheld()).toList();
                if (!open.isEmpty()) {
                    ChangeNotApplicable.during(() -> project(open));
                }
                mark = Watermark.at(next.get(next.size() - 1));
                mark.store(connection, owner);
            }
            return outcome(mark, ordered);
        });
    }

    private Watermark lock(Connection connection) throws SQLException {
        if (generation == Generation.NEXT) {
            // One replica is enough for this work: the others need not wait for it, and leave it alone for a while.
            return Watermark.lockIfFree(connection, owner);
        }
        Watermark mark = Watermark.lock(connection, owner);
        if (mark == null) {
            // A message may come before the feed was ever read.
            Watermark.create(connection, owner);
            mark = Watermark.lock(connection, owner);
        }
        return mark;
    }

    /** The changes of the same log that follow the mark without a gap; what is at or before it is done already. */
    private static List<ReceivedChange> next(Watermark mark, List<ReceivedChange> ordered) {
        List<ReceivedChange> next = new ArrayList<>();
        UUID log = mark.logId();
        long expected = mark.sequence() + 1;
        for (ReceivedChange change : ordered) {
            if (change.sequence() == expected && (log == null || log.equals(change.logId()))) {
                next.add(change);
                log = change.logId();
                expected++;
            }
        }
        return next;
    }

    /** Whether a message of another log is a late one or tells that ours is gone, only the owner's feed knows: it is a gap. */
    private static Outcome outcome(Watermark mark, List<ReceivedChange> changes) {
        return new Outcome(mark, changes.stream()
                .anyMatch(change -> change.sequence() > mark.sequence() || !change.logId().equals(mark.logId())));
    }

    private Outcome alone(ReceivedChange change) {
        for (int attempt = 1;; attempt++) {
            try {
                return attempt(List.of(change));
            } catch (ChangeNotApplicable e) {
                if (attempt == ATTEMPTS_ALONE) {
                    return park(change, e);
                }
            }
        }
    }

    /** Each change carries full state: a later one of the subject applies over the hole, so the others need not wait. */
    private Outcome park(ReceivedChange change, ChangeNotApplicable reason) {
        LOG.errorf(reason, "Parked change %d of %s (%s %s)", change.sequence(), owner, change.type(), change.subject());
        return transaction(connection -> {
            Watermark mark = lock(connection);
            if (mark != null && !next(mark, List.of(change)).isEmpty()) {
                parked.park(connection, change, reason);
                mark = Watermark.at(change);
                mark.store(connection, owner);
            }
            return mark == null ? new Outcome(null, false) : outcome(mark, List.of(change));
        });
    }

    private <T> T transaction(Database.Query<T> work) {
        return SystemViewer.transaction(() -> database.call(connection -> {
            generation.enter(connection);
            return work.on(connection);
        }));
    }
}
