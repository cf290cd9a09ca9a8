package org.surety.priorities;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

/** The database of the service under test, seen from outside the service's rules. */
@ApplicationScoped
public class DatabaseOfTest {

    /** All tables but those of the five priorities, of the log, of reads, and of what is the same in every test. */
    private static final String FORGET = """
            do $$ begin
                execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_tables
                    where schemaname in ('public', 'rebuild') and tablename not in ('audience', 'change', 'coverage_mark', 'credibility_criterion',
                        'credibility_criterion_version', 'flyway_schema_history',
                        'kept_answer', 'log_head', 'parked_change', 'priority', 'priority_version', 'projection', 'read_retention', 'withdrawal',
                        'watermark')
                        and not starts_with(tablename, 'recorded_read'));
            end $$""";

    private final Database database;
    private final String url;
    private final String owner;
    private final String ownerPassword;

    DatabaseOfTest(Database database, @ConfigProperty(name = "SURETY_DATABASE_URL") String url,
            @ConfigProperty(name = "SURETY_MIGRATION_USER") String owner,
            @ConfigProperty(name = "SURETY_MIGRATION_PASSWORD") String ownerPassword) {
        this.database = database;
        this.url = url;
        this.owner = owner;
        this.ownerPassword = ownerPassword;
    }

    /** Forgets every record that a test has made, as only the owner of the tables can. The priorities and the log stay. */
    public void clear() {
        asOwner(FORGET);
    }

    /** As if all that was recorded of a record had been so many days earlier: what the log forbids to all others. */
    public void recordedEarlier(String subject, int days) {
        recordedAt(subject, 1);
        asOwner("begin; set local surety.viewer = 'system'; alter table change disable trigger user; update change set recorded_at = "
                + "recorded_at - interval '" + days + " days' where subject = '" + subject
                + "'; alter table change enable trigger user; commit");
    }

    private void asOwner(String sql) {
        try (Connection connection = DriverManager.getConnection(url, owner, ownerPassword);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When this version of a record was recorded, once it is, as the API takes instants. */
    public String recordedAt(String subject, long version) {
        String sql = "select max(to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')) from change where subject = '"
                + subject + "' and subject_version = " + version;
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> value(sql), Objects::nonNull);
    }

    /** The only column of the only row, as the viewer {@code system} sees it. */
    public String value(String sql) {
        return SystemViewer.transaction(() -> database.call(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        }));
    }
}
