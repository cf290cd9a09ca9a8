package org.surety.priorities.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.surety.kit.log.Database;
import org.surety.priorities.RealParts;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Engagement costs by the number of parties and not of commitments: counted in the pages of the database that the question touches, as a
 * reader whose rows are filtered. Nothing of it is committed.
 */
@QuarkusTest
@RealParts
class EngagementCostTest {

    private static final int PARTIES = 52;
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared( hit=(\\d+))?( read=(\\d+))?");
    private static final String PARTY = "'X' || chr(77 + n % 2) || chr(65 + n / 2 % 26)";

    private static final List<String> MANY = List.of(
            "insert into party_reference select " + PARTY + ", 1, 'EXERCISE', 'STATE', '{}', '[]', a.id "
                    + "from generate_series(0, 51) n, audience a where a.key = 'PUBLIC'",
            "insert into commitment_activity select gen_random_uuid(), 1, " + PARTY
                    + ", 'EXERCISE', date '2026-01-01' + n % 90, a.id "
                    + "from generate_series(1, 200000) n, audience a where a.key = 'PUBLIC'",
            "analyze party_reference, commitment_activity");

    @Test
    void theLastActivityIsFoundWithoutALookAtAllCommitments() throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(config.getValue("SURETY_DATABASE_URL", String.class),
                config.getValue("SURETY_MIGRATION_USER", String.class),
                config.getValue("SURETY_MIGRATION_PASSWORD", String.class))) {
            connection.setAutoCommit(false);
            Database.list(connection, "select set_config('surety.viewer', 'system', true)", row -> "");
            for (String insert : MANY) {
                Database.update(connection, insert);
            }
            Database.list(connection, "select set_config('surety.viewer', '', true), set_config('surety.audiences', "
                    + "(select array_agg(id)::text from audience where release = 'PUBLIC'), true)", row -> "");
            LocalDate day = LocalDate.of(2026, 4, 1);
            assertThat(Database.list(connection, EngagementService.READ, row -> row.getString(1), day, "EXERCISE", day))
                    .hasSizeGreaterThanOrEqualTo(PARTIES);
            int all = Database.first(connection, "select pg_relation_size('commitment_activity') / 8192", row -> row.getInt(1));
            int cost = buffers(connection, day);
            assertThat(cost).as("of %s pages".formatted(all)).isLessThan(all).isLessThan(PARTIES * 20);
            connection.rollback();
        }
    }

    private static int buffers(Connection connection, LocalDate day) throws SQLException {
        List<String> plan = Database.list(connection, "explain (analyze, buffers) " + EngagementService.READ,
                row -> row.getString(1),
                day, "EXERCISE", day);
        Matcher top = BUFFERS.matcher(String.join("\n", plan));
        assertThat(top.find()).as(plan.toString()).isTrue();
        return number(top.group(2)) + number(top.group(4));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
