package org.surety.priorities.coverage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.CommitmentState.Condition;
import org.surety.kit.log.Database;
import org.surety.priorities.assessment.ApprovalDays;
import org.surety.priorities.assessment.Assessor;
import org.surety.priorities.assessment.Days;
import org.surety.priorities.assessment.Facts;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.remembered.Remembered;
import org.surety.priorities.remembered.StoredFacts;

/**
 * Keeps coverage up: assesses again the commitments that something has changed for, and adds to the deltas the difference between what they
 * were worth and what they are. To be called after what is new is remembered, in the same transaction, by one at a time.
 */
@ApplicationScoped
public class CoverageUpkeep {

    /** Of the other commitments that are worth something else when these change: those that wait for them or for their parties. */
    private static final String WAITING = """
            select commitment from coverage_dependency where depends_on = any (
                select 'COMMITMENT ' || c from unnest(?::uuid[]) c
                union select 'PARTY ' || party from commitment_reference where id = any (?::uuid[]))""";

    private static final String DEPENDENT = "select commitment from coverage_dependency where depends_on = any (?::text[])";

    private static final String CONTRIBUTING = "select distinct commitment from coverage_part where requirement_id = any (?::uuid[])";

    private static final String FORGET_DEPENDENCIES = "delete from coverage_dependency where commitment = any (?::uuid[])";

    private static final String DEPEND = """
            insert into coverage_dependency (depends_on, commitment, audience_id, met)
            select * from jsonb_to_recordset(?::jsonb) d (depends_on text, commitment uuid, audience_id integer, met datemultirange)""";

    /** Answers of which requirements a figure may have changed; what the totals are to be told of it stands in the middle. */
    private static final String ADD = """
            with gone as (delete from coverage_part where commitment = any (?::uuid[]) returning *),
            fresh as (select * from jsonb_populate_recordset(null::public.coverage_part, ?::jsonb)),
            difference as materialized (
                select series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id, day, sum(quantity) as quantity,
                       sum(commitments) as commitments, sum(undisclosed) as undisclosed
                from (select k.* from fresh cross join lateral deltas_of(row(fresh.*)::public.coverage_part) k
                      union all
                      select k.series, k.requirement_id, k.priority, k.party, k.what, k.wakes, k.audience_id, k.amounts_audience_id, k.day,
                             -k.quantity, -k.commitments, -k.undisclosed
                      from gone cross join lateral deltas_of(row(gone.*)::public.coverage_part) k) k
                group by series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id, day
                having sum(quantity) <> 0 or sum(commitments) <> 0 or sum(undisclosed) <> 0),
            added as (insert into coverage_delta select * from difference
            on conflict (series, day, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id) do update set
                quantity = coverage_delta.quantity + excluded.quantity,
                commitments = coverage_delta.commitments + excluded.commitments,
                undisclosed = coverage_delta.undisclosed + excluded.undisclosed
            returning requirement_id)%s
            select requirement_id from added
            union select requirement_id from gone where element is not null
            union select requirement_id from fresh where element is not null"""
            .formatted(CoverageMarks.ADD);

    /** All at once: page by page each delta would be written once for each page. */
    private static final String SUM = """
            insert into coverage_delta
            select k.series, k.requirement_id, k.priority, k.party, k.what, k.wakes, k.audience_id, k.amounts_audience_id, k.day,
                sum(k.quantity), sum(k.commitments), sum(k.undisclosed)
            from coverage_part p cross join lateral deltas_of(row(p.*)::public.coverage_part) k
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9
            having sum(k.quantity) <> 0 or sum(k.commitments) <> 0 or sum(k.undisclosed) <> 0""";

    private static final String REMEMBER = "insert into coverage_part select * from jsonb_populate_recordset(null::public.coverage_part, ?::jsonb)";

    /** Rows that came back to nothing are as if they had never been. */
    private static final String SWEEP = """
            with swept as (delete from coverage_delta where quantity = 0 and commitments = 0 and undisclosed = 0)
            delete from coverage_total where quantity = 0 and commitments = 0 and undisclosed = 0""";

    /** What the projector of commitments holds too: one at a time writes coverage. */
    private static final String LOCK = "select from watermark where owner = 'commitments' for update";

    private static final String AFTER = "select id from commitment_reference where id > ? order by id limit " + Remembered.PAGE;

    static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;
    private final TouchedRequirements touched;

    CoverageUpkeep(Database database, TouchedRequirements touched) {
        this.database = database;
        this.touched = touched;
    }

    /**
     * Waits until nobody else writes coverage, and keeps all others from it until the end of the transaction.
     *
     * @return false when no log was ever followed: then nobody is kept from it
     */
    public boolean lock(Connection connection) throws SQLException {
        return !Database.list(connection, LOCK, row -> null).isEmpty();
    }

    /** These commitments have changed. */
    public void commitments(Collection<UUID> ids) {
        database.run(connection -> assessWaiting(connection, new LinkedHashSet<>(ids)));
    }

    /** These approvals have changed: what needs them is worth something else, and what waits for that. */
    public void approvals(Collection<UUID> ids) {
        dependent("APPROVAL ", ids);
    }

