package org.surety.kit.follow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

/**
 * The changes of one owner that could not be applied. Each change carries the full state of its subject, so a later one applies over the
 * hole; what is parked here matters until then.
 */
class ParkedChanges {

    private static final String PARK = """
            insert into parked_change (owner, sequence, change_id, type, subject, subject_version, envelope, reason)
            values (?, ?, ?, ?, ?, ?, ?::json, ?) on conflict do nothing""";

    private static final String COUNT = "select count(*) from parked_change where owner = ?";

    private static final String LIST = "select sequence, change_id, type, subject, subject_version, reason, parked_at "
            + "from parked_change where owner = ? and sequence > ? order by sequence limit ?";

    private static final String FIND = "select envelope::text from parked_change where owner = ? and sequence = ?";

    private static final String REMOVE = "delete from parked_change where owner = ? and sequence = ?";

    private final String owner;
    private final Projector projector;
    private final Database database;

    ParkedChanges(String owner, Projector projector, Database database) {
        this.owner = owner;
        this.projector = projector;
        this.database = database;
    }

    /** A parked change, without its state: the operator sees no record. */
    record Parked(long sequence, UUID changeId, String type, String subject, long subjectVersion, String reason, Instant parkedAt) {

        static Parked of(ResultSet row) throws SQLException {
            return new Parked(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4), row.getLong(5),
                    row.getString(6), row.getObject(7, OffsetDateTime.class).toInstant());
        }
    }

    /** In the current transaction. */
    void park(Connection connection, ReceivedChange change, ChangeNotApplicable reason) throws SQLException {
        Database.update(connection, PARK, owner, change.sequence(), change.id(), change.type(), change.subject(), change.version(),
                change.toJson(), reason.getMessage());
    }

    long count() {
        return SystemViewer.transaction(
                () -> database.call(connection -> Database.first(connection, COUNT, row -> row.getLong(1), owner)));
    }

    List<Parked> list(long after, int limit) {
        return SystemViewer.transaction(
                () -> database.call(connection -> Database.list(connection, LIST, Parked::of, owner, after, limit)));
    }

    /**
     * Applies a parked change after all and forgets it. A newer version of its subject that was applied meanwhile stays: projectors let no
     * older version pass.
     *
     * @return false when no such change is parked
     * @throws ChangeNotApplicable when it still cannot be applied; it stays parked
     */
    boolean replay(long sequence) {
        return SystemViewer.transaction(() -> database.call(connection -> {
            Watermark.lock(connection, owner);
            String envelope = Database.first(connection, FIND, row -> row.getString(1), owner, sequence);
            if (envelope == null) {
                return false;
            }
            ChangeNotApplicable.during(() -> projector.apply(List.of(parse(envelope))));
            return Database.update(connection, REMOVE, owner, sequence) == 1;
        }));
    }

    /** Forgets a parked change; false when no such change is parked. */
    boolean discard(long sequence) {
        return SystemViewer.transaction(
                () -> database.call(connection -> Database.update(connection, REMOVE, owner, sequence) == 1));
    }

    private static ReceivedChange parse(String envelope) {
        try {
            return ReceivedChange.of(ReceivedChange.parse(envelope.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("a parked envelope is always JSON", e);
        }
    }
}
