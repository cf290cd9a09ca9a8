package org.surety.kit.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Envelope;
import org.surety.kit.label.SystemViewer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** Reads numbered changes, whole and in order, for the publisher and the raw feed. */
@ApplicationScoped
class LogReader {

    /** A change can be 64 KB: so many bytes of them at once, for the memory of both sides, though at least one change. */
    private static final int MAX_BYTES = 4_000_000;

    private static final String AFTER = """
            select change_id, type, subject, subject_version, state, sequence, recorded_at, key, trace_parent, withheld
            from (select *, sum(octet_length(state)) over (order by sequence) - octet_length(state) as before
                  from (select c.change_id, c.type, c.subject, c.subject_version, c.state::text, c.sequence, c.recorded_at, a.key,
                               c.trace_parent, c.withheld
                        from change c join audience a on a.id = c.audience_id
                        where c.sequence > ? order by c.sequence limit ?) next) page
            where before < ? order by sequence""";

    private static final String PLACE = "select change_id from change where sequence = ?";

    private final Database database;
    private final LogConfig config;

    LogReader(Database database, LogConfig config) {
        this.database = database;
        this.config = config;
    }

    /** JSON as it was stored: written through, never parsed here. */
    record Raw(@JsonValue @JsonRawValue String json) {
    }

    LogHead head() {
        return SystemViewer.transaction(() -> database.call(LogHead::read));
    }

    /** What follows, in order: so many changes, or fewer when they are large; none only where the log ends. */
    List<Envelope<Raw>> after(UUID logId, long sequence, int limit) {
        return SystemViewer.transaction(() -> database
                .call(connection -> Database.list(connection, AFTER, row -> envelope(row, logId), sequence, limit, MAX_BYTES)));
    }

    /** The id of the change with this number; null when there is none. */
    UUID changeAt(long sequence) {
        return SystemViewer.transaction(() -> database
                .call(connection -> Database.first(connection, PLACE, row -> row.getObject(1, UUID.class), sequence)));
    }

    private Envelope<Raw> envelope(ResultSet row, UUID logId) throws SQLException {
        boolean withheld = row.getBoolean(10);
        UUID id = row.getObject(1, UUID.class);
        return new Envelope<>("1.0", id, "/" + config.owner().orElseThrow(), withheld ? Envelope.WITHHELD : row.getString(2),
                withheld ? id.toString() : row.getString(3), withheld ? null : "application/json", row.getLong(6), logId,
                withheld ? 0 : row.getLong(4), row.getObject(7, OffsetDateTime.class).toInstant(),
                withheld ? null : row.getString(8), withheld ? null : row.getString(9),
                withheld ? null : new Raw(row.getString(5)));
    }
}
