package org.surety.priorities.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.log.Database;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What situations ask of parties, as far as the viewer may see both the situation and the promise. */
@ApplicationScoped
class ObligationRepository implements PanacheRepositoryBase<Obligation, UUID> {

    private static final String CALLS = "select " + Call.COLUMNS
            + " from obligation_called k left join obligation o on o.id = k.id where true";

    private final Database database;

    ObligationRepository(Database database) {
        this.database = database;
    }

    Call require(UUID id, LocalDate day) {
        Call call = database.call(connection -> Database.first(connection, CALLS + " and k.id = ?", Call::from, day, id));
        if (call == null) {
            throw new RecordNotFound();
        }
        return call;
    }

    /** What was called by the day, in the order of the days of waking. */
    List<Call> list(ObligationFilter filter, LocalDate day, Paging.Request page) {
        StringBuilder sql = new StringBuilder(CALLS);
        List<Object> values = new ArrayList<>(List.of(day));
        narrow(sql, values, " and k.series = ?", filter.series() == null ? Series.REAL.name() : filter.series().name());
        narrow(sql, values, " and k.wakes_on <= ?::date", day);
        narrow(sql, values, " and k.situation_id = ?", filter.situation());
        narrow(sql, values, " and k.party = ?", filter.party());
        narrow(sql, values, " and k.commitment_id = ?", filter.commitment());
        narrow(sql, values, " and k.exercise = ?", filter.exercise());
        if (!page.after().isEmpty()) {
            narrow(sql, values, " and (k.wakes_on, k.id) > (?::date, ?::uuid)", page.after().get(0));
            values.add(page.after().get(1));
        }
        narrow(sql, values, " order by k.wakes_on, k.id limit ?", page.fetch());
        return database.call(connection -> Database.list(connection, sql.toString(), Call::from, values.toArray()));
    }

    private static void narrow(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }
}
