package org.surety.commitments.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Envelope;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.log.Database;
import org.surety.kit.log.Reason;
import org.surety.kit.problem.RecordNotFound;

/** The versions of a record that were and are released to the viewer, from the log. */
@ApplicationScoped
class RecordHistory {

    private static final String RECORD = "select 1 from %s where id = ?";

    /** What has no number yet is not recorded yet. */
    private static final String LIST = """
            select subject_version, recorded_at, type, changed, reason, effective_on from change
            where subject = ? and subject_version > ? and recorded_at is not null
            order by subject_version limit ?""";

    private final Database database;
    private final Paging paging;

    RecordHistory(Database database, Paging paging) {
        this.database = database;
        this.paging = paging;
    }

    /**
     * From the first version on.
     *
     * @param table of the records
     */
    @Transactional
    Page<HistoryEntry> list(String table, UUID record, Paging.Request request) {
        long after = request.after().isEmpty() ? 0 : Long.parseLong(request.after().get(0));
        List<HistoryEntry> rows = database.call(connection -> {
            if (Database.first(connection, RECORD.formatted(table), row -> true, record) == null) {
                throw new RecordNotFound();
            }
            return Database.list(connection, LIST, RecordHistory::entry, record.toString(), after, request.fetch());
        });
        return paging.page(request, rows, entry -> List.of(Long.toString(entry.version())));
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(),
                Envelope.shortType(row.getString(3)), List.of((String[]) row.getArray(4).getArray()),
                Reason.valueOf(row.getString(5)), row.getObject(6, LocalDate.class));
    }
}
