package org.surety.kit.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.surety.kit.label.SystemViewer;

import io.agroal.api.AgroalDataSource;

/**
 * Tells the replica that numbers the log of a commit in another one, by a notification of the database. It is sent in a transaction of its
 * own: notifications take a lock over the whole server at commit, which no command should wait for. It may be lost; the poll is the truth.
 */
@ApplicationScoped
class ReplicaSignal {

    private static final String SEND = "select pg_notify('surety_log', '')";

    private static final String LISTEN = "listen surety_log";

    /** Between two looks at whether to go on. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AgroalDataSource dataSource;
    private final Database database;

    ReplicaSignal(AgroalDataSource dataSource, Database database) {
        this.dataSource = dataSource;
        this.database = database;
    }

    /** To all replicas. */
    void send() {
        SystemViewer.transaction(() -> database.run(connection -> Database.update(connection, SEND)));
    }

    /** Begins to listen; this keeps a connection of the pool. */
    Ear listen() throws SQLException {
        return new Ear(dataSource.getConnection());
    }

    /** An ear for what replicas send. */
    static final class Ear implements AutoCloseable {

        private final Connection connection;

        private Ear(Connection connection) throws SQLException {
            this.connection = connection;
            Database.update(connection, LISTEN);
        }

        /** Waits a while; whether anything was heard. */
        boolean hears() throws SQLException {
            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications((int) PATIENCE.toMillis());
            return heard != null && heard.length > 0;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
