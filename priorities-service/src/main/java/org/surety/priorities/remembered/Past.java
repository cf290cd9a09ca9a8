package org.surety.priorities.remembered;

import java.sql.Connection;
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
 * Answers what is kept as it is, and for now, as it was known at an instant or as it would be without some parties: those commitments alone
 * that this concerns are assessed again, against what was known then and what is left, and laid over what is kept.
 */
@ApplicationScoped
public class Past {

    /** Those that were worth something else then, or are without the parties. The viewer has to be the system. */
    private static final String CONCERNED = """
            select commitment from changed_since(?) commitment
            union select commitment from coverage_part where lead = any (?::text[]) or party = any (?::text[])
            union select commitment from coverage_dependency where depends_on in (select 'PARTY ' || party from unnest(?::text[]) party)
            union select d.commitment from commitment_reference c join coverage_dependency d on d.depends_on = 'COMMITMENT ' || c.id
                where c.party = any (?::text[])""";

    /** Of these, those the viewer sees: what is hidden now is in no answer, whatever it was then. */
    private static final String SHOWN = "with concerned as materialized (" + CONCERNED
            + """
                    ) select c.commitment from concerned c join commitment_reference r on r.id = c.commitment where r.audience_id = any (?::int[])""";

    private static final String SEEN = "select seen_audiences()";

    /** The same as long as nothing was applied, for that writes the row of the watermark, and no requirement changed that the viewer sees. */
    private static final String STAMP = """
            select concat_ws(' ', (select xmin from watermark where owner = 'commitments'), count(*), sum(version)) from requirement""";

    /** What whoever writes coverage holds alone. */
    private static final String HOLD = "select sequence from watermark where owner = 'commitments' for share";

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
        return answer(knownAt, Set.of(), answer);
    }

    /**
     * The same without some parties: without what they give, and without what waits for them.
     *
     * @param without their codes
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> T answer(Instant knownAt, Set<String> without, Function<Overlay, T> answer) {
        if (knownAt != null) {
            requireKnown(knownAt);
        } else if (without.isEmpty()) {
            return answer.apply(Overlay.NONE);
        }
        Question question = new Question(knownAt, without, seen());
        Overlay overlay = question.nothing();
        for (int tries = 0;; tries++) {
            if (tries == UNHELD) {
                database.run(connection -> Database.list(connection, HOLD, row -> null));
            }
            String stamp = stamp();
            overlay = grown(question, knownAt == null ? question.nothing() : overlay);
            T found = answer.apply(overlay);
            if (stamp.equals(stamp()) || knownAt != null && isWhole(question, overlay)) {
                return found;
            }
        }
    }

    /**
     * What is asked.
     *
     * @param knownAt null: as it is
     * @param seen the viewer's audiences
     */
    private record Question(Instant knownAt, Set<String> without, Integer[] seen) {

        /** After all that is recorded. */
        private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

        Overlay nothing() {
            return new Overlay(knownAt == null ? EVER : knownAt, Set.of(), List.of());
        }

        Object[] parameters(Connection connection) throws SQLException {
            Object parties = connection.createArrayOf("text", without.toArray());
            return new Object[]{ Timestamp.from(nothing().knownAt()), parties, parties, parties, parties,
                    connection.createArrayOf("int", seen)};
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

    private String stamp() {
        return database.call(connection -> Database.first(connection, STAMP, row -> row.getString(1)));
    }

    private Integer[] seen() {
        return database.call(connection -> Database.first(connection, SEEN,
                row -> row.getArray(1) == null ? new Integer[0] : (Integer[]) row.getArray(1).getArray()));
    }

    /** Whether nothing is concerned that is not in it: as they were known at an instant they only become more, but where labels narrow. */
    private boolean isWhole(Question question, Overlay overlay) {
        return SystemViewer
                .transaction(() -> database.call(connection -> overlay.commitments().containsAll(concerned(connection, question))));
    }

    private static Set<UUID> concerned(Connection connection, Question question) throws SQLException {
        return new HashSet<>(
                Database.list(connection, SHOWN, row -> row.getObject(1, UUID.class), question.parameters(connection)));
    }

    /** With what is concerned besides. The past itself does not change any more, so it may be read bit by bit. */
    private Overlay grown(Question question, Overlay overlay) {
        return SystemViewer.transaction(() -> database.call(connection -> {
            Set<UUID> more = concerned(connection, question);
            more.removeAll(overlay.commitments());
            return overlay.with(more, parts(new Remembered(connection, question.knownAt()), List.copyOf(more), question.without()));
        }));
    }

    private static List<Object> parts(Remembered then, List<UUID> commitments, Set<String> without) throws SQLException {
        List<Object> parts = new ArrayList<>();
        for (int from = 0; from < commitments.size(); from += Remembered.PAGE) {
            List<Promise> promises = then
                    .promises(commitments.subList(from, Math.min(commitments.size(), from + Remembered.PAGE))).stream()
                    .filter(promise -> !without.contains(promise.party())).toList();
            StoredFacts facts = then.facts(promises).without(promise -> without.contains(promise.party()));
            parts.addAll(then.parts(promises, facts, without));
        }
        return parts;
    }
}
