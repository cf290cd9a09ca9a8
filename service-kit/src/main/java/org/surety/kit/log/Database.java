package org.surety.kit.log;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** Plain SQL on the connection of the current transaction: the same one that Hibernate uses in it. */
@ApplicationScoped
public class Database {

    private final AgroalDataSource dataSource;

    Database(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work with a connection that answers. */
    @FunctionalInterface
    public interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Work with a connection that answers nothing. */
    @FunctionalInterface
    public interface Command {
        void on(Connection connection) throws SQLException;
    }

    /** A statement that failed. */
    public static class Failed extends RuntimeException {
        Failed(SQLException cause) {
            super(cause);
        }

        /** The SQLSTATE, by which a constraint of ours is told from a broken connection. */
        public String sqlState() {
            return ((SQLException) getCause()).getSQLState();
        }
    }

    public <T> T call(Query<T> query) {
        try (Connection connection = dataSource.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    public void run(Command command) {
        call(connection -> {
            command.on(connection);
            return null;
        });
    }
}
