package org.surety.kit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

    /** How a row is read. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A statement that failed. */
    public static class Failed extends RuntimeException {
        Failed(SQLException cause) {
            super(cause);
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

    /** All rows of a query; the parameters as {@link PreparedStatement#setObject(int, Object)} takes them. */
    public static <T> List<T> list(Connection connection, String sql, Row<T> reading, Object... parameters) throws SQLException {
        try (PreparedStatement query = prepare(connection, sql, parameters); ResultSet row = query.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reading.of(row));
            }
            return rows;
        }
    }

    /** The first row of a query; null when there is none. */
    public static <T> T first(Connection connection, String sql, Row<T> reading, Object... parameters) throws SQLException {
        List<T> rows = list(connection, sql, reading, parameters);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** Carries a statement out and tells how many rows it changed. */
    public static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement update = prepare(connection, sql, parameters)) {
            update.execute();
            return Math.max(0, update.getUpdateCount());
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
