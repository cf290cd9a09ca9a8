package org.surety.priorities.coverage;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.log.Database;
import org.surety.priorities.remembered.Overlay;

/** The sums of coverage, of what the viewer may see. */
@ApplicationScoped
public class CoverageRepository {

    /**
     * An element that several commitments of a party name is there once: as much of it as the one says that says most; of what is awake and
     * asleep, what is awake comes first, and asleep is what the others say beyond it.
     */
    private static final String SUMS = """
            %3$s,
            element as (
                select p.requirement_id, p.lead, p.party, p.element, c.what, c.wakes,
                    c.wakes is null or string_to_array(c.wakes, ',') && ?::text[] as awake, s.amount, s.undisclosed
                from coverage_part p cross join lateral unnest(p.counted) c
                    cross join lateral (select p.quantity, p.undisclosed where amounts_shown(p.amounts_audience_id)
                        union all select null, 1 where not amounts_shown(p.amounts_audience_id)) s (amount, undisclosed)
                where p.element is not null and p.series = ? and c.days @> ?::date %1$s),
            once as (
                select *, max(amount) filter (where awake) over (partition by requirement_id, what, lead, party, element) as active
                from element)
            select requirement_id, priority, party, what, wakes, sum(quantity), sum(commitments), sum(undisclosed)
            from (%2$s
                  union all
                  select requirement_id, null, party, what, null, coalesce(max(amount), 0), (count(*) filter (where party = lead))::integer,
                      case when max(amount) is null then max(undisclosed) else 0 end, true
                  from once where awake group by requirement_id, what, lead, party, element
                  union all
                  select requirement_id, null, party, what, (array_agg(wakes order by amount desc nulls last, wakes))[1],
                      greatest(coalesce(max(amount), 0) - coalesce(max(active), 0), 0), (count(*) filter (where party = lead))::integer,
                      case when max(amount) is null and max(active) is null then max(undisclosed) else 0 end, true
                  from once where not awake group by requirement_id, what, lead, party, element) counted
            group by requirement_id, priority, party, what, wakes
            having bool_or(named) or sum(quantity) <> 0 or sum(commitments) <> 0 or sum(undisclosed) <> 0""";

    private static final String ALL = formatted("", "");

    private static final String ALL_LAID_OVER = formatted("", Overlay.LAID_ON_DAY);

    private static final String SOME = formatted("and requirement_id = any (?::uuid[])", "");

    private static final String EARLIER_SUPPORT = """
            total as (select * from earlier_support_total)
            select party, category, kind, sum(commitments), sum(euro), sum(undisclosed)
            from total where series = ?
            group by party, category, kind having sum(commitments) <> 0 or sum(euro) <> 0 or sum(undisclosed) <> 0
            order by party, category, kind""";

    private final Database database;

    CoverageRepository(Database database) {
        this.database = database;
    }

    /**
     * As of the end of what begins on this day.
     *
     * @param inForce the kinds of situations that wake what sleeps
     */
    public List<CoverageSum> sums(Series series, LocalDate day, Set<String> inForce) {
        return sums(series, day, inForce, Overlay.NONE);
    }

    /** @param overlay what is laid over what is kept */
    List<CoverageSum> sums(Series series, LocalDate day, Set<String> inForce, Overlay overlay) {
        return database.call(connection -> {
            List<Object> parameters = new ArrayList<>(
                    List.of(day, day, day, day, connection.createArrayOf("text", inForce.toArray()),
                            series.name(), day, series.name(), series.name()));
            if (overlay.isNothing()) {
                return list(connection, overlay.over(connection, ALL, parameters.toArray()));
            }
            parameters.addAll(List.of(series.name(), day));
            return list(connection, overlay.overDay(connection, ALL_LAID_OVER, parameters.toArray()));
        });
    }

    private static List<CoverageSum> list(Connection connection, Overlay.Query query) throws SQLException {
        return Database.list(connection, query.sql(), CoverageRepository::sum, query.parameters());
    }

    /** The same of some requirements alone. */
    List<CoverageSum> sums(Series series, LocalDate day, Set<String> inForce, Collection<UUID> requirements) {
        return database.call(connection -> {
            Array some = connection.createArrayOf("uuid", requirements.toArray());
            return list(connection, Overlay.NONE.over(connection, SOME, day, day, day, day,
                    connection.createArrayOf("text", inForce.toArray()), series.name(), day, some, series.name(), some,
                    series.name(), some));
        });
    }

    List<EarlierSupport> earlierSupport(Series series, Overlay overlay) {
        return database.call(connection -> {
            Overlay.Query query = overlay.overEarlierSupport(connection, EARLIER_SUPPORT, series.name());
            return Database.list(connection, query.sql(), row -> EarlierSupport.of(row.getString(1), row.getString(2),
                    Kind.valueOf(row.getString(3)), row.getLong(4), row.getBigDecimal(5), row.getLong(6)), query.parameters());
        });
    }

    /** @param more what is summed besides */
    private static String formatted(String which, String more) {
        return SUMS.formatted(which, CoverageMarks.COUNTED.formatted(which) + more, CoverageMarks.WAY);
    }

    private static CoverageSum sum(ResultSet row) throws SQLException {
        String priority = row.getString(2);
        return new CoverageSum(row.getObject(1, UUID.class), priority == null ? null : PriorityCode.valueOf(priority),
                row.getString(3),
                row.getString(4), row.getString(5), row.getBigDecimal(6), row.getLong(7), row.getLong(8));
    }
}
