package org.surety.kit.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.surety.kit.RealParts;
import org.surety.kit.log.Changes;
import org.surety.kit.log.Database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class RowSecurityTest {

    @Inject
    Database database;

    @Inject
    Changes changes;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void everyTableWithAnAudienceIsProtectedAndForced() {
        assertThat(rows("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'audience_id' "
                + "where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)")).isEmpty();
        assertThat(rows("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'audience_id' "
                + "where c.relkind = 'r' order by 1")).contains("change", "note", "note_version");
    }

    @Test
    void theRunTimeRoleOwnsNothingAndPassesNoRowSecurity() {
        assertThat(rows("select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user "
                + "and relnamespace = 'public'::regnamespace")).isEmpty();
        assertThat(rows("select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)")).isEmpty();
    }

    @Test
    void whoIsNobodySeesNothing() {
        changes.commit("seen-by-system-" + UUID.randomUUID(), 1, false);
        assertThat(changes.of("seen-by-system-%")).isNotEmpty();
        assertThat(QuarkusTransaction.requiringNew().call(() -> rows("select subject from change"))).isEmpty();
        assertThat(rows("select subject from change")).isEmpty();
    }

    /** Found in a drill: after the database was killed, records that exist were answered as missing. */
    @Test
    void aTransactionWhoseViewerCannotBeSetStaysOnNoThread() throws SQLException {
        changes.commit("seen-after-all-" + UUID.randomUUID(), 1, false);
        int failed = 0;
        for (int round = 0; round < 5; round++) {
            endEveryConnection();
            for (int attempt = 0; attempt < 10; attempt++) {
                try {
                    assertThat(changes.of("seen-after-all-%")).isNotEmpty();
                } catch (RuntimeException lost) {
                    failed++;
                }
                assertThat(QuarkusTransaction.isActive()).isFalse();
            }
        }
        assertThat(failed).as("the viewer could not be set at least once").isPositive();
        // What is dead in the pool is this test's own affair.
        dataSource.flush(AgroalDataSource.FlushMode.INVALID);
        assertThat(changes.of("seen-after-all-%")).isNotEmpty();
    }

    /** From outside the pool, or the pool would go on with the one connection that did it. */
    private static void endEveryConnection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection outside = DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class))) {
            Database.list(outside, "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user "
                    + "and datname = current_database() and pid <> pg_backend_pid()", row -> row.getBoolean(1));
        }
    }

    @Test
    void theViewerSystemEndsWithItsTransaction() {
        for (int i = 0; i < 50; i++) {
            SystemViewer
                    .transaction(() -> assertThat(rows("select current_setting('surety.viewer', true)")).containsExactly("system"));
            assertThat(rows("select coalesce(current_setting('surety.viewer', true), '')")).containsExactly("");
        }
    }

    private List<String> rows(String sql) {
        return database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql); ResultSet row = query.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
                return rows;
            }
        });
    }
}
