package org.surety.priorities.coverage;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.log.Database;

/**
 * Keeps the totals of earlier support up: adds the difference between what a commitment was and what it is by its new state. Only the
 * projector of commitments writes them, one batch after the other.
 */
@ApplicationScoped
public class EarlierSupportUpkeep {

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

    private static final String ANEW = """
                    insert into earlier_support_total
                    select k.series, k.party, k.category, k.kind, k.audience_id, sum(k.commitments), sum(k.euro), sum(k.undisclosed), k.amounts_audience_id
                    from commitment_reference known cross join lateral earlier_support_of(row(known.*)::public.commitment_reference) k
                    group by k.series, k.party, k.category, k.kind, k.audience_id, k.amounts_audience_id
            having sum(k.commitments) <> 0 or sum(k.euro) <> 0 or sum(k.undisclosed) <> 0""";

    /** Rows that came back to nothing are as if they had never been. */
    private static final String SWEEP = "delete from earlier_support_total where commitments = 0 and euro = 0 and undisclosed = 0";

    private final Database database;

    EarlierSupportUpkeep(Database database) {
        this.database = database;
    }

    /**
     * Adds the differences that commitments make; to be called before the rows are remembered, in the same transaction.
     *
     * @param rows a JSON array of rows of {@code commitment_reference}, each commitment at most once
     */
    public void add(String rows) {
        database.run(connection -> {
            Database.update(connection, EARLIER_SUPPORT, rows);
            Database.update(connection, SWEEP);
        });
    }

    /** Makes all totals from what is remembered of the commitments, whatever they were. */
    public void sumAnew() {
        database.run(connection -> {
            Database.update(connection, "delete from earlier_support_total");
            Database.update(connection, ANEW);
        });
    }
}
