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

/** The versions of a record that were and are released to the viewer, and in which something changed for them, from the log. */
@ApplicationScoped
class RecordHistory {

    private static final String RECORD = "select 1 from %s where id = ?";

    /**
     * Of versions as they are shown to the viewer: one that shows what the one before showed is none, and after one that is not shown it
     * is not told what changed. Where amounts are not shown the versions have no numbers, which would tell of those between. What has no
     * number in the log is not recorded yet.
     */
    private static final String LIST = """
            with shown as (
                select c.*, %2$s as shown
                from change c join %1$s v on v.id = ? and v.version = c.subject_version
                where c.subject = ? and c.recorded_at is not null),
            following as (
                select *, lag(shown) over versions as before, lag(subject_version) over versions = subject_version - 1 as follows,
                    bool_or(exists (select from jsonb_each_text(shown) one where value = 'NOT_RELEASED')) over () as redacted
                from shown window versions as (order by subject_version))
            select subject_version, redacted, recorded_at, type,
                %3$s,
                reason, effective_on
            from following
            where subject_version > ? and shown is distinct from before
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
     * @param versions of them, as they are shown
     */
    @Transactional
    Page<HistoryEntry> list(String table, String versions, UUID record, Paging.Request request) {
        long after = request.after().isEmpty() ? 0 : Long.parseLong(request.after().get(0));
        List<Place> rows = database.call(connection -> {
            if (Database.first(connection, RECORD.formatted(table), row -> true, record) == null) {
                throw new RecordNotFound();
            }
            return Database.list(connection, LIST.formatted(versions, Shown.ROW, Shown.FIELDS), RecordHistory::place, record,
                    record.toString(), after, request.fetch());
        });
        Page<Place> page = paging.page(request, rows, place -> List.of(Long.toString(place.version())));
        return new Page<>(page.items().stream().map(Place::entry).toList(), page.next());
    }

    /** An entry, and where it stands. */
    private record Place(long version, HistoryEntry entry) {
    }

    private static Place place(ResultSet row) throws SQLException {
        long version = row.getLong(1);
        return new Place(version, new HistoryEntry(row.getBoolean(2) ? null : version,
                row.getObject(3, OffsetDateTime.class).toInstant(), Envelope.shortType(row.getString(4)),
                List.of((String[]) row.getArray(5).getArray()), Reason.valueOf(row.getString(6)),
                row.getObject(7, LocalDate.class)));
    }
}
