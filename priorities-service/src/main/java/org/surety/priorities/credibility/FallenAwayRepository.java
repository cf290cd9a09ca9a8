package org.surety.priorities.credibility;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Kind;
import org.surety.contracts.Series;
import org.surety.kit.log.Database;
import org.surety.priorities.credibility.FallenAway.Amount;
import org.surety.priorities.credibility.FallenAway.Fallen;
import org.surety.priorities.credibility.FallenAway.InPlace;

/** The military commitments that fell away and what names them, of what the viewer may see. */
@ApplicationScoped
class FallenAwayRepository {

    /** More than any coalition has taken back; beyond it they are not gone through. */
    static final int MAX_FALLEN = 10_000;

    /** Guarantees that would hold on the day, what became of each by then, and what it gives to requirements and as a whole. */
    private static final String OF_THE_DAY = """
            from commitment_reference c
            cross join lateral (
                select c.state = 'WITHDRAWN' and coalesce(c.withdrawn_on, '-infinity') <= ? as withdrawn,
                    exists (select from approval_reference a where a.id = any (c.approvals) and a.refused @> ?::date) as refused) became
            cross join lateral (
                select array_agg(requirement) as requirements, array_agg(unit) as units,
                    array_agg(case when amounts_shown(c.amounts_audience_id) then quantity end) as quantities
                from (select (part ->> 'requirement')::uuid as requirement, null as unit,
                          case when count(*) = count(said.quantity) then sum(said.quantity) end as quantity
                      from jsonb_array_elements(c.contributions) part cross join lateral (
                          select case part ->> 'undisclosed' when 'NOT_APPLICABLE' then 0 else (part ->> 'quantity')::numeric end) said (quantity)
                      group by 1
                      union all
                      select null, lower(btrim(c.measure)), case c.undisclosed when 'NOT_APPLICABLE' then 0 else c.quantity end) amount) given
            where c.series = ? and c.basis = 'GUARANTEE' and coalesce(c.announced_on, '-infinity') <= ? and coalesce(c.until_day, 'infinity') >= ?
            """;

    /** What a body has refused is found by what depends on it. */
    private static final String FALLEN = """
            with candidate as (
                select id from commitment_reference where series = ? and basis = 'GUARANTEE' and state = 'WITHDRAWN'
                union
                select d.commitment from approval_reference a join coverage_dependency d on d.depends_on = 'APPROVAL ' || a.id
                where a.refused @> ?::date)
            select c.id, concat(coalesce(c.title, c.id::text), ' (', c.party, case when withdrawn
                    then concat_ws(' ', ', withdrawn', c.withdrawn_on) else ', refused' end, ')'),
                withdrawn and c.successor is not null and not exists (select from commitment_reference s where s.id = c.successor),
                requirements, units, quantities
            %s and c.id in (select id from candidate) and c.kind <> all (?::text[]) and (withdrawn or refused)
            order by c.withdrawn_on, c.party, c.id limit %d""".formatted(OF_THE_DAY, MAX_FALLEN + 1);

    private static final String IN_PLACE = """
            select c.kind = any (?::text[]), coalesce(not withdrawn and not refused and c.decision_in_effect <= ?, false),
                c.supersedes, c.supplements, requirements, units, quantities
            %s and (c.authority is null or c.authority = 'YES') and c.id in (
                select r.id from commitment_reference r cross join unnest(r.supersedes || r.supplements) named
                where r.series = ? and (r.supersedes is not null or r.supplements is not null) and named in (select unnest(?::uuid[])))
            """
            .formatted(OF_THE_DAY);

    private final Database database;

    FallenAwayRepository(Database database) {
        this.database = database;
    }

    FallenAway on(LocalDate day, Series series) {
        return database.call(connection -> {
            Array supplements = connection.createArrayOf("text", Kind.SUPPLEMENTS.stream().map(Enum::name).toArray());
            List<Fallen> fallen = Database.list(connection, FALLEN, FallenAwayRepository::fallen, series.name(), day, day,
                    day, series.name(), day, day, supplements);
            return new FallenAway(fallen,
                    fallen.isEmpty() ? List.of() : inPlace(connection, fallen, supplements, day, series));
        });
    }

    private static List<InPlace> inPlace(Connection connection, List<Fallen> fallen, Array supplements, LocalDate day,
            Series series) throws SQLException {
        Array ids = connection.createArrayOf("uuid", fallen.stream().map(Fallen::id).toArray());
        return Database.list(connection, IN_PLACE, FallenAwayRepository::inPlace, supplements, day, day, day, series.name(), day,
                day, series.name(), ids);
    }

    private static Fallen fallen(ResultSet row) throws SQLException {
        return new Fallen(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), amounts(row, 4));
    }

    private static InPlace inPlace(ResultSet row) throws SQLException {
        return new InPlace(row.getBoolean(1), row.getBoolean(2), ids(row.getArray(3)), ids(row.getArray(4)), amounts(row, 5));
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }

    /** Three columns beside each other. */
    private static List<Amount> amounts(ResultSet row, int first) throws SQLException {
        UUID[] requirements = (UUID[]) row.getArray(first).getArray();
        String[] units = (String[]) row.getArray(first + 1).getArray();
        BigDecimal[] quantities = (BigDecimal[]) row.getArray(first + 2).getArray();
        List<Amount> amounts = new ArrayList<>();
        for (int i = 0; i < requirements.length; i++) {
            amounts.add(new Amount(requirements[i], units[i], quantities[i]));
        }
        return amounts;
    }
}
