package org.surety.release.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.kit.actor.CurrentActor;
import org.surety.kit.http.Paging;
import org.surety.kit.log.Database;
import org.surety.release.audit.ReadEntry.Part;

/**
 * Finds reads, for an auditor and nobody else: here the transaction is told that an auditor looks, and of which party. One of a party is shown
 * the reads of its users; one of none, who is the register's, those of all.
 */
@ApplicationScoped
class ReadRepository {

    private static final String LOOKS = "select set_config('surety.viewer', 'auditor', true), set_config('surety.audited', ?, true)";

    /** No code of a party. */
    private static final String ALL = "*";

    private static final String SELECT = """
            select id, at, part, subject, client, party, roles, trace_id, method, path, query, status, media_type, records,
                encode(digest, 'hex') as digest
            from recorded_read""";

    private static final String ORDER = " order by at desc, id desc limit ?";

    private final Database database;
    private final CurrentActor actor;

    ReadRepository(Database database, CurrentActor actor) {
        this.database = database;
        this.actor = actor;
    }

    /** The newest first. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<ReadRepresentation> list(ReadFilter filter, Paging.Request page) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        where("party = ?", filter.party(), conditions, values);
        where("subject = ?", filter.subject(), conditions, values);
        where("at >= ?", at(filter.from()), conditions, values);
        where("at < ?", at(filter.until()), conditions, values);
        where("starts_with(path, ?)", filter.path(), conditions, values);
        if (!page.after().isEmpty()) {
            conditions.add("(at, id) < (?, ?)");
            values.add(at(Instant.parse(page.after().get(0))));
            values.add(UUID.fromString(page.after().get(1)));
        }
        values.add(page.fetch());
        String sql = SELECT + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions)) + ORDER;
        return database.call(connection -> {
            Database.update(connection, LOOKS, Objects.requireNonNullElse(actor.require().party(), ALL));
            return Database.list(connection, sql, ReadRepository::of, values.toArray());
        });
    }

    private static void where(String condition, Object value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static ReadRepresentation of(ResultSet row) throws SQLException {
        String mediaType = row.getString("media_type");
        return new ReadRepresentation(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
                Part.valueOf(row.getString("part")), row.getString("subject"), row.getString("client"), row.getString("party"),
                Arrays.asList((String[]) row.getArray("roles").getArray()), row.getString("trace_id"), row.getString("method"),
                row.getString("path"), row.getString("query"), row.getInt("status"), mediaType,
                ReadRepresentation.isExport(mediaType), row.getObject("records", Integer.class), row.getString("digest"));
    }
}
