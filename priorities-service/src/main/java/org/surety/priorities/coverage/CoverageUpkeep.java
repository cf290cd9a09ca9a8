package org.surety.priorities.coverage;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.log.Database;

/**
 * Keeps coverage and the totals of earlier support up: adds the difference between what a commitment contributed until now and what it
 * contributes by its new state. Only the projector of commitments writes them, one batch after the other.
 */
@ApplicationScoped
public class CoverageUpkeep {

    /**
     * The newer states of a batch beside what is remembered; a version that is not newer contributes no difference. What is remembered may
     * be of either generation of the projection, what a row contributes is told by the functions on the first one's rows.
     */
    private static final String FRESH = """
            with fresh as (
                select incoming as state
                from jsonb_populate_recordset(null::public.commitment_reference, ?::jsonb) incoming
                left join commitment_reference known on known.id = incoming.id
                where known.id is null or known.version < incoming.version)
            """;

    /** The days on which a body has refused what the commitment of this row needs. */
    private static final String REFUSED = """
            cross join lateral (select coalesce(range_agg(a.refused), '{}') as refused from approval_reference a
                                where a.id = any ((%s).approvals)) a
            """;

    private static final String ADD = """
            group by series, requirement_id, priority, party, kind, stage, audience_id, day, amounts_audience_id
            having sum(quantity) <> 0 or sum(commitments) <> 0 or sum(undisclosed) <> 0
            on conflict (series, requirement_id, priority, party, kind, stage, day, audience_id, amounts_audience_id) do update set
                quantity = coverage_delta.quantity + excluded.quantity,
                commitments = coverage_delta.commitments + excluded.commitments,
                undisclosed = coverage_delta.undisclosed + excluded.undisclosed""";

    private static final String COVERAGE = FRESH
            + """
                    insert into coverage_delta
                    select series, requirement_id, priority, party, kind, stage, audience_id, day,
                           sum(quantity), sum(commitments), sum(undisclosed), amounts_audience_id
                    from (select k.* from fresh
                          """
            + REFUSED.formatted("fresh.state") + """
                         cross join lateral coverage_of(fresh.state, a.refused) k
                    union all
                    select k.series, k.requirement_id, k.priority, k.party, k.kind, k.stage, k.audience_id, k.day,
                           -k.quantity, -k.commitments, -k.undisclosed, k.amounts_audience_id
                    from fresh join commitment_reference known on known.id = (fresh.state).id
                    """ + REFUSED.formatted("known") + """
                               cross join lateral coverage_of(row(known.*)::public.commitment_reference, a.refused) k) difference
                    """
            + ADD;

    /** The same where approvals change and the commitments that need them do not. */
    private static final String REFUSALS = """
            with fresh as (
                select incoming.* from jsonb_populate_recordset(null::public.approval_reference, ?::jsonb) incoming
                left join approval_reference known on known.id = incoming.id
                where known.id is null or known.version < incoming.version),
            affected as (
                select row(c.*)::public.commitment_reference as state,
                    coalesce((select range_agg(a.refused) from approval_reference a where a.id = any (c.approvals)), '{}') as before,
                    coalesce((select range_agg(a.refused) from (
                        select id, refused from fresh
                        union all
                        select id, refused from approval_reference where id not in (select id from fresh)) a
                        where a.id = any (c.approvals)), '{}') as after
                from commitment_reference c where c.approvals && (select array_agg(id) from fresh))
            insert into coverage_delta
            select series, requirement_id, priority, party, kind, stage, audience_id, day,
                   sum(quantity), sum(commitments), sum(undisclosed), amounts_audience_id
            from (select k.* from affected cross join lateral coverage_of(affected.state, affected.after) k
                  union all
                  select k.series, k.requirement_id, k.priority, k.party, k.kind, k.stage, k.audience_id, k.day,
                         -k.quantity, -k.commitments, -k.undisclosed, k.amounts_audience_id
                  from affected cross join lateral coverage_of(affected.state, affected.before) k) difference
            """
            + ADD;

    private static final String FORGET_ELEMENTS = FRESH + """
            delete from coverage_element where commitment in (select (state).id from fresh)""";

    private static final String ELEMENTS = FRESH + "insert into coverage_element select k.* from fresh "
            + REFUSED.formatted("fresh.state")
            + "cross join lateral elements_of(fresh.state, a.refused) k";

    /** The same where approvals change: those of the commitments that need one of them, as they are by what comes. */
    private static final String ELEMENTS_REFUSED = """
            with fresh as (
                select incoming.* from jsonb_populate_recordset(null::public.approval_reference, ?::jsonb) incoming
                left join approval_reference known on known.id = incoming.id
                where known.id is null or known.version < incoming.version)
            update coverage_element e set days = k.days
            from commitment_reference c
                cross join lateral (select coalesce(range_agg(a.refused), '{}') as refused from (
                        select id, refused from fresh
                        union all
                        select id, refused from approval_reference where id not in (select id from fresh)) a
                    where a.id = any (c.approvals)) a
                cross join lateral elements_of(row(c.*)::public.commitment_reference, a.refused) k
            where c.approvals && (select array_agg(id) from fresh) and e.commitment = c.id and e.requirement_id = k.requirement_id
                and e.element = k.element and e.party = k.party and e.stage = k.stage""";

