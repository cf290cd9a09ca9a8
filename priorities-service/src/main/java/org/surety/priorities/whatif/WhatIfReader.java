package org.surety.priorities.whatif;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.Database;
import org.surety.priorities.assessment.ApprovalDays;
import org.surety.priorities.assessment.Days;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.assessment.RequirementRule;
import org.surety.priorities.coverage.CoverageMarks;
import org.surety.priorities.coverage.CoverageSum;
import org.surety.priorities.remembered.Remembered;

/** Reads of what is there what a what-if concerns, all of it under the row security of who asks. Never everything. */
@ApplicationScoped
class WhatIfReader {

    private static final String SHOWN = """
             from coverage_part p cross join lateral unnest(p.counted) c
                cross join lateral (select p.quantity, p.undisclosed where amounts_shown(p.amounts_audience_id)
                    union all select null, 1 where not amounts_shown(p.amounts_audience_id)) s (amount, undisclosed)
            where p.series = ? and c.days @> ?::date and\s""";

    private static final String PIECES = """
            select p.commitment, p.requirement_id, p.party, p.lead, p.element, s.amount, s.undisclosed, c.what, c.wakes""" + SHOWN;

    /** What the parties give themselves is in the totals by party; beside it, what others give of what the parties lead. */
    private static final String SUMS = "with " + CoverageMarks.WAY + """
            select requirement_id, priority, party, what, wakes, sum(quantity), sum(commitments), sum(undisclosed) from (""" + " "
            + CoverageMarks.COUNTED.formatted("and party = any (?::text[])") + """

                    union all
                    select p.requirement_id, p.priority, p.party, c.what, c.wakes, coalesce(s.amount, 0), 0, 0, false""" + SHOWN
            + """
                    p.element is null and p.lead = any (?::text[]) and p.party <> p.lead and p.party <> all (?::text[]) and\s"""
            + CoverageMarks.SEEN + """
                    ) given
                    group by requirement_id, priority, party, what, wakes""";

    /** Where parties give something: what they lead, and what they give of what others lead. Each by its index, the first of many without the rest. */
    private static final String GIVING = """
            from unnest(?::text[]) parties (code) cross join lateral (
                (select distinct commitment from coverage_part where lead = code and series = ? order by commitment limit ?)
                union all
                (select distinct commitment from coverage_part where party = code and party <> lead and series = ? order by commitment limit ?)) given""";

    private static final String NAMED = """
            select distinct requirement_id from coverage_part
            where series = ? and element is not null and (lead = any (?::text[]) or party = any (?::text[]))""";

    private static final String FIRST = "select distinct commitment " + GIVING + " order by commitment limit ?";

    /**
     * What is led by one of the parties, and what others lead in which they have a part: no commitment is in both, and each has one lead. A party's come
     * from their index in order, so that what is there twice needs no sorting.
     */
    private static final String HOW_MANY = """
            select (select count(*) from unnest(?::text[]) parties (code)
                    cross join lateral (select distinct commitment from coverage_part where lead = code and series = ?) led)
                + (select count(distinct commitment) from unnest(?::text[]) parties (code)
                    cross join lateral (select commitment from coverage_part
                        where party = code and party <> lead and lead <> all (?::text[]) and series = ?) shared)""";

    private static final String OF_PARTIES = "select id from commitment_reference where id = any (?::uuid[]) and party = any (?::text[])";

    private static final String PARTICIPANTS = """
            select id from commitment_reference
            where party = any (?::text[]) and basis = 'GUARANTEE' and state = 'FILED' and decision_in_effect is not null limit ?""";

    private static final String DEPENDENT = "select commitment from coverage_dependency where depends_on = any (?::text[])";

    /**
     * Few wait for a commitment, and a party has many of them: those that wait are looked at first, and of what they wait for whether it is of a party
     * is asked of an index alone. The {@code offset 0} keeps it a look into that index.
     */
    private static final String WAITING = """
            with waiting as materialized (
                select commitment, substr(depends_on, 12)::uuid as awaited from coverage_dependency where depends_on like 'COMMITMENT %')
            """
            + DEPENDENT + """
                     union
                    select w.commitment from unnest(?::text[]) parties (code) cross join waiting w
                        cross join lateral (select from commitment_reference
                            where party = code and id = w.awaited and basis = 'GUARANTEE' and state = 'FILED' offset 0) own""";

    private static final String HELD = "select commitment, depends_on, met from coverage_dependency where commitment = any (?::uuid[])";

    private static final String HIDDEN_AMOUNTS = "select id from unnest(?::int[]) id where not amounts_shown(id)";

    private final Database database;
    private final Audiences audiences;

    WhatIfReader(Database database, Audiences audiences) {
        this.database = database;
        this.audiences = audiences;
    }

    /** How what commitments depend on stands, as it is: of each, what and on which days. */
    interface Held {
        void is(UUID commitment, String on, Days met);
    }

    List<Promise> promises(Collection<UUID> ids) {
        return database.call(connection -> Remembered.now(connection).promises(ids));
    }

