package org.surety.priorities.credibility;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.log.Database;
import org.surety.priorities.coverage.CoverageMarks;

/** The figures by which credibility is judged, of what the viewer may see. */
@ApplicationScoped
class FigureRepository {

    /** A named element is there once: as much of it as the one says that says most. */
    private static final String ASSURED = """
            with %s,
            element as (
                select p.requirement_id, p.lead, p.party, p.element,
                    max(case when amounts_shown(p.amounts_audience_id) then p.quantity end) as amount
                from coverage_part p
                where p.element is not null and p.series = ?
                  and exists (select from unnest(p.counted) c where c.what = 'ASSURED' and c.days @> ?::date)
                group by p.requirement_id, p.lead, p.party, p.element)
            select requirement_id, priority, party, sum(quantity), sum(commitments), sum(undisclosed)
            from (select requirement_id, priority, party, quantity, commitments, undisclosed from (%s) counted
                  union all
                  select requirement_id, null, party, coalesce(amount, 0), (party = lead)::integer, (amount is null)::integer
                  from element) counted
            group by requirement_id, priority, party
            having sum(quantity) > 0 or sum(commitments) > 0
            order by party""".formatted(CoverageMarks.WAY, CoverageMarks.COUNTED.formatted("and what = 'ASSURED'"));

    private static final String WITH_ATTRIBUTES = """
            select code from party_reference p
            where series = ? and (select count(distinct a ->> 'attribute') from jsonb_array_elements(p.attributes) a
                where a ->> 'attribute' = any (?::text[]) and coalesce((a ->> 'from')::date, '-infinity') <= ?
                  and coalesce((a ->> 'until')::date, 'infinity') >= ?) = ?""";

    /** An approval that is outstanding holds back what is committed; one that is refused is no question of the day any more. */
    private static final String OVERDUE_APPROVALS = """
            select coalesce(a.title, a.id::text), a.scheduled_vote from approval_reference a
            where a.scheduled_vote < ? and a.blocked @> ?::date and exists (
                select from coverage_dependency d join coverage_part p on p.commitment = d.commitment
                where d.depends_on = 'APPROVAL ' || a.id and p.series = ?
                  and exists (select from unnest(p.counted) c where c.what = 'APPROVAL_OUTSTANDING' and c.days @> ?::date))
            order by a.scheduled_vote, a.id""";

    private static final String OVERDUE_QUESTIONS = """
            select party, due_on from question
            where series = ? and raised_on <= ? and due_on < ? and not question_resolved_on(acts, ?) order by due_on, number""";

    private final Database database;

    FigureRepository(Database database) {
        this.database = database;
    }

    /**
     * What one party has assured.
     *
     * @param requirement null: of commitments that name none; then there is a priority
     * @param undisclosed of how many commitments the quantity is not disclosed
     */
    record Assured(UUID requirement, PriorityCode priority, String party, BigDecimal quantity, long undisclosed) {
    }

    /**
     * Something that is late.
     *
     * @param name of an approval its title, of a question the party that owns it
     */
    record Overdue(String name, LocalDate since) {
    }

    List<Assured> assured(Series series, LocalDate day) {
        return database.call(connection -> Database.list(connection, ASSURED, FigureRepository::assured, day, day, day, day,
                series.name(), day, series.name(), series.name()));
    }

    private static Assured assured(ResultSet row) throws SQLException {
        String priority = row.getString(2);
        return new Assured(row.getObject(1, UUID.class), priority == null ? null : PriorityCode.valueOf(priority), row.getString(3),
                row.getBigDecimal(4), row.getLong(6));
    }

    /** The parties that have all of these attributes on the day. */
    List<String> having(List<PartyAttribute> attributes, Series series, LocalDate day) {
        return database.call(connection -> Database.list(connection, WITH_ATTRIBUTES, row -> row.getString(1), series.name(),
                connection.createArrayOf("text", attributes.stream().map(Enum::name).toArray()), day, day, attributes.size()));
    }

    List<Overdue> overdueApprovals(Series series, LocalDate day) {
        return database.call(connection -> Database.list(connection, OVERDUE_APPROVALS, FigureRepository::overdue, day, day,
                series.name(), day));
    }

    List<Overdue> overdueQuestions(Series series, LocalDate day) {
        return database.call(connection -> Database.list(connection, OVERDUE_QUESTIONS, FigureRepository::overdue, series.name(),
                day, day, day));
    }

    private static Overdue overdue(ResultSet row) throws SQLException {
        return new Overdue(row.getString(1), row.getObject(2, LocalDate.class));
    }
}
