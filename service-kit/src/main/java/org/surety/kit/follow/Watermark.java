package org.surety.kit.follow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.surety.kit.log.Database;

/**
 * The last applied change of one owner's log, of the generation that the connection has entered.
 *
 * @param logId null before the first change
 * @param sequence 0 before the first change
 */
record Watermark(UUID logId, long sequence, UUID changeId) {

    private static final String CREATE = "insert into watermark (owner) values (?) on conflict do nothing";

    private static final String READ = "select log_id, sequence, change_id from watermark where owner = ?";

    /**
     * For the transaction that applies a batch, with one plan for all batches from here on: what is handed over as arrays and JSON is estimated
     * far too high, and to plan each batch anew takes longer than to apply it. Who only reads keeps the plans made for what is asked.
     */
    private static final String HOLD = READ.replace(" from", ", set_config('plan_cache_mode', 'force_generic_plan', true) from");

    private static final String MOVE = "update watermark set log_id = ?, sequence = ?, change_id = ? where owner = ?";

    static Watermark at(ReceivedChange last) {
        return new Watermark(last.logId(), last.sequence(), last.id());
    }

    static void create(Connection connection, String owner) throws SQLException {
        Database.update(connection, CREATE, owner);
    }

    /** Null when there is none. */
    static Watermark find(Connection connection, String owner) throws SQLException {
        return Database.first(connection, READ, Watermark::of, owner);
    }

    /** Locked to the end of the transaction: the correctness of consuming rests on this lock alone. Null when there is none. */
    static Watermark lock(Connection connection, String owner) throws SQLException {
        return Database.first(connection, HOLD + " for update", Watermark::of, owner);
    }

    /** The same when nobody holds it; null also when somebody does. */
    static Watermark lockIfFree(Connection connection, String owner) throws SQLException {
        return Database.first(connection, HOLD + " for update skip locked", Watermark::of, owner);
    }

    void store(Connection connection, String owner) throws SQLException {
        Database.update(connection, MOVE, logId, sequence, changeId, owner);
    }

    static Watermark of(ResultSet row) throws SQLException {
        return new Watermark(row.getObject(1, UUID.class), row.getLong(2), row.getObject(3, UUID.class));
    }
}