    Map<UUID, RequirementRule> requirements(Collection<Promise> promises) {
        return database.call(connection -> Remembered.now(connection).requirements(promises));
    }

    Map<UUID, ApprovalDays> approvals(Collection<Promise> promises) {
        return database.call(connection -> Remembered.now(connection).approvals(promises));
    }

    Map<Integer, Label> labels(Collection<Integer> ids) {
        return ids.isEmpty() ? Map.of() : audiences.labels(ids);
    }

    List<Piece> piecesOf(Series series, LocalDate day, Collection<UUID> commitments) {
        return pieces("p.commitment = any (?::uuid[])", series, day, commitments);
    }

    List<Piece> elementsOf(Series series, LocalDate day, Collection<UUID> requirements) {
        return pieces("p.element is not null and p.requirement_id = any (?::uuid[])", series, day, requirements);
    }

    private List<Piece> pieces(String which, Series series, LocalDate day, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.call(connection -> Database.list(connection, PIECES + which, WhatIfReader::piece, series.name(), day,
                        uuids(connection, ids)));
    }

    private static Piece piece(ResultSet row) throws SQLException {
        return new Piece(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
                row.getString(5), row.getBigDecimal(6), row.getInt(7), row.getString(8), row.getString(9));
    }

    /** What the parties give, and what others give of what they lead, added up; named elements are not in it. */
    List<CoverageSum> sumsOf(Series series, LocalDate day, Set<String> parties) {
        return database.call(connection -> {
            Object those = texts(connection, parties);
            return Database.list(connection, SUMS, row -> new CoverageSum(row.getObject(1, UUID.class),
                    row.getString(2) == null ? null : PriorityCode.valueOf(row.getString(2)), row.getString(3), row.getString(4),
                    row.getString(5), row.getBigDecimal(6), row.getLong(7), row.getLong(8)), day, day, day, day, series.name(),
                    those,
                    series.name(), those, series.name(), day, those, those);
        });
    }

    /** The requirements to which the parties give named elements. */
    Set<UUID> named(Series series, Set<String> parties) {
        return database.call(connection -> new HashSet<>(Database.list(connection, NAMED, row -> row.getObject(1, UUID.class),
                series.name(), texts(connection, parties), texts(connection, parties))));
    }

    /** The first commitments to which the parties give something. */
    Set<UUID> first(Series series, Set<String> parties, int limit) {
        return database.call(connection -> new HashSet<>(Database.list(connection, FIRST, row -> row.getObject(1, UUID.class),
                texts(connection, parties), series.name(), limit, series.name(), limit, limit)));
    }

    long howMany(Series series, Set<String> parties) {
        return database.call(connection -> {
            Object those = texts(connection, parties);
            return Database.first(connection, HOW_MANY, row -> row.getLong(1), those, series.name(), those, those, series.name());
        });
    }

    /** Those of these commitments that are of one of the parties. */
    Set<UUID> ofParties(Collection<UUID> ids, Set<String> parties) {
        return ids.isEmpty() || parties.isEmpty()
                ? Set.of()
                : database.call(connection -> new HashSet<>(Database.list(connection, OF_PARTIES,
                        row -> row.getObject(1, UUID.class), uuids(connection, ids), texts(connection, parties))));
    }

    /** The guarantees of a party that are decided on and stand; not more than that many, in no order. */
    Set<UUID> participants(String party, int limit) {
        return database.call(connection -> new HashSet<>(Database.list(connection, PARTICIPANTS,
                row -> row.getObject(1, UUID.class), texts(connection, Set.of(party)), limit)));
    }

    /** The commitments that depend on these. */
    Set<UUID> dependent(Collection<String> on) {
        return on.isEmpty()
                ? Set.of()
                : database.call(connection -> new HashSet<>(Database.list(connection, DEPENDENT,
                        row -> row.getObject(1, UUID.class), texts(connection, on))));
    }

    /** The commitments that depend on these, or on any commitment of the parties. */
    Set<UUID> waiting(Collection<String> on, Set<String> parties) {
        return parties.isEmpty()
                ? dependent(on)
                : database.call(connection -> new HashSet<>(Database.list(connection, WAITING,
                        row -> row.getObject(1, UUID.class), texts(connection, on), texts(connection, parties))));
    }

    void held(Collection<UUID> commitments, Held held) {
        if (!commitments.isEmpty()) {
            database.run(connection -> Database.list(connection, HELD, row -> {
                held.is(row.getObject(1, UUID.class), row.getString(2), Days.parse(row.getString(3)));
                return null;
            }, uuids(connection, commitments)));
        }
    }

    /** Those of the audiences of amounts to which the viewer does not belong. */
    Set<Integer> hidden(Set<Integer> amountsAudiences) {
        return amountsAudiences.isEmpty()
                ? Set.of()
                : database.call(connection -> new HashSet<>(Database.list(connection, HIDDEN_AMOUNTS, row -> row.getInt(1),
                        connection.createArrayOf("int", amountsAudiences.toArray()))));
    }

    private static Object uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static Object texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
