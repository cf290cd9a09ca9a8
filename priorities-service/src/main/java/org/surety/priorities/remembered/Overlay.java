package org.surety.priorities.remembered;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some commitments were or would be worth in place of what they are worth now, for one answer. A query that is laid over it finds the tables of
 * coverage with these parts in them, and as much of that as its viewer may see by the label of then and by that of now.
 *
 * @param knownAt null: nothing is laid over
 * @param commitments whose parts of now are left out
 * @param parts that take their place: rows of {@code coverage_part}
 */
public record Overlay(Instant knownAt, Set<UUID> commitments, List<Object> parts) {

    public static final Overlay NONE = new Overlay(null, Set.of(), List.of());

    private static final String QUESTION = """
            question (known_at) as (values (?::timestamptz)),
            """;

    private static final String PARTS = """
            left_out (commitment) as materialized (select unnest(?::uuid[])),
            instead as materialized (
                select shown.* from jsonb_populate_recordset(null::public.coverage_part, ?::jsonb) p
                    join public.commitment_reference c on c.id = p.commitment
                    cross join lateral jsonb_populate_record(p, jsonb_build_object('amounts_audience_id',
                        case when amounts_shown(p.amounts_audience_id) then c.amounts_audience_id else p.amounts_audience_id end)) shown
                where amounts_shown(p.audience_id)),
            coverage_part as not materialized (
                select * from public.coverage_part p where not exists (select from left_out l where l.commitment = p.commitment)
                union all
                select * from instead),
            """;

    private static final String DELTAS = """
            laid as materialized (
                select k.series, k.requirement_id, k.priority, k.party, k.what, k.wakes, k.audience_id, k.day, -k.quantity as quantity,
                    -k.commitments as commitments, -k.undisclosed as undisclosed
                from left_out l join public.coverage_part p on p.commitment = l.commitment cross join lateral deltas_of(p) k
                where amounts_shown(k.amounts_audience_id)
                union all
                select k.series, k.requirement_id, k.priority, k.party, k.what, k.wakes, k.audience_id, k.day, k.quantity, k.commitments,
                    k.undisclosed
                from instead i cross join lateral deltas_of(row(i.*)::public.coverage_part) k
                where amounts_shown(k.amounts_audience_id)),
            coverage_delta as not materialized (
                select series, requirement_id, priority, party, what, wakes, audience_id, day, quantity, commitments, undisclosed
                from public.coverage_delta
                union all
                select * from laid),
            coverage_total as not materialized (
                select until_day, series, requirement_id, priority, party, what, wakes, audience_id, quantity, commitments, undisclosed
                from public.coverage_total
                union all
                select m.day, l.series, l.requirement_id, l.priority, l.party, l.what, l.wakes, l.audience_id, l.quantity, l.commitments,
                    l.undisclosed
                from laid l join public.coverage_mark m on m.day >= l.day),
            """;

    private static final String COMMITMENTS = """
            commitment_reference as not materialized (
                select id, contributions, undisclosed, title from public.commitment_reference
                where recorded_at <= (select known_at from question)
                union all
                select c.id, c.contributions, c.undisclosed, c.title
                from left_out l join public.commitment_reference_past c on c.id = l.commitment cross join question q
                where c.recorded_at <= q.known_at and c.known_until > q.known_at),
            """;

    private static final String EARLIER_SUPPORT = """
            earlier_support_total as not materialized (
                select series, party, category, kind, commitments, euro, undisclosed from public.earlier_support_total
                union all
                select k.series, k.party, k.category, k.kind, -k.commitments, -k.euro, -k.undisclosed
                from public.commitment_reference c cross join lateral earlier_support_of(c) k
                where c.recorded_at > (select known_at from question) and amounts_shown(k.amounts_audience_id)
                union all
                select k.series, k.party, k.category, k.kind, k.commitments, k.euro, k.undisclosed
                from question q join public.commitment_reference_past p on p.recorded_at <= q.known_at and p.known_until > q.known_at
                        and p.basis = 'EARLIER_SUPPORT' and p.state = 'FILED'
                    join public.commitment_reference c on c.id = p.id
                    cross join lateral earlier_support_of(jsonb_populate_record(c, to_jsonb(p) || jsonb_build_object('amounts_audience_id',
                        case when amounts_shown(p.amounts_audience_id) then c.amounts_audience_id else p.amounts_audience_id end))) k
                where amounts_shown(k.amounts_audience_id)),
            """;

    /** For one day nobody needs on which days it begins and ends to count. */
    private static final String OF_A_DAY = """
            laid as (
                select p.*, -1 as sign from left_out l join public.coverage_part p on p.commitment = l.commitment
                union all
                select i.*, 1 from instead i),
            """;

    /**
     * What {@link #overDay} adds to what is summed of a day, as columns of that sum; it takes the series and the day. As {@code deltas_of} has it: of
     * whose amounts the viewer does not see it is one that states none, and a contested delivery is nothing.
     */
    public static final String LAID_ON_DAY = """

            union all
            select l.requirement_id, l.priority, l.party, c.what, c.wakes, l.sign * s.quantity, l.sign * (l.party = l.lead)::integer,
                l.sign * (l.party = l.lead)::integer * s.undisclosed, false
            from laid l cross join lateral unnest(l.counted) c
                cross join lateral (select coalesce(l.quantity, 0), l.undisclosed where amounts_shown(l.amounts_audience_id)
                    union all
                    select 0, 1 where not amounts_shown(l.amounts_audience_id)
                        and coalesce(l.fact not like 'DELIVERY_CONTESTED %', true)) s (quantity, undisclosed)
            where l.element is null and l.series = ? and c.days @> ?::date""";

    /** The same with more of it. */
    Overlay with(Set<UUID> moreCommitments, List<Object> moreParts) {
        Set<UUID> all = Stream.concat(commitments.stream(), moreCommitments.stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Overlay(knownAt, all, Stream.concat(parts.stream(), moreParts.stream()).toList());
    }

    /** Whether nothing is laid over. */
    public boolean isNothing() {
        return knownAt == null;
    }

    /**
     * A query of coverage that begins with the name of its first common table expression.
     *
     * @param connection for the arrays among the parameters
     */
    public Query over(Connection connection, String query, Object... parameters) throws SQLException {
        return isNothing()
                ? new Query("with " + query, parameters)
                : laid(connection, QUESTION + PARTS + DELTAS + COMMITMENTS + query, true, parameters);
    }

    /** The same of one day, which finds its sums without what is laid over, and adds that by {@link #LAID_ON_DAY}. */
    public Query overDay(Connection connection, String query, Object... parameters) throws SQLException {
        return laid(connection, QUESTION + PARTS + OF_A_DAY + query, true, parameters);
    }

    /** The same of earlier support. */
    public Query overEarlierSupport(Connection connection, String query, Object... parameters) throws SQLException {
        return isNothing()
                ? new Query("with " + query, parameters)
                : laid(connection, QUESTION + EARLIER_SUPPORT + query, false, parameters);
    }

    private Query laid(Connection connection, String query, boolean withParts, Object... parameters) throws SQLException {
        List<Object> all = new ArrayList<>(List.of(Timestamp.from(knownAt)));
        if (withParts) {
            all.add(connection.createArrayOf("uuid", commitments.toArray()));
            all.add(Remembered.rows(parts));
        }
        all.addAll(Arrays.asList(parameters));
        return new Query("with " + query, all.toArray());
    }

    /** SQL and what its question marks stand for. */
    public record Query(String sql, Object[] parameters) {
    }
}
