package org.surety.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.commitments.Rest.as;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The run-time role, outside of any request, as somebody would use it who has got hold of its password. */
@QuarkusTest
@RealParts
class RowSecurityTest {

    @Inject
    Known known;

    @Inject
    Rows rows;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void withoutAViewerThereAreNoRows() throws Exception {
        known.parties("XAA");
        known.requirement("soldiers");
        as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", \"kind\": \"TRAINING\", \"title\": \"t\", "
                + "\"quantity\": {\"undisclosed\": \"UNKNOWN\"}, \"label\": {\"release\": \"PUBLIC\"}}").post("/api/v1/commitments")
                .then()
                .statusCode(201);
        List<String> tables = rows.of("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid "
                + "and a.attname = 'audience_id' where c.relkind = 'r' order by 1");
        assertThat(tables).contains("change", "commitment", "commitment_version", "import_chunk", "import_job", "import_row",
                "party_reference", "requirement_reference");
        assertThat(rows.count("commitment")).isPositive();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                assertThat(first(statement, "select count(*) from " + table)).as(table).containsExactly("0");
            }
            assertThat(first(statement, "select relname from pg_class c join pg_roles r on r.oid = c.relowner "
                    + "where r.rolname = current_user and relnamespace = 'public'::regnamespace")).isEmpty();
        }
    }

    private static List<String> first(Statement statement, String sql) throws Exception {
        List<String> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
