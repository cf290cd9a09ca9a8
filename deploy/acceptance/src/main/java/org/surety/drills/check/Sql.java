package org.surety.drills.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reading rows, one after the other, however many there are. */
final class Sql {
    private static final int FETCH = 5_000;

    private Sql() {
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    static void each(Connection connection, String query, Row reading) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reading.take(row);
                }
            }
        } finally {
            connection.rollback();
        }
    }
}
