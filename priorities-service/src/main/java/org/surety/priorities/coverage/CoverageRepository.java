package org.surety.priorities.coverage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.log.Database;

/** The sums of coverage, of what the viewer may see. */
@ApplicationScoped
class CoverageRepository {

    /** An element that several commitments of a party name is there once: as much of it as the one says that says most. */
    private static final String SUMS = """
            select requirement_id, priority, kind, stage, sum(quantity), sum(commitments), sum(undisclosed)
            from (select requirement_id, priority, kind, stage, quantity, commitments, undisclosed
                  from coverage_delta where series = ? and day <= ?
                  union all
                  select requirement_id, null, (array_agg(kind order by amount desc nulls last, kind))[1], stage, coalesce(max(amount), 0),
                      count(*) filter (where party = lead), case when max(amount) is null then max(undisclosed) else 0 end
                  from (select e.requirement_id, e.kind, e.stage, e.lead, e.party, e.element, s.amount, s.undisclosed,
                            coalesce(r.kinds = '[]' or jsonb_exists(r.kinds, e.kind), true) as eligible
                        from coverage_element e left join requirement r on r.id = e.requirement_id
                            cross join lateral (select e.quantity, e.undisclosed where amounts_shown(e.amounts_audience_id)
                                union all select null, 1 where not amounts_shown(e.amounts_audience_id)) s (amount, undisclosed)
                        where e.series = ? and e.days @> ?) named
                  group by requirement_id, stage, lead, party, element, eligible) counted
            group by requirement_id, priority, kind, stage""";

    private static final String EARLIER_SUPPORT = """
            select party, category, kind, sum(commitments), sum(euro), sum(undisclosed)
            from earlier_support_total where series = ?
            group by party, category, kind order by party, category, kind""";

    private final Database database;

    CoverageRepository(Database database) {
        this.database = database;
    }

    /** As of the end of what begins on this day. */
    List<CoverageSum> sums(Series series, LocalDate day) {
        return database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SUMS)) {
                query.setString(1, series.name());
                query.setObject(2, day);
                query.setString(3, series.name());
                query.setObject(4, day);
                List<CoverageSum> sums = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        sums.add(sum(row));
                    }
                }
                return sums;
            }
        });
    }

    List<EarlierSupport> earlierSupport(Series series) {
        return database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(EARLIER_SUPPORT)) {
                query.setString(1, series.name());
                List<EarlierSupport> totals = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        totals.add(EarlierSupport.of(row.getString(1), row.getString(2), Kind.valueOf(row.getString(3)),
                                row.getLong(4), row.getBigDecimal(5), row.getLong(6)));
                    }
                }
                return totals;
            }
        });
    }

    private static CoverageSum sum(ResultSet row) throws SQLException {
        String priority = row.getString(2);
        return new CoverageSum(row.getObject(1, UUID.class), priority == null ? null : PriorityCode.valueOf(priority),
                Kind.valueOf(row.getString(3)), Stage.valueOf(row.getString(4)), row.getBigDecimal(5), row.getLong(6),
                row.getLong(7));
    }
}
