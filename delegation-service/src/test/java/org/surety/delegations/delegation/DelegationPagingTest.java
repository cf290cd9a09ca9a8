package org.surety.delegations.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.Level;
import org.surety.contracts.Series;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;
import org.surety.delegations.delegation.DelegationRepository.DelegationFilter;
import org.surety.delegations.delegation.DelegationRepository.Statement;
import org.surety.kit.log.Database;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Of 10,000 delegations each page costs what the first one does, whatever it is narrowed by: counted in the pages of the database that its
 * statement touches, as a reader whose rows are filtered. Nothing of it is committed.
 */
@QuarkusTest
@RealParts
class DelegationPagingTest {

    private static final int PAGE = 51;
    private static final LocalDate DAY = LocalDate.parse("2026-03-05");
    /** As many as have the rarest level: one in a hundred, all over the list. */
    private static final int RARE = 100;
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared( hit=(\\d+))?( read=(\\d+))?");

    private static final List<String> TEN_THOUSAND = List.of("""
            insert into party (id, version, series, kind, names, attributes, audience_id)
            select 'ZP' || chr(65 + n / 26 % 26) || chr(65 + n % 26) || 'Z', 1, 'REAL', 'ORGANISATION', '{"en": "n"}', '[]', a.id
            from generate_series(0, 249) n, audience a where a.key = 'PUBLIC'""", """
            insert into gathering (id, version, series, title, host, co_chairs, starts_on, ends_on, status, sources, audience_id)
            select gen_random_uuid(), 1, 'REAL', 'paging', 'ZPAAZ', '[]', '2026-03-10', '2026-03-10', 'PLANNED', '[]', a.id
            from generate_series(1, 40) n, audience a where a.key = 'PUBLIC'""",
            """
                    insert into delegation (id, version, series, gathering_id, party, level, level_basis, head_kind, heads, members, sources,
                        formation, formed_on, formed_undisclosed, restructures, audience_id)
                    select gen_random_uuid(), 1, 'REAL', g.id, p.id, case when row_number() over (order by p.id, g.id) % 100 = 0 then 'AMBASSADOR'
                        else 'LEADER' end, 'STATED', 'UNDISCLOSED', '[]', '[]', '[]', '{"level": "LEADER"}', '2026-03-01', null, 1, g.audience_id
                    from gathering g, party p where g.title = 'paging' and p.id like 'ZP__Z'""",
            """
                    insert into restructure (id, delegation_id, delegation_version, reason, effective_on, effective_basis, recorded_on, place, earlier,
                        later, sources, audience_id)
                    select gen_random_uuid(), d.id, 1, 'r', '2026-03-04', 'GATHERING', '2026-03-04', 1, d.formation,
                        jsonb_build_object('level', d.level), '[]', d.audience_id
                    from delegation d join gathering g on g.id = d.gathering_id where g.title = 'paging'""");

    @BeforeEach
    void someRecordThatIsPublic() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
    }

    @Test
    void everyPageOfTenThousandCostsTheSame() throws SQLException {
        withTenThousand(connection -> {
            UUID gathering = Database.first(connection, "select id from gathering where title = 'paging' order by id limit 1",
                    row -> row.getObject(1, UUID.class));
            sameCost(connection, new DelegationFilter(null, null, null, null, null, null));
            sameCost(connection, new DelegationFilter(Series.REAL, null, null, null, null, null));
            sameCost(connection, new DelegationFilter(null, gathering, null, null, null, null));
            sameCost(connection, new DelegationFilter(null, null, null, Level.AMBASSADOR, null, null));
            sameCost(connection, new DelegationFilter(null, null, null, null, DAY, null));
            sameCost(connection, new DelegationFilter(null, gathering, null, null, DAY, null));
            sameCost(connection, new DelegationFilter(null, null, null, Level.LEADER, DAY, null));
        });
    }

    /** Of the first page, of one in the middle and of the last full one. */
    private static void sameCost(Connection connection, DelegationFilter filter) throws SQLException {
        List<List<String>> places = Database.list(connection, sql(DelegationRepository.statement(filter, List.of())),
                row -> List.of(row.getString("party"), row.getString("id")));
        assertThat(places.size()).as(filter.toString()).isGreaterThanOrEqualTo(RARE);
        List<Integer> costs = new ArrayList<>();
        for (int before : List.of(0, (places.size() - PAGE) / 2, places.size() - PAGE)) {
            List<String> after = before == 0 ? List.of() : places.get(before - 1);
            String page = sql(DelegationRepository.statement(filter, after)) + " fetch first " + PAGE + " rows only";
            assertThat(Database.list(connection, page, row -> List.of(row.getString("party"), row.getString("id"))))
                    .isEqualTo(places.subList(before, before + PAGE));
            costs.add(buffers(connection, page));
        }
        // A table of 10,000 rows is hundreds of pages: a statement that went through it would be far beyond.
        assertThat(Collections.max(costs)).as(filter + " " + costs).isLessThanOrEqualTo(2 * Collections.min(costs) + 60);
    }

    private static int buffers(Connection connection, String sql) throws SQLException {
        List<String> plan = Database.list(connection, "explain (analyze, buffers) " + sql, row -> row.getString(1));
        Matcher top = BUFFERS.matcher(String.join("\n", plan));
        assertThat(top.find()).as(plan.toString()).isTrue();
        return number(top.group(2)) + number(top.group(4));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The statement with its values in it. */
    private static String sql(Statement statement) {
        String sql = statement.sql();
        for (Map.Entry<String, Object> parameter : statement.parameters().entrySet()) {
            sql = sql.replaceAll(":" + parameter.getKey() + "\\b", "'" + parameter.getValue() + "'");
        }
        return sql;
    }

    /** As the owner, who may count the rows for the planner, and whose rows are filtered as everybody's. */
    private static void withTenThousand(Database.Command work) throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(config.getValue("SURETY_DATABASE_URL", String.class),
                config.getValue("SURETY_MIGRATION_USER", String.class),
                config.getValue("SURETY_MIGRATION_PASSWORD", String.class))) {
            connection.setAutoCommit(false);
            Database.list(connection, "select set_config('surety.viewer', 'system', true)", row -> "");
            for (String insert : TEN_THOUSAND) {
                Database.update(connection, insert);
            }
            Database.update(connection, "analyze delegation, restructure");
            Database.list(connection, "select set_config('surety.viewer', '', true), set_config('surety.audiences', "
                    + "(select array_agg(id)::text from audience where release = 'PUBLIC'), true)", row -> "");
            work.on(connection);
            connection.rollback();
        }
    }
}
