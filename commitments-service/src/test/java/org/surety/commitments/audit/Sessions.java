package org.surety.commitments.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Sessions of the two roles of the database beside the service; without a commit nothing of them stays. */
final class Sessions {

    private Sessions() {
    }

    /** The role that owns the tables. */
    static Connection owner() throws SQLException {
        return session("quarkus.flyway.username", "quarkus.flyway.password");
    }

    /** The role that the service has. */
    static Connection runTime() throws SQLException {
        return session("quarkus.datasource.username", "quarkus.datasource.password");
    }

    static String runTimeRole() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
    }

    private static Connection session(String user, String password) throws SQLException {
        Config config = ConfigProvider.getConfig();
        Connection session = DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue(user, String.class), config.getValue(password, String.class));
        session.setAutoCommit(false);
        return session;
    }

    static void run(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
