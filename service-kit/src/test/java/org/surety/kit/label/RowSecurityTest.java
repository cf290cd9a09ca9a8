package org.surety.kit.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.kit.RealParts;
import org.surety.kit.log.Changes;
import org.surety.kit.log.Database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class RowSecurityTest {

    @Inject
    Database database;

    @Inject
    Changes changes;

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
    void aTransactionWhoseViewerCannotBeSetStaysOnNoThread() {
        changes.commit("seen-after-all-" + UUID.randomUUID(), 1, false);
        int failed = 0;
        for (int round = 0; round < 5; round++) {
            endEveryConnectionButOne();
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
        assertThat(changes.of("seen-after-all-%")).isNotEmpty();
    }

    private void endEveryConnectionButOne() {
        try {
            SystemViewer.transaction(() -> rows("select pg_terminate_backend(pid)::text from pg_stat_activity "
                    + "where usename = current_user and datname = current_database() and pid <> pg_backend_pid()"));
        } catch (RuntimeException endedItself) {
            // Its own turn came from another thread's: the connections are gone all the same.
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
