package org.surety.kit.follow;

import java.sql.Connection;
import java.sql.SQLException;

import org.surety.kit.log.Database;

/**
 * The two generations of a projection: the one that answers, and the one that a rebuild fills from the beginning of the log. Their tables
 * have the same names in two schemas, so a projector writes either without knowing which.
 */
enum Generation {

    LIVE, NEXT;

    /** Nothing waits for the disk here: what a crash takes back is filled again, and the mark goes back with it. */
    private static final String ENTER_NEXT = "set local search_path to rebuild, public; set local synchronous_commit to off";

    /** To the end of the transaction all names mean this generation. */
    void enter(Connection connection) throws SQLException {
        if (this == NEXT) {
            Database.update(connection, ENTER_NEXT);
        }
    }
}
