package org.surety.delegations.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;
import org.surety.kit.log.Database;

import io.quarkus.test.junit.QuarkusTest;

/**
 * What was recorded before there was a timeline is placed in it as if it were recorded now: the columns are taken away and the migration
 * makes them anew. Nothing of it is committed.
 */
@QuarkusTest
@RealParts
class TimelineMigrationTest {

    private static final List<String> WITHOUT_TIMELINE = List.of(
            "alter table delegation drop column formed_on, drop column formed_undisclosed, drop column planned_head, "
                    + "drop column planned_members, drop column formation, drop column restructures",
            "alter table delegation_version drop column formed_on, drop column formed_undisclosed, drop column planned_head, "
                    + "drop column planned_members, drop column formation, drop column restructures",
            "alter table restructure drop column effective_on, drop column effective_basis, drop column recorded_on, "
                    + "drop column place, drop column corrects, drop column correction_reason, drop column correction_sources");

    private static final String DELEGATION = "select version, formed_on, formed_undisclosed, restructures, "
            + "jsonb_strip_nulls(formation) from %s where id = '%s' order by version";

    private static final String RESTRUCTURES = "select delegation_version, effective_on, effective_basis, recorded_on, place "
            + "from restructure where delegation_id = '%s' order by delegation_version";

    @Test
    void whatWasThereIsPlacedInTheTimeline() throws SQLException, IOException {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        String one = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        String two = SampleRecords.person("xaa.editor", "XAA", "OTHER");
        String id = As.user("xaa.editor")
                .body(Map.of("gathering", SampleRecords.gathering("XAA"), "party", "XAA", "represents", "p",
                        "head", single(two), "members", List.of(one)))
                .post("/api/v1/delegations").then().statusCode(201).extract().path("id");
        restructure(id, 1, one, Map.of("effectiveAt", "2026-03-09T21:30:00Z"));
        As.user("xaa.editor").header("If-Match", "\"2\"").body(Map.of("note", "n")).put("/api/v1/delegations/" + id).then()
                .statusCode(200);
        restructure(id, 3, two, Map.of("announcedAt", "2026-03-09T22:30:00Z"));
        restructure(id, 4, one, Map.of());

        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(config.getValue("SURETY_DATABASE_URL", String.class),
                config.getValue("SURETY_MIGRATION_USER", String.class), config.getValue("SURETY_MIGRATION_PASSWORD", String.class));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Map<String, List<String>> before = timeline(connection, id);
            assertThat(before.get("delegation_version")).hasSize(5);
            for (String change : WITHOUT_TIMELINE) {
                statement.execute(change);
            }
            statement.execute(migration());
            assertThat(timeline(connection, id)).isEqualTo(before);
            connection.rollback();
        }
    }

    private static Map<String, List<String>> timeline(Connection connection, String id) throws SQLException {
        Database.list(connection, "select set_config('surety.viewer', 'system', true)", row -> "");
        Map<String, List<String>> timeline = new HashMap<>();
        for (String table : List.of("delegation", "delegation_version")) {
            timeline.put(table, rows(connection, DELEGATION.formatted(table, id)));
        }
        timeline.put("restructure", rows(connection, RESTRUCTURES.formatted(id)));
        return timeline;
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        return Database.list(connection, query, row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                + row.getString(4) + " " + row.getString(5));
    }

    private static String migration() throws IOException {
        try (InputStream in = TimelineMigrationTest.class
                .getResourceAsStream("/db/migration/V130__Place_restructures_in_a_timeline.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void restructure(String id, long version, String head, Map<String, Object> times) {
        Map<String, Object> body = new HashMap<>(Map.of("reason", "r", "head", single(head)));
        body.putAll(times);
        As.user("xaa.editor").header("If-Match", "\"" + version + "\"").body(body)
                .post("/api/v1/delegations/" + id + "/restructures")
                .then().statusCode(201);
    }

    private static Map<String, Object> single(String person) {
        return Map.of("kind", "SINGLE", "persons", List.of(person));
    }
}
