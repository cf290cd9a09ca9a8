package org.surety.priorities.remembered;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.kit.follow.Followers;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.kit.log.History;
import org.surety.priorities.assessment.Promise;

/**
 * Answers as of an instant what is kept as it is now: what was recorded since then is few beside all there is, so that only those
 * commitments are assessed again, against what was known then, and laid over what is kept.
 */
@ApplicationScoped
public class Past {

    private static final String CHANGED = "select commitment from changed_since(?) commitment";

    private static final String HOW_MANY = "select count(*) from changed_since(?)";

    /** What whoever writes coverage holds alone. */
    private static final String HOLD = "select from watermark where owner = 'commitments' for share";

    /** Changes are applied in the order in which they were recorded. */
    private static final String LATEST = """
            select max(recorded_at) from (select max(recorded_at) as recorded_at from commitment_reference
                union all select max(recorded_at) from approval_reference union all select max(recorded_at) from instrument_reference
                union all select max(recorded_at) from delivery_reference) r where isfinite(recorded_at)""";

    private static final String LATEST_PARTY = "select max(recorded_at) from party_reference where isfinite(recorded_at)";

    /** Tried without keeping anybody from writing: what is remembered seldom changes while one answer is made. */
    private static final int UNHELD = 3;

    private final Database database;
    private final History history;
    private final Followers followers;

    Past(Database database, History history, Followers followers) {
        this.database = database;
        this.history = history;
        this.followers = followers;
    }

    /**
     * The answer as it was known at an instant.
     *
     * @param knownAt null: as it is
     * @param answer may be asked several times
     * @throws History.NotYetKnown when something that was recorded until then may still come
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> T answer(Instant knownAt, Function<Overlay, T> answer) {
        if (knownAt == null) {
            return answer.apply(Overlay.NONE);
        }
        requireKnown(knownAt);
        Overlay overlay = new Overlay(knownAt, Set.of(), List.of());
        for (int tries = 0;; tries++) {
            if (tries == UNHELD) {
                database.run(connection -> Database.list(connection, HOLD, row -> null));
            }
            overlay = grown(overlay);
            T found = answer.apply(overlay);
            // What has changed since then only becomes more: as many after the answer as before are the same ones.
            if (howManyChanged(knownAt) == overlay.commitments().size()) {
                return found;
            }
        }
    }

    private void requireKnown(Instant knownAt) {
        history.requireKnown(knownAt);
        requireKnown("commitments", LATEST, knownAt);
        requireKnown("delegations", LATEST_PARTY, knownAt);
    }

    private void requireKnown(String owner, String latest, Instant knownAt) {
        Timestamp applied = SystemViewer.transaction(() -> database
                .call(connection -> Database.first(connection, latest, row -> row.getTimestamp(1))));
        if (applied == null || !applied.toInstant().isAfter(knownAt)) {
            Instant through = followers.knownThrough(owner, knownAt);
            if (through.isBefore(knownAt)) {
                Instant here = applied == null ? Instant.EPOCH : applied.toInstant();
                throw new History.NotYetKnown(here.isAfter(through) ? here : through);
            }
        }
    }

    private long howManyChanged(Instant knownAt) {
        return database.call(connection -> Database.first(connection, HOW_MANY, row -> row.getLong(1), Timestamp.from(knownAt)));
    }

    /** With what has changed besides. The past itself does not change any more, so it may be read bit by bit. */
    private Overlay grown(Overlay overlay) {
        return SystemViewer.transaction(() -> database.call(connection -> {
            Set<UUID> more = new HashSet<>(Database.list(connection, CHANGED, row -> row.getObject(1, UUID.class),
                    Timestamp.from(overlay.knownAt())));
            more.removeAll(overlay.commitments());
            return overlay.with(more, parts(new Remembered(connection, overlay.knownAt()), List.copyOf(more)));
        }));
    }

    private static List<Object> parts(Remembered then, List<UUID> commitments) throws SQLException {
        List<Object> parts = new ArrayList<>();
        for (int from = 0; from < commitments.size(); from += Remembered.PAGE) {
            List<Promise> promises = then.promises(commitments.subList(from, Math.min(commitments.size(), from + Remembered.PAGE)));
            parts.addAll(then.parts(promises, then.facts(promises)));
        }
        return parts;
    }
}
