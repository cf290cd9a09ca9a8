package org.surety.priorities.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Series;
import org.surety.kit.log.Database;
import org.surety.priorities.assessment.Stage;
import org.surety.priorities.remembered.Overlay;

/** The sums of coverage month by month, of what the viewer may see: on each day what {@link CoverageRepository} says of it. */
@ApplicationScoped
class MonthRepository {

    private static final String COUNTED = "and requirement_id = any (?::uuid[]) and what in ('PLEDGED', 'COMMITTED', 'ASSURED')";

    /** What is there on the first day; what begins or ends later is in the sums from the first month on that begins with it or after it. */
    private static final String SUMS = """
            %1$s,
            asked (series, requirements, first, last, in_force) as not materialized (values (?::text, ?::uuid[], ?::date, ?::date, ?::text[])),
            month (day) as (select m::date from asked cross join generate_series(first::timestamp, last::timestamp, interval '1 month') m),
            step as (
                select k.requirement_id, k.what, k.wakes is null or string_to_array(k.wakes, ',') && a.in_force as awake, a.first as day,
                    sum(k.quantity) as quantity, sum(k.commitments) as commitments, sum(k.undisclosed) as undisclosed
                from (%2$s) k cross join asked a
                group by 1, 2, 3, 4
                union all
                select d.requirement_id, d.what, d.wakes is null or string_to_array(d.wakes, ',') && a.in_force,
                    (date_trunc('month', (d.day - 1)::timestamp) + interval '1 month')::date,
                    sum(d.quantity), sum(d.commitments), sum(d.undisclosed)
                from coverage_delta d cross join asked a
                where d.series = a.series and d.%3$s and d.requirement_id = any (a.requirements) and d.day > a.first and d.day <= a.last
                    and d.what in ('PLEDGED', 'COMMITTED', 'ASSURED')
                group by 1, 2, 3, 4),
            cumulated as (
                select g.requirement_id, m.day, g.what, g.awake, sum(s.quantity) over until as quantity,
                    sum(s.commitments) over until as commitments, sum(s.undisclosed) over until as undisclosed
                from (select distinct requirement_id, what, awake from step) g cross join month m
                    left join step s on (s.requirement_id, s.what, s.awake, s.day) = (g.requirement_id, g.what, g.awake, m.day)
                window until as (partition by g.requirement_id, g.what, g.awake order by m.day)),
            said as (
                select p.requirement_id, m.day, c.what, p.lead, p.party, p.element,
                    c.wakes is null or string_to_array(c.wakes, ',') && a.in_force as awake, s.amount, s.undisclosed
                from asked a join coverage_part p on p.series = a.series and p.requirement_id = any (a.requirements)
                    cross join lateral unnest(p.counted) c join month m on c.days @> m.day
                    cross join lateral (select p.quantity, p.undisclosed where amounts_shown(p.amounts_audience_id)
                        union all select null, 1 where not amounts_shown(p.amounts_audience_id)) s (amount, undisclosed)
                where p.element is not null and c.what in ('PLEDGED', 'COMMITTED', 'ASSURED')),
            once as (
                select requirement_id, day, what, max(amount) filter (where awake) as active, max(amount) filter (where not awake) as asleep,
                    count(*) filter (where awake and party = lead) as active_commitments,
                    count(*) filter (where not awake and party = lead) as asleep_commitments,
                    max(undisclosed) filter (where awake) as active_undisclosed, max(undisclosed) filter (where not awake) as asleep_undisclosed
                from said group by requirement_id, day, what, lead, party, element)
            select requirement_id, day, what, awake, sum(quantity), sum(commitments), sum(undisclosed)
            from (select requirement_id, day, what, awake, coalesce(quantity, 0), coalesce(commitments, 0), coalesce(undisclosed, 0) from cumulated
                  union all
                  select requirement_id, day, what, true, coalesce(active, 0), active_commitments,
                      case when active is null then coalesce(active_undisclosed, 0) else 0 end from once
                  union all
                  select requirement_id, day, what, false, greatest(coalesce(asleep, 0) - coalesce(active, 0), 0), asleep_commitments,
                      case when active is null and asleep is null then coalesce(asleep_undisclosed, 0) else 0 end from once)
                counted (requirement_id, day, what, awake, quantity, commitments, undisclosed)
            group by requirement_id, day, what, awake"""
            .formatted(CoverageMarks.WAY, CoverageMarks.COUNTED.formatted(COUNTED), CoverageMarks.SEEN);

    private final Database database;

    MonthRepository(Database database) {
        this.database = database;
    }

    /**
     * Of these requirements; of what is nothing there may be no row.
     *
     * @param inForce the kinds of situations that wake what sleeps
     * @param overlay what is laid over what is kept
     */
    List<MonthSum> sums(Series series, Collection<UUID> requirements, Months months, Set<String> inForce, Overlay overlay) {
        return database.call(connection -> {
            Object ids = connection.createArrayOf("uuid", requirements.toArray());
            LocalDate first = months.from();
            Overlay.Query query = overlay.over(connection, SUMS, first, first, first, first, series.name(), ids, first,
                    months.last(), connection.createArrayOf("text", inForce.toArray()), series.name(), ids, series.name(), ids);
            return Database.list(connection, query.sql(), MonthRepository::sum, query.parameters());
        });
    }

    private static MonthSum sum(ResultSet row) throws SQLException {
        return new MonthSum(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class), Stage.valueOf(row.getString(3)),
                row.getBoolean(4), row.getBigDecimal(5), row.getLong(6), row.getLong(7));
    }
}
