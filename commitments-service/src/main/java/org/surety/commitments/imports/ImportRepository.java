package org.surety.commitments.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.commitments.file.Dialect;
import org.surety.commitments.file.FileFormat;
import org.surety.kit.http.Paging;
import org.surety.kit.log.Database;
import org.surety.kit.log.Reason;

/** The imports and their files, as far as the viewer may see them: those of the own party, a coordinator without party those of such. */
@ApplicationScoped
class ImportRepository {

    /** Small enough to hold a few of them, large enough that a file of 128 MB is 500 rows. */
    private static final int CHUNK = 256 * 1024;

    static final String COLUMNS = "id, number, mapping, mode, dry_run, state, actor, actor_party, only_party, rows, read, imported, "
            + "amended, unchanged, rejected, not_stored, warnings, failure, created_at, started_at, finished_at, audience_id, format, "
            + "delimiter, decimal_comma, quote, actor_roles, reason";

    private static final String INSERT = """
            insert into import_job (id, mapping, mode, dry_run, state, actor, actor_party, only_party, bytes, rows, created_at, audience_id,
                format, delimiter, decimal_comma, quote, actor_roles, reason)
            values (?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning\s"""
            + COLUMNS;

    private static final String KEEP = "insert into import_chunk (import_id, number, content, audience_id) values (?, ?, ?, ?)";

    private static final String FIND = "select " + COLUMNS + " from import_job where id = ? and actor_party is not distinct from ?";

    private static final String LIST = "select " + COLUMNS + " from import_job where actor_party is not distinct from ? "
            + "and number < ? order by number desc limit ?";

    private static final String CHUNK_OF = "select content from import_chunk where import_id = ? and number = ?";

    private static final String REPORT = """
            select r.number, r.line, f.value ->> 'column', r.external_id, r.outcome, f.value ->> 'code', f.value ->> 'message',
                f.value ->> 'value', r.commitment_id, coalesce(f.place, 0), r.taken_back
            from import_row r left join lateral jsonb_array_elements(r.findings) with ordinality as f (value, place) on true
            where r.import_id = ? and (?::text is null or r.outcome = ?) and (?::text is null or r.taken_back = ?)
              and (not ? or f.value is not null)
              and r.number >= ? and (r.number, coalesce(f.place, 0)) > (?, ?)
            order by r.number, coalesce(f.place, 0) limit ?""";

    private static final String OUTCOMES = "select number, outcome from import_row where import_id = ? and number > ? order by number limit ?";

    private final Database database;

    ImportRepository(Database database) {
        this.database = database;
    }

    /** Notes a new import. */
    ImportJob insert(ImportJob job, long bytes) {
        return database.call(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, job.id());
                insert.setString(2, job.mapping());
                insert.setString(3, job.mode().name());
                insert.setBoolean(4, job.dryRun());
                insert.setString(5, job.actor());
                insert.setString(6, job.actorParty());
                insert.setString(7, job.onlyParty());
                insert.setLong(8, bytes);
                insert.setInt(9, job.rows());
                insert.setObject(10, OffsetDateTime.ofInstant(job.createdAt(), ZoneOffset.UTC));
                insert.setInt(11, job.audience());
                insert.setString(12, job.dialect().format().name());
                insert.setString(13, String.valueOf(job.dialect().delimiter()));
                insert.setBoolean(14, job.dialect().decimalComma());
                insert.setString(15, String.valueOf(job.dialect().quote()));
                insert.setArray(16, connection.createArrayOf("text", job.roles().toArray()));
                insert.setString(17, job.reason().name());
                return list(insert).get(0);
            }
        });
    }

    /** Keeps the file with its import. */
    void keep(ImportJob job, Path file) {
        database.run(connection -> {
            try (InputStream in = Files.newInputStream(file); PreparedStatement insert = connection.prepareStatement(KEEP)) {
                int number = 0;
                for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                    insert.setObject(1, job.id());
                    insert.setInt(2, number++);
                    insert.setBytes(3, chunk);
                    insert.setInt(4, job.audience());
                    insert.executeUpdate();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    Optional<ImportJob> find(UUID id, String party) {
        return database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(FIND)) {
                query.setObject(1, id);
                query.setString(2, party);
                return list(query).stream().findFirst();
            }
        });
    }

    /** The newest first. */
    List<ImportJob> list(String party, Paging.Request page) {
        return database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(LIST)) {
                query.setString(1, party);
                query.setLong(2, page.after().isEmpty() ? Long.MAX_VALUE : Long.parseLong(page.after().get(0)));
                query.setInt(3, page.fetch());
                return list(query);
            }
        });
    }

    /** A piece of the file; empty behind its end. */
    byte[] chunk(UUID id, int number) {
        return database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(CHUNK_OF)) {
                query.setObject(1, id);
                query.setInt(2, number);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getBytes(1) : new byte[0];
                }
            }
        });
    }

    /**
     * Lines of the report behind a place.
     *
     * @param outcome only rows with it; null: all
     * @param takenBack only rows of which this became when the import was taken back; null: all
     * @param onlyFindings only rows in which something was found
     */
    List<ReportRow> report(UUID id, RowOutcome outcome, TakenBack takenBack, boolean onlyFindings, int afterRow, int afterFinding,
            int limit) {
        return database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(REPORT)) {
                query.setObject(1, id);
                query.setString(2, outcome == null ? null : outcome.name());
                query.setString(3, outcome == null ? null : outcome.name());
                query.setString(4, takenBack == null ? null : takenBack.name());
                query.setString(5, takenBack == null ? null : takenBack.name());
                query.setBoolean(6, onlyFindings);
                query.setInt(7, afterRow);
                query.setInt(8, afterRow);
                query.setInt(9, afterFinding);
                query.setInt(10, limit);
                List<ReportRow> report = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        report.add(new ReportRow(row.getInt(1), row.getLong(2), row.getString(3), row.getString(4),
                                RowOutcome.valueOf(row.getString(5)), row.getString(6), row.getString(7), row.getString(8),
                                row.getObject(9, UUID.class),
                                row.getString(11) == null ? null : TakenBack.valueOf(row.getString(11)),
                                row.getInt(10)));
                    }
                }
                return report;
            }
        });
    }

    /** What became of the rows behind one. */
    List<LossRows.Outcome> outcomes(UUID id, int after, int limit) {
        return database.call(connection -> Database.list(connection, OUTCOMES,
                row -> new LossRows.Outcome(row.getInt(1), RowOutcome.valueOf(row.getString(2))), id, after, limit));
    }

    static List<ImportJob> list(PreparedStatement statement) throws SQLException {
        List<ImportJob> jobs = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                jobs.add(of(row));
            }
        }
        return jobs;
    }

    static ImportJob of(ResultSet row) throws SQLException {
        Dialect dialect = new Dialect(FileFormat.valueOf(row.getString(23)), row.getString(24).charAt(0),
                row.getString(26).charAt(0), row.getBoolean(25));
        return new ImportJob(row.getObject(1, UUID.class), row.getLong(2), row.getString(3), dialect,
                Mode.valueOf(row.getString(4)),
                row.getBoolean(5), Reason.valueOf(row.getString(28)), JobState.valueOf(row.getString(6)), row.getString(7),
                row.getString(8),
                Set.of((String[]) row.getArray(27).getArray()), row.getString(9), row.getInt(10),
                new ImportJob.Counts(row.getInt(11), row.getInt(12), row.getInt(13), row.getInt(14), row.getInt(15),
                        row.getInt(16), row.getInt(17)),
                row.getString(18), instant(row, 19), instant(row, 20), instant(row, 21), row.getInt(22));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
