package org.surety.commitments.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.log.Database;

/** Which imports are to be taken back, and how far that has come. */
@ApplicationScoped
class TakeBackRepository {

    private static final String REQUEST = """
            update import_job set withdrawal_reason = ?, withdrawal_requested_at = clock_timestamp()
            where id = ? and withdrawal_requested_at is null""";

    /** Who works on it holds the row; others pass it over. */
    private static final String CLAIM = "select " + ImportRepository.COLUMNS + " from import_job "
            + "where withdrawal_requested_at is not null and withdrawn_at is null order by number limit 1 for update skip locked";

    private static final String REASON = "select withdrawal_reason from import_job where id = ?";

    private static final String FINISH = "update import_job set withdrawn_at = clock_timestamp() where id = ?";

    private static final String STATE = """
            select withdrawal_reason, withdrawal_requested_at, withdrawn_at,
                (select count(*) from import_row where import_id = j.id and taken_back = 'WITHDRAWN'),
                (select count(*) from import_row where import_id = j.id and taken_back = 'RESTORED'),
                (select count(*) from import_row where import_id = j.id and taken_back = 'DISCARDED'),
                (select count(*) from import_row where import_id = j.id and taken_back = 'CHANGED_SINCE')
            from import_job j where id = ? and withdrawal_requested_at is not null""";

    private final Database database;

    TakeBackRepository(Database database) {
        this.database = database;
    }

    /** Asks for it, once: a reason given later does not replace the first. */
    void request(UUID id, String reason) {
        database.run(connection -> Database.update(connection, REQUEST, reason, id));
    }

    Optional<ImportJob> claim() {
        return database.call(connection -> Database.list(connection, CLAIM, ImportRepository::of).stream().findFirst());
    }

    String reason(UUID id) {
        return database.call(connection -> Database.first(connection, REASON, row -> row.getString(1), id));
    }

    void finish(UUID id) {
        database.run(connection -> Database.update(connection, FINISH, id));
    }

    /** How far it has come; null when nobody has asked for it. */
    TakeBack find(UUID id) {
        return database.call(connection -> Database.first(connection, STATE, row -> new TakeBack(row.getString(1), instant(row, 2),
                instant(row, 3), row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7)), id));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