    /** Something was delivered of these commitments, or is said to have been; nothing else waits for that. */
    public void deliveries(Collection<UUID> commitments) {
        database.run(connection -> assess(connection, commitments));
    }

    /** These instruments have changed. */
    public void instruments(Collection<UUID> ids) {
        dependent("INSTRUMENT ", ids);
    }

    private void dependent(String kind, Collection<UUID> ids) {
        database.run(connection -> {
            Object[] on = ids.stream().map(id -> kind + id).toArray();
            assessWaiting(connection, ids(connection, DEPENDENT, connection.createArrayOf("text", on)));
        });
    }

    /** What these requirements demand has changed. */
    void requirements(Collection<UUID> ids) {
        database.run(connection -> assess(connection, ids(connection, CONTRIBUTING, uuids(connection, ids))));
    }

    /** Assesses all that is remembered of the commitments, whatever they were worth. */
    public void allAnew() {
        database.run(connection -> {
            for (String table : List.of("coverage_part", "coverage_dependency", "coverage_delta", "coverage_total")) {
                Database.update(connection, "delete from " + table);
            }
            List<UUID> page = after(connection, BEFORE_ALL);
            while (!page.isEmpty()) {
                remember(connection, Assessed.now(connection, page));
                page = after(connection, page.get(page.size() - 1));
            }
            Database.update(connection, SUM);
            Database.update(connection, CoverageMarks.MAKE);
        });
    }

    /** The next commitments after this one. */
    List<UUID> after(Connection connection, UUID last) throws SQLException {
        return Database.list(connection, AFTER, row -> row.getObject(1, UUID.class), last);
    }

    private void assessWaiting(Connection connection, Set<UUID> changed) throws SQLException {
        Object array = uuids(connection, changed);
        Set<UUID> all = new LinkedHashSet<>(changed);
        all.addAll(ids(connection, WAITING, array, array));
        assess(connection, all);
    }

    private void assess(Connection connection, Collection<UUID> ids) throws SQLException {
        List<UUID> left = new ArrayList<>(ids);
        for (int from = 0; from < left.size(); from += Remembered.PAGE) {
            touched.add(replace(connection, left.subList(from, Math.min(left.size(), from + Remembered.PAGE))));
        }
        Database.update(connection, SWEEP);
    }

    private Set<UUID> replace(Connection connection, List<UUID> ids) throws SQLException {
        Object array = uuids(connection, ids);
        Assessed now = Assessed.now(connection, ids);
        Set<UUID> concerned = ids(connection, ADD, array, now.parts());
        Database.update(connection, FORGET_DEPENDENCIES, array);
        remember(connection, now);
        return concerned;
    }

    private static void remember(Connection connection, Assessed now) throws SQLException {
        Database.update(connection, REMEMBER, now.parts());
        if (!now.dependencies().isEmpty()) {
            Database.update(connection, DEPEND, Remembered.rows(now.dependencies()));
        }
    }

    /**
     * What commitments are worth, and on what that rests.
     *
     * @param parts rows of {@code coverage_part}
     * @param dependencies rows of {@code coverage_dependency}
     */
    private record Assessed(String parts, List<Map<String, Object>> dependencies) {

        static Assessed now(Connection connection, List<UUID> commitments) throws SQLException {
            Remembered remembered = Remembered.now(connection);
            List<Promise> promises = remembered.promises(commitments);
            StoredFacts facts = remembered.facts(promises);
            return new Assessed(Remembered.rows(remembered.parts(promises, facts)),
                    promises.stream().flatMap(promise -> dependencies(promise, facts).stream()).toList());
        }

        private static List<Map<String, Object>> dependencies(Promise promise, Facts facts) {
            if (!promise.isFiledGuarantee()) {
                return List.of();
            }
            Map<String, Days> on = new LinkedHashMap<>();
            promise.approvals().forEach(id -> {
                ApprovalDays approval = facts.approval(id);
                on.put("APPROVAL " + id, approval == null ? Days.NONE : Days.ALL.without(approval.blocked()));
            });
            promise.conditions().stream().filter(condition -> dependency(condition) != null)
                    .forEach(condition -> on.put(dependency(condition), Assessor.met(promise, condition, facts)));
            return on.entrySet().stream().map(one -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("depends_on", one.getKey());
                row.put("met", one.getValue());
                row.put("commitment", promise.id());
                row.put("audience_id", promise.audienceId());
                return row;
            }).toList();
        }

        private static String dependency(Condition condition) {
            return switch (condition.kind()) {
                case COMMITMENT -> "COMMITMENT " + condition.commitment();
                case PARTICIPATION -> "PARTY " + condition.party();
                case INSTRUMENT_IN_FORCE -> "INSTRUMENT " + condition.instrument();
                case HOST_CONSENT -> null;
            };
        }
    }

    private static Set<UUID> ids(Connection connection, String sql, Object... parameters) throws SQLException {
        return new LinkedHashSet<>(Database.list(connection, sql, row -> row.getObject(1, UUID.class), parameters));
    }

    private static Object uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
