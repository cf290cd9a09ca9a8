package org.surety.release.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.surety.kit.log.Database;
import org.surety.release.RealParts;

import io.quarkus.test.junit.QuarkusTest;

/**
 * What is hidden is not read: a page costs the same with many changes in between that the viewer may not see, counted in the pages of the
 * database that its statement touches. So neither the work nor the time tells of them. Nothing of it is committed.
 */
@QuarkusTest
@RealParts
class ReleasedLogCostTest {

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared( hit=(\\d+))?( read=(\\d+))?");

    /** Beyond every number that the log has. */
    private static final long FIRST = 1_000_000_000L;

    /** One in so many changes is PUBLIC, the others are of audiences of XAA alone. */
    private static final String INSERT = """
            insert into change (change_id, sequence, recorded_at, type, subject, subject_version, state, changed, reason, actor, audience_id,
                effective_on)
            select gen_random_uuid(), %d + n, now(), 'org.surety.note.taken.v1', gen_random_uuid()::text, 1, '{}', '{}', 'NEW_FACT', 'test',
                a.id, '2026-01-06'
            from generate_series(1, %d) n join audience a on a.key = case when n %% %d = 0 then 'PUBLIC' else 'NATIONAL|EXERCISE|XAA' end""";

    @Test
    void aPageCostsTheSameWhateverIsHiddenInBetween() throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(config.getValue("SURETY_DATABASE_URL", String.class),
                config.getValue("SURETY_MIGRATION_USER", String.class),
                config.getValue("SURETY_MIGRATION_PASSWORD", String.class))) {
            connection.setAutoCommit(false);
            Database.list(connection, "select set_config('surety.viewer', 'system', true)", row -> "");
            Database.update(connection,
                    "insert into audience (key, release, series, owner) values ('PUBLIC', 'PUBLIC', null, null), "
                            + "('NATIONAL|EXERCISE|XAA', 'NATIONAL', 'EXERCISE', 'XAA') on conflict (key) do nothing");
            Database.update(connection, INSERT.formatted(FIRST, 150, 1));
            Database.update(connection, INSERT.formatted(2 * FIRST, 30_000, 200));
            Database.update(connection, "analyze change");
            Database.list(connection, "select set_config('surety.viewer', '', true), set_config('surety.audiences', "
                    + "(select array_agg(id)::text from audience where release = 'PUBLIC'), true)", row -> "");
            int alone = touched(connection, FIRST);
            assertThat(touched(connection, 2 * FIRST)).as("pages of the database, %d without hidden ones", alone)
                    .isLessThanOrEqualTo(2 * alone + 60);
            connection.rollback();
        }
    }

    /** By the page of the hundred changes that follow. */
    private static int touched(Connection connection, long after) throws SQLException {
        Object[] values = { after, 3 * FIRST, 101, after, 3 * FIRST, 101, 101, null, ReleasedChange.WITHDRAWN};
        assertThat(Database.list(connection, ReleasedLog.FOLLOWING, row -> row.getLong(1), values)).hasSize(101);
        List<String> plan = Database.list(connection, "explain (analyze, buffers) " + ReleasedLog.FOLLOWING,
                row -> row.getString(1),
                values);
        Matcher top = BUFFERS.matcher(String.join("\n", plan));
        assertThat(top.find()).as(plan.toString()).isTrue();
        return number(top.group(2)) + number(top.group(4));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
