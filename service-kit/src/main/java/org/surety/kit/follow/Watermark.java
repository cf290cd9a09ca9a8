package org.surety.kit.follow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The last applied change of one owner's log.
 *
 * @param logId null before the first change
 * @param sequence 0 before the first change
 */
record Watermark(UUID logId, long sequence, UUID changeId) {

    private static final String CREATE = "insert into watermark (owner) values (?) on conflict do nothing";

    private static final String READ = "select log_id, sequence, change_id from watermark where owner = ?";

    private static final String MOVE = "update watermark set log_id = ?, sequence = ?, change_id = ? where owner = ?";

    static void create(Connection connection, String owner) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(CREATE)) {
            insert.setString(1, owner);
            insert.executeUpdate();
        }
    }

    static Watermark read(Connection connection, String owner) throws SQLException {
        return query(connection, owner, READ);
    }

    /**
     * The watermark, locked to the end of the transaction: the correctness of consuming rests on this lock alone. A message may come before
     * the feed was ever read, so the row may still have to be made.
     */
    static Watermark lock(Connection connection, String owner) throws SQLException {
        Watermark mark = query(connection, owner, READ + " for update");
        if (mark == null) {
            create(connection, owner);
            mark = query(connection, owner, READ + " for update");
        }
        return mark;
    }

    static void move(Connection connection, String owner, ReceivedChange last) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setObject(1, last.logId());
            update.setLong(2, last.sequence());
            update.setObject(3, last.id());
            update.setString(4, owner);
            update.executeUpdate();
        }
    }

    private static Watermark query(Connection connection, String owner, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, owner);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new Watermark(row.getObject(1, UUID.class), row.getLong(2), row.getObject(3, UUID.class))
                        : null;
            }
        }
    }
}
