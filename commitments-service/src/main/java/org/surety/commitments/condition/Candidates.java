package org.surety.commitments.condition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.log.Database;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Filed guarantees as conditions look at them, as far as they are released to the viewer. */
@ApplicationScoped
class Candidates {

    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {
    };

    /** As they stand, or through the record of today as they were known at an instant. */
    private static final String ROWS = """
            with asked (day, known) as (select ?::date, ?::timestamptz),
            c as (
                select c.* from commitment c, asked
                where asked.known is null and c.basis = 'GUARANTEE' and c.state = 'FILED' and (%1$s)
                union all
                select v.* from asked, commitment c join commitment_version v on v.id = c.id
                where asked.known is not null and c.basis = 'GUARANTEE' and c.state <> 'DRAFT' and (%1$s)
                    and v.version = version_known_at(c.id::text, asked.known) and v.state = 'FILED')
            select c.id, c.party, c.title, c.filing_label, c.conditions::text,
                commitment_counts_on(c.state, c.acts, c.announced_on, c.withdrawn_on, c.decided_on, c.effective_on, c.authority,
                    case when asked.known is null
                        then (select array_agg(a.phases) from approval a
                              where a.id in (select needed::uuid from jsonb_array_elements_text(c.approvals) needed))
                        else (select array_agg(v.phases) from approval a join approval_version v
                                on v.id = a.id and v.version = version_known_at(a.id::text, asked.known)
                              where a.id in (select needed::uuid from jsonb_array_elements_text(c.approvals) needed)) end,
                    asked.day)
            from c, asked order by c.number""";

    private static final String NAMED = ROWS.formatted("c.id = any (?) or c.party = any (?)");

    private static final String CONDITIONAL = ROWS.formatted("c.conditions <> '[]' and c.series = ?");

    private final Database database;
    private final ObjectMapper json;

    Candidates(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Those with these ids and all of these parties. */
    List<Candidate> named(Collection<UUID> ids, Collection<String> parties, LocalDate day, Instant knownAt) {
        return database.call(connection -> {
            Object commitments = connection.createArrayOf("uuid", ids.toArray());
            Object codes = connection.createArrayOf("text", parties.toArray());
            return list(connection, NAMED, day, knownAt, commitments, codes, commitments, codes);
        });
    }

    /** Those of the series that have conditions. */
    List<Candidate> conditional(Series series, LocalDate day, Instant knownAt) {
        return database.call(connection -> list(connection, CONDITIONAL, day, knownAt, series.name(), series.name()));
    }

    private List<Candidate> list(Connection connection, String sql, LocalDate day, Instant knownAt, Object... more)
            throws SQLException {
        Object[] parameters = new Object[more.length + 2];
        parameters[0] = day;
        parameters[1] = knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC);
        System.arraycopy(more, 0, parameters, 2, more.length);
        return Database.list(connection, sql, this::candidate, parameters);
    }

    private Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(row.getObject(1, UUID.class), row.getString(2), row.getString(3), Label.parse(row.getString(4)),
                conditions(row.getString(5)), row.getBoolean(6));
    }

    List<Condition> conditions(String text) {
        try {
            return json.readValue(text, CONDITIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
