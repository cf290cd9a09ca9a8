package org.surety.kit.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The one row that is counter, lease and fence of the log.
 *
 * @param lastSequence the highest number given
 * @param publishedThrough the highest number below which every change is confirmed by the broker
 * @param stamp the clock of the last sequencing step: every later change is recorded after it
 */
public record LogHead(UUID logId, long lastSequence, long publishedThrough, Instant stamp, String holder, long epoch) {

    private static final String COLUMNS = "log_id, last_sequence, published_through, stamp, holder, epoch";

    /** A process that stands still while it holds this row would keep the others from it: the database ends its transaction. */
    private static final String NO_LONGER = "set_config('idle_in_transaction_session_timeout', ?, true)";

    private static final String READ = "select " + COLUMNS + " from log_head";

    private static final String TAKE = "update log_head set epoch = epoch + 1, holder = ?, "
            + "lease_until = clock_timestamp() + ? * interval '1 millisecond' where lease_until < clock_timestamp() returning "
            + COLUMNS;

    private static final String RENEW = "update log_head set lease_until = clock_timestamp() + ? * interval '1 millisecond', "
            + "stamp = greatest(stamp + interval '1 microsecond', clock_timestamp()) where epoch = ? returning " + COLUMNS
            + ", " + NO_LONGER;

    private static final String ADVANCE = "update log_head set last_sequence = ? where epoch = ?";

    private static final String PUBLISHED = "update log_head set published_through = ? where epoch = ? and published_through < ? "
            + "returning " + NO_LONGER;

    private static final String RELEASE = "update log_head set holder = 'nobody', lease_until = clock_timestamp() where epoch = ?";

    static LogHead read(Connection connection) throws SQLException {
        return Database.first(connection, READ, LogHead::of);
    }

    /** Takes the lease when it has run out; null when somebody holds it. */
    static LogHead take(Connection connection, String holder, Duration lease) throws SQLException {
        return Database.first(connection, TAKE, LogHead::of, holder, lease.toMillis());
    }

    /** Locks the row, renews the lease and moves the stamp; null when another epoch has begun: fenced. */
    static LogHead renew(Connection connection, long epoch, Duration lease) throws SQLException {
        return Database.first(connection, RENEW, LogHead::of, lease.toMillis(), epoch, Long.toString(lease.toMillis()));
    }

    /** To be called in the transaction of {@link #renew}, which holds the row. */
    static void advance(Connection connection, long epoch, long lastSequence) throws SQLException {
        Database.update(connection, ADVANCE, lastSequence, epoch);
    }

    static void published(Connection connection, long epoch, long through, Duration lease) throws SQLException {
        Database.first(connection, PUBLISHED, row -> row.getString(1), through, epoch, through, Long.toString(lease.toMillis()));
    }

    static void release(Connection connection, long epoch) throws SQLException {
        Database.update(connection, RELEASE, epoch);
    }

    private static LogHead of(ResultSet row) throws SQLException {
        return new LogHead(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(), row.getString(5), row.getLong(6));
    }
}
