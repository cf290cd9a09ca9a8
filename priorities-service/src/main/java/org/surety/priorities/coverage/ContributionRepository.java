package org.surety.priorities.coverage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.http.Paging;
import org.surety.kit.log.Database;
import org.surety.priorities.remembered.Overlay;

/** The parts of commitments behind the sums of {@link CoverageRepository}, of what the viewer may see. */
@ApplicationScoped
class ContributionRepository {

    private static final String ASKED = "asked (day, in_force, what, awake) as not materialized (values (?::date, ?::text[], ?::text, ?::boolean)),";

    /** What is delivered stands in parts of its own, and in none of the numbers that open. */
    private static final String FIGURES = Arrays.stream(Figure.values()).map(figure -> "'" + figure.kept() + "'").distinct()
            .collect(Collectors.joining(", "));

    private static final String PARTS = """
             part as (select p.* from coverage_part p where p.series = ?
                and exists (select from asked a cross join unnest(p.counted) c
                    where c.days @> a.day and c.what in (%s) and (a.what is null or c.what = a.what)
                        and (a.awake is null or a.awake = (c.wakes is null or string_to_array(c.wakes, ',') && a.in_force)))
            """.formatted(FIGURES);

    private static final String ORDER = " order by p.party, p.commitment, coalesce(p.element, '') limit ?),";

    /** Of a named element, what all commitments say of it that the viewer sees: the one that says most makes the sum. */
    private static final String SAID = """
             claim as (
                select * from part where element is null
                union all
                select p.* from coverage_part p where (p.series, p.requirement_id, p.party, p.lead, p.element) in
                    (select series, requirement_id, party, lead, element from part where element is not null)),
            said as (
                select p.commitment, p.requirement_id, p.party, p.lead, p.element, c.what, c.wakes, s.amount, s.undisclosed, s.shown,
                    c.wakes is null or string_to_array(c.wakes, ',') && a.in_force as awake,
                    (select upper(r) - 1 from unnest((select range_agg(d.days) from unnest(p.counted) d where d.what = c.what)) r
                        where r @> a.day) as until,
                    (select upper(r) - 1 from unnest(c.days) r where r @> a.day) as same_until,
                    case when p.element is null then p.commitment end as alone
                from claim p cross join asked a cross join lateral unnest(p.counted) c
                    cross join lateral (select p.quantity, p.undisclosed, true where amounts_shown(p.amounts_audience_id)
                        union all select null, 1, false where not amounts_shown(p.amounts_audience_id)) s (amount, undisclosed, shown)
                where c.days @> a.day),
            once as (
                select *, max(amount) filter (where awake) over (partition by what, lead, party, element, alone) as active,
                    max(undisclosed) over (partition by what, lead, party, element, alone, awake) as any_undisclosed,
                    row_number() over (partition by what, lead, party, element, alone, awake
                        order by amount desc nulls last, wakes, commitment) as place
                from said)
            """;

    private static final String REASON = """
            case when not o.shown then 'NOT_RELEASED' when o.amount is null and o.undisclosed = 1 then coalesce(
                (select min(k ->> 'undisclosed') filter (where k ->> 'undisclosed' <> 'NOT_APPLICABLE')
                 from commitment_reference r cross join jsonb_array_elements(r.contributions) k where r.id = o.commitment
                    and (k ->> 'requirement')::uuid = o.requirement_id and k ->> 'element' is not distinct from o.element),
                (select r.undisclosed from commitment_reference r where r.id = o.commitment and o.requirement_id is null), 'UNKNOWN') end
            """;

    private static final String COUNTED = "select o.commitment, o.party, o.lead, o.element, o.amount, o.what, o.wakes, o.awake, o.until, o.same_until, "
            + REASON
            + """
                     as reason, (select r.title from commitment_reference r where r.id = o.commitment) as title,
                    case when o.place > 1 then 0 when o.awake then coalesce(o.amount, 0)
                        else greatest(coalesce(o.amount, 0) - coalesce(o.active, 0), 0) end as quantity,
                    case when o.element is null then o.undisclosed * (o.party = o.lead)::integer
                        when o.place = 1 and o.amount is null and o.active is null then o.any_undisclosed else 0 end as counted_undisclosed,
                    (o.party = o.lead)::integer as commitments
                    from once o join part p on p.commitment = o.commitment and p.party = o.party and p.element is not distinct from o.element
                    order by o.party, o.commitment, coalesce(o.element, '')""";

    private final Database database;

    ContributionRepository(Database database) {
        this.database = database;
    }

    /**
     * The parts of a page, each with all that it counts as on the day.
     *
     * @param inForce the kinds of situations that wake what sleeps
     * @param overlay what is laid over what is kept
     */
    List<List<CountedPart>> list(ContributionFilter filter, LocalDate day, Set<String> inForce, Overlay overlay,
            Paging.Request page) {
        return database.call(connection -> {
            Map<List<String>, List<CountedPart>> parts = rows(connection, filter, day, inForce, overlay, page).stream()
                    .collect(Collectors.groupingBy(CountedPart::place, LinkedHashMap::new, Collectors.toList()));
            return new ArrayList<>(parts.values());
        });
    }

    private static List<CountedPart> rows(Connection connection, ContributionFilter filter, LocalDate day, Set<String> inForce,
            Overlay overlay, Paging.Request page) throws SQLException {
        StringBuilder sql = new StringBuilder(ASKED).append(PARTS);
        List<Object> values = new ArrayList<>();
        values.add(day);
        values.add(connection.createArrayOf("text", inForce.toArray()));
        values.add(filter.what() == null ? null : filter.what().kept());
        values.add(filter.what() == null ? null : filter.what().awake());
        values.add(filter.series().name());
        narrow(sql, values, " and p.requirement_id = ?", filter.requirement());
        narrow(sql, values, " and p.requirement_id is null and p.priority = ?",
                filter.priority() == null ? null : filter.priority().name());
        narrow(sql, values, " and p.party = ?", filter.party());
        if (!page.after().isEmpty()) {
            sql.append(" and (p.party, p.commitment, coalesce(p.element, '')) > (?, ?::uuid, ?)");
            values.addAll(page.after());
        }
        narrow(sql, values, ORDER, page.fetch());
        Overlay.Query query = overlay.over(connection, sql.append(SAID).append(COUNTED).toString(), values.toArray());
        return Database.list(connection, query.sql(), CountedPart::from, query.parameters());
    }

    private static void narrow(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }
}
