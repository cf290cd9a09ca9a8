package org.surety.priorities.remembered;

import java.sql.Array;
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

    private static final String TABLES = """
            question (known_at) as (values (?::timestamptz)),
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
            commitment_reference as not materialized (
                select id, contributions, undisclosed, title from public.commitment_reference
                where recorded_at <= (select known_at from question)
                union all
                select c.id, c.contributions, c.undisclosed, c.title
                from left_out l join public.commitment_reference_past c on c.id = l.commitment cross join question q
                where c.recorded_at <= q.known_at and c.known_until > q.known_at),
            earlier_support_total as not materialized (
                select series, party, category, kind, commitments, euro, undisclosed from public.earlier_support_total
                union all
                select k.series, k.party, k.category, k.kind, -k.commitments, -k.euro, -k.undisclosed
                from public.commitment_reference c cross join lateral earlier_support_of(c) k
                where c.recorded_at > (select known_at from question) and amounts_shown(k.amounts_audience_id)
                union all
                select k.series, k.party, k.category, k.kind, k.commitments, k.euro, k.undisclosed
                from question q join public.commitment_reference_past p on p.recorded_at <= q.known_at and p.known_until > q.known_at
                    join public.commitment_reference c on c.id = p.id
                    cross join lateral earlier_support_of(jsonb_populate_record(c, to_jsonb(p) || jsonb_build_object('amounts_audience_id',
                        case when amounts_shown(p.amounts_audience_id) then c.amounts_audience_id else p.amounts_audience_id end))) k
                where amounts_shown(k.amounts_audience_id)),
            """;

    /** The same with more of it. */
    Overlay with(Set<UUID> moreCommitments, List<Object> moreParts) {
        Set<UUID> all = Stream.concat(commitments.stream(), moreCommitments.stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Overlay(knownAt, all, Stream.concat(parts.stream(), moreParts.stream()).toList());
    }

    /**
     * A query that begins with the name of its first common table expression.
     *
     * @param connection for the arrays among the parameters
     */
    public Query over(Connection connection, String query, Object... parameters) throws SQLException {
        if (knownAt == null) {
            return new Query("with " + query, parameters);
        }
        Array left = connection.createArrayOf("uuid", commitments.toArray());
        List<Object> all = new ArrayList<>(List.of(Timestamp.from(knownAt), left, Remembered.rows(parts)));
        all.addAll(Arrays.asList(parameters));
        return new Query("with " + TABLES + query, all.toArray());
    }

    /** SQL and what its question marks stand for. */
    public record Query(String sql, Object[] parameters) {
    }
}