    private static final String EARLIER_SUPPORT = FRESH + """
            insert into earlier_support_total
            select series, party, category, kind, audience_id, sum(commitments), sum(euro), sum(undisclosed), amounts_audience_id
            from (select k.* from fresh cross join lateral earlier_support_of(fresh.state) k
                  union all
                  select k.series, k.party, k.category, k.kind, k.audience_id, -k.commitments, -k.euro, -k.undisclosed,
                         k.amounts_audience_id
                  from fresh join commitment_reference known on known.id = (fresh.state).id
                       cross join lateral earlier_support_of(row(known.*)::public.commitment_reference) k) difference
            group by series, party, category, kind, audience_id, amounts_audience_id
            having sum(commitments) <> 0 or sum(euro) <> 0 or sum(undisclosed) <> 0
            on conflict (series, party, category, kind, audience_id, amounts_audience_id) do update set
                commitments = earlier_support_total.commitments + excluded.commitments,
                euro = earlier_support_total.euro + excluded.euro,
                undisclosed = earlier_support_total.undisclosed + excluded.undisclosed""";

    /** Rows that came back to nothing are as if they had never been. */
    private static final String SWEEP_COVERAGE = "delete from coverage_delta where quantity = 0 and commitments = 0 and undisclosed = 0";

    private static final String SWEEP_EARLIER_SUPPORT = "delete from earlier_support_total where commitments = 0 and euro = 0 and undisclosed = 0";

    private static final List<String> SUM_ANEW = List.of("delete from coverage_delta", "delete from earlier_support_total",
            "delete from coverage_element",
            "insert into coverage_element select k.* from commitment_reference known " + REFUSED.formatted("known")
                    + "cross join lateral elements_of(row(known.*)::public.commitment_reference, a.refused) k",
            """
                    insert into coverage_delta
                    select k.series, k.requirement_id, k.priority, k.party, k.kind, k.stage, k.audience_id, k.day,
                           sum(k.quantity), sum(k.commitments), sum(k.undisclosed), k.amounts_audience_id
                    from commitment_reference known
                    """ + REFUSED.formatted("known")
                    + """
                                 cross join lateral coverage_of(row(known.*)::public.commitment_reference, a.refused) k
                            group by k.series, k.requirement_id, k.priority, k.party, k.kind, k.stage, k.audience_id, k.day, k.amounts_audience_id
                            having sum(k.quantity) <> 0 or sum(k.commitments) <> 0 or sum(k.undisclosed) <> 0""",
            """
                            insert into earlier_support_total
                            select k.series, k.party, k.category, k.kind, k.audience_id, sum(k.commitments), sum(k.euro), sum(k.undisclosed), k.amounts_audience_id
                            from commitment_reference known cross join lateral earlier_support_of(row(known.*)::public.commitment_reference) k
                            group by k.series, k.party, k.category, k.kind, k.audience_id, k.amounts_audience_id
                    having sum(k.commitments) <> 0 or sum(k.euro) <> 0 or sum(k.undisclosed) <> 0""");

    private final Database database;

    CoverageUpkeep(Database database) {
        this.database = database;
    }

    /** Makes all sums from what is remembered of the commitments, whatever they were. */
    public void sumAnew() {
        database.run(connection -> {
            for (String sql : SUM_ANEW) {
                Database.update(connection, sql);
            }
        });
    }

    /**
     * Adds the differences that approvals make; to be called before the rows are remembered, in the same transaction.
     *
     * @param rows a JSON array of rows of {@code approval_reference}, each approval at most once
     */
    public void addApprovals(String rows) {
        database.run(connection -> {
            Database.update(connection, REFUSALS, rows);
            Database.update(connection, ELEMENTS_REFUSED, rows);
            Database.update(connection, SWEEP_COVERAGE);
        });
    }

    /**
     * Adds the differences that commitments make; to be called before the rows are remembered, in the same transaction.
     *
     * @param rows a JSON array of rows of {@code commitment_reference}, each commitment at most once
     */
    public void add(String rows) {
        database.run(connection -> {
            for (String sql : List.of(COVERAGE, EARLIER_SUPPORT, FORGET_ELEMENTS, ELEMENTS)) {
                Database.update(connection, sql, rows);
            }
            for (String sql : List.of(SWEEP_COVERAGE, SWEEP_EARLIER_SUPPORT)) {
                Database.update(connection, sql);
            }
        });
    }
}
