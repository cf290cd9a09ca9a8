package org.surety.commitments.condition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.commitments.caveat.Caveat;
import org.surety.contracts.Kind;
import org.surety.kit.label.Label;
import org.surety.kit.log.Database;
import org.surety.kit.problem.RecordNotFound;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What is asked of one commitment and of the instruments that its conditions name, as far as they are released to the viewer. */
@ApplicationScoped
class AskedCommitments {

    private static final TypeReference<List<Caveat>> CAVEATS = new TypeReference<>() {
    };

    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {
    };

    private static final String FIND = """
            with asked (id, day, known) as (select ?::uuid, ?::date, ?::timestamptz),
            c as (
                select c.* from commitment c join asked on asked.id = c.id where asked.known is null
                union all
                select v.* from commitment c join asked on asked.id = c.id
                    join commitment_version v on v.id = c.id and v.version = version_known_at(c.id::text, asked.known)
                where asked.known is not null),
            needed as (
                select a.* from c, asked, approval a
                where asked.known is null and a.id in (select n::uuid from jsonb_array_elements_text(c.approvals) n)
                union all
                select v.* from c, asked, approval a
                    join approval_version v on v.id = a.id
                where asked.known is not null and v.version = version_known_at(a.id::text, asked.known)
                    and a.id in (select n::uuid from jsonb_array_elements_text(c.approvals) n))
            select c.id, c.party, c.title, case c.state when 'DRAFT' then 'NATIONAL|' || c.series || '|' || c.party else c.filing_label end,
                c.kind, (select array_agg(p ->> 'requirement') from jsonb_array_elements(c.contributions) p), c.caveats::text,
                c.conditions::text, (select array_agg(n.body_of) from needed n, asked where n.kind = 'HOST_CONSENT'
                    and not (approval_phase_on(n.phases, asked.day) ->> 'blocks')::boolean)
            from c""";

    private static final String IN_FORCE = """
            with asked (day, known) as (select ?::date, ?::timestamptz),
            i as (
                select i.* from instrument i, asked where asked.known is null and i.id = any (?)
                union all
                select v.* from asked, instrument i join instrument_version v on v.id = i.id
                where asked.known is not null and i.id = any (?) and v.version = version_known_at(i.id::text, asked.known))
            select i.id, instrument_state_on(i.acts, i.adopted_on, i.in_force_on, i.terminated_on, asked.day) from i, asked""";

    private final Database database;
    private final ObjectMapper json;

    AskedCommitments(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Asked require(UUID id, LocalDate day, Instant knownAt) {
        Asked asked = database.call(connection -> Database.first(connection, FIND, this::asked, id, day, at(knownAt)));
        if (asked == null) {
            throw new RecordNotFound();
        }
        return asked;
    }

    /** The states of these instruments on the day, by id. */
    Map<UUID, String> instruments(Collection<UUID> ids, LocalDate day, Instant knownAt) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> states = new HashMap<>();
        database.run(connection -> {
            Object array = connection.createArrayOf("uuid", ids.toArray());
            Database.list(connection, IN_FORCE, row -> states.put(row.getObject(1, UUID.class), row.getString(2)), day, at(knownAt),
                    array, array);
        });
        return states;
    }

    private static Object at(Instant knownAt) {
        return knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC);
    }

    private Asked asked(ResultSet row) throws SQLException {
        return new Asked(row.getObject(1, UUID.class), row.getString(2), row.getString(3), Label.parse(row.getString(4)),
                Kind.valueOf(row.getString(5)), texts(row, 6).stream().map(UUID::fromString).toList(),
                read(row.getString(7), CAVEATS), read(row.getString(8), CONDITIONS),
                Set.copyOf(texts(row, 9).stream().distinct().collect(Collectors.toList())));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return row.getArray(column) == null ? List.of() : Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
