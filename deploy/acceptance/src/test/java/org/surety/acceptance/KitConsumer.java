package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.surety.local.Instance;
import org.surety.local.PostgresPart;

/** The service with the kit: a database of its own beside those of the suite. */
final class KitConsumer extends ExampleConsumer {
    private static final String DATABASE = "example";
    private final Path jar;
    private boolean migrated;

    KitConsumer(RunningSuite suite) {
        super(suite, CLIENT);
        jar = source(suite, "java").resolve("target/quarkus-app/quarkus-run.jar");
        assertEquals(true, Files.exists(jar), "./mvnw package -pl docs/consumers/java makes " + jar);
        suite.suite().postgresql().provision(DATABASE, DATABASE);
    }

    @Override
    void add() {
        super.add();
        if (!migrated) {
            Said said = run(folder(), environment(), Stream.concat(command().stream(), Stream.of("migrate")).toList());
            assertEquals(0, said.status(), said.out());
            migrated = true;
        }
    }

    /** The first compiler alone, as for the suite's own services: it is started more often than it is busy. */
    @Override
    List<String> command() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
    }

    @Override
    Map<String, String> environment() {
        Instance instance = suite().instance();
        Map<String, String> environment = super.environment();
        environment.put("SURETY_DATABASE_URL", instance.databaseUrl(DATABASE));
        environment.put("SURETY_DATABASE_USER", DATABASE);
        environment.put("SURETY_DATABASE_PASSWORD", instance.databasePassword(DATABASE));
        environment.put("SURETY_MIGRATION_USER", DATABASE + "_owner");
        environment.put("SURETY_MIGRATION_PASSWORD", instance.databasePassword(DATABASE + "_owner"));
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("QUARKUS_MANAGEMENT_PORT", "0");
        return environment;
    }

    @Override
    Stored stored() {
        try (Connection connection = administrator(); Statement statement = connection.createStatement()) {
            Map<String, List<String>> commitments = new TreeMap<>();
            try (ResultSet row = statement
                    .executeQuery("select c.id, c.version, c.party, c.state, a.key from commitment_reference c "
                            + "join audience a on a.id = c.audience_id")) {
                while (row.next()) {
                    commitments.put(row.getString(1),
                            List.of(row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
            }
            Map<String, Integer> filed = new TreeMap<>();
            try (ResultSet row = statement.executeQuery("select party, commitments from filed_commitments")) {
                while (row.next()) {
                    filed.put(row.getString(1), row.getInt(2));
                }
            }
            try (ResultSet row = statement.executeQuery("select log_id, sequence, (select count(*) from parked_change) "
                    + "from watermark where owner = 'commitments'")) {
                // The kit does not count what it has applied: its rows cannot be doubled, each has its key.
                return row.next()
                        ? new Stored(row.getString(1), row.getLong(2), row.getLong(2), row.getInt(3), commitments, filed)
                        : new Stored(null, 0, 0, 0, commitments, filed);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    void mistakeTheLog() {
        try (Connection connection = administrator(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("update watermark set log_id = '00000000-0000-4000-8000-000000000000'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection administrator() throws SQLException {
        Instance instance = suite().instance();
        return DriverManager.getConnection(instance.databaseUrl(DATABASE), PostgresPart.SUPERUSER,
                instance.databasePassword(PostgresPart.SUPERUSER));
    }
}
