package org.surety.release.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.OnBehalf;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Paging;
import org.surety.release.RealParts;
import org.surety.release.audit.ReadEntry.Part;

import io.quarkus.test.junit.QuarkusTest;

/** The record of reads in the database: written once, read for an auditor, kept for its term, and nothing else. */
@QuarkusTest
@RealParts
class ReadTableTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String COUNT = "select count(*) from recorded_read";
    private static final String MONTHS = "select count(*) from pg_inherits where inhparent = 'recorded_read'::regclass";
    private static final String INSERT = "insert into recorded_read (id, part, subject, roles, method, path, status) "
            + "values (gen_random_uuid(), 'BEGUN', 's', '{}', 'GET', '/x', 200)";
    private static final String SOME_TIME_AGO = "recorded_read_2020_02";
    private static final String NOT_BY_ROW = "row-level security";
    private static final String NOT_AT_ALL = "permission denied";

    /** This month and a year of those to come; the rest makes one more. */
    private static final int TABLES = 1 + 12 + 1;

    @Inject
    ReadLog log;

    @Inject
    ReadRepository reads;

    @Test
    void nobodyChangesOrRemovesWhatIsWritten() throws SQLException {
        for (String sql : List.of("update recorded_read set subject = 'x'", "delete from recorded_read", "truncate recorded_read",
                "select * from recorded_read_rest", "insert into recorded_read_rest select * from recorded_read",
                "update read_retention set months = 1", "delete from read_retention", "select * from read_retention")) {
            refused(sql, "system", NOT_AT_ALL);
        }
        refused("drop table recorded_read", "system", "must be owner");
        refused("alter table recorded_read detach partition recorded_read_rest", "system", "must be owner");
    }

    @Test
    void itIsWrittenForTheSystemAndReadForAnAuditor() throws SQLException {
        written("XAA");
        refused(INSERT, "", NOT_BY_ROW);
        refused(INSERT, "auditor", NOT_BY_ROW);
        try (Connection service = runTime()) {
            assertThat(number(service, COUNT)).isZero();
            run(service, "set surety.audiences = '{1,2,3,4,5,6,7,8}'");
            assertThat(number(service, COUNT)).isZero();
            run(service, "set surety.viewer = 'auditor'");
            assertThat(number(service, COUNT)).as("an auditor of nobody").isZero();
            run(service, "set surety.audited = '*'");
            assertThat(number(service, COUNT)).isPositive();
            run(service, "set surety.viewer = 'system'");
            run(service, INSERT);
        }
        try (Connection owner = owner()) {
            assertThat(number(owner, COUNT)).as("its owner is filtered too").isZero();
        }
    }

    /** Who sees what a party sees is told what was given to who sees the same, and of nobody else. */
    @Test
    void anAuditorOfAPartyIsToldOfItsUsersAlone() {
        UUID ours = written("XAA");
        UUID theirs = written("XAB");
        UUID nobodys = written(null);
        assertThat(seenBy(null)).contains(ours, theirs, nobodys);
        assertThat(seenBy("XAA")).contains(ours).doesNotContain(theirs, nobodys);
        assertThat(seenBy("XAB")).contains(theirs).doesNotContain(ours, nobodys);
        assertThat(seenBy("XAC")).doesNotContain(ours, theirs, nobodys);
    }

    @Test
    void whatIsOverForLongerThanItIsKeptGoesByItself() throws SQLException {
        try (Connection owner = owner()) {
            run(owner, "set surety.viewer = 'system'");
            run(owner, "create table " + SOME_TIME_AGO + " partition of recorded_read for values from "
                    + "('2020-02-01T00:00:00Z') to ('2020-03-01T00:00:00Z')");
            run(owner, INSERT.replace("(id,", "(at, id,").replace("(gen", "('2020-02-29T23:59:59Z', gen"));
            run(owner, INSERT.replace("(id,", "(at, id,").replace("(gen", "('2020-03-01T00:00:00Z', gen"));
            assertThat(number(owner, "select count(*) from " + SOME_TIME_AGO)).isEqualTo(1);
            assertThat(number(owner, "select count(*) from recorded_read_rest")).isEqualTo(1);
            owner.commit();
            await(owner, "select (to_regclass('" + SOME_TIME_AGO + "') is null)::int");
            await(owner, "select 1 - count(*) from recorded_read_rest");
        }
    }

    @Test
    void whatIsKeptStaysToItsLastMonth() throws SQLException {
        try (Connection owner = owner()) {
            for (int month : List.of(12, 13)) {
                run(owner, "do $$ declare first timestamp := date_trunc('month', clock_timestamp() at time zone 'UTC') "
                        + "- interval '" + month + " months'; begin execute format('create table %I partition of recorded_read "
                        + "for values from (%L) to (%L)', 'recorded_read_' || to_char(first, 'YYYY_MM'), first at time zone 'UTC', "
                        + "(first + interval '1 month') at time zone 'UTC'); end $$");
            }
            assertThat(number(owner, MONTHS)).isEqualTo(TABLES + 2);
            assertThat(number(owner, "select keep_months_of_reads()::int")).isEqualTo(1);
            assertThat(number(owner, MONTHS)).as("a year before this month").isEqualTo(TABLES + 1);
            run(owner, "update read_retention set months = 11");
            run(owner, "select keep_months_of_reads()");
            assertThat(number(owner, MONTHS)).isEqualTo(TABLES);
            assertThatThrownBy(() -> run(owner, "update read_retention set months = 0"))
                    .hasMessageContaining("read_retention_term");
        }
    }

    @Test
    void everyMonthHasATableAndOneOfNoneHasTheRest() throws SQLException {
        try (Connection owner = owner()) {
            assertThat(number(owner, MONTHS)).isEqualTo(TABLES);
            run(owner, "do $$ begin execute 'drop table recorded_read_' || "
                    + "to_char(clock_timestamp() at time zone 'UTC' + interval '2 months', 'YYYY_MM'); end $$");
            assertThat(number(owner, MONTHS)).isEqualTo(TABLES - 1);
            run(owner, "set surety.viewer = 'system'");
            run(owner, INSERT.replace("(id,", "(at, id,").replace("(gen", "(clock_timestamp() + interval '2 months', gen"));
            run(owner, "select keep_months_of_reads()");
            assertThat(number(owner, MONTHS)).as("not the month that is in the rest").isEqualTo(TABLES - 1);
            run(owner, "delete from recorded_read_rest");
            run(owner, "select keep_months_of_reads()");
            assertThat(number(owner, MONTHS)).isEqualTo(TABLES);
        }
    }

    /** Reads go on behind it: who looks after months waits for nobody for long. */
    @Test
    void whoIsAtTheTableIsNotWaitedFor() throws SQLException {
        try (Connection owner = owner(); Connection service = runTime()) {
            run(owner, "lock table recorded_read in access exclusive mode");
            assertThat(number(service, "select keep_months_of_reads()::int")).isZero();
        }
    }

    private UUID written(String party) {
        UUID id = UUID.randomUUID();
        log.append(
                new ReadEntry(id, Part.BEGUN, new Actor("somebody", null, party, Set.of(Role.READER)), null, "GET", "/x", null, 200,
                        null, null, null))
                .join();
        return id;
    }

    private List<UUID> seenBy(String party) {
        return OnBehalf.transaction(new Actor("auditor", null, party, Set.of(Role.AUDITOR)),
                () -> reads.list(new ReadFilter(null, null, null, null, "/x"), new Paging.Request(List.of(), 100))).stream()
                .map(ReadRepresentation::id).toList();
    }

    private static void refused(String sql, String viewer, String reason) throws SQLException {
        try (Connection service = runTime()) {
            run(service, "set surety.viewer = '" + viewer + "'");
            assertThatThrownBy(() -> run(service, sql)).as(sql).isInstanceOf(SQLException.class).hasMessageContaining(reason);
        }
    }

    private static void await(Connection session, String one) throws SQLException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (number(session, one) != 1) {
            session.commit();
            assertThat(System.nanoTime()).as("waited in vain for " + one).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        session.commit();
    }

    private static Connection owner() throws SQLException {
        return session("quarkus.flyway.username", "quarkus.flyway.password");
    }

    private static Connection runTime() throws SQLException {
        return session("quarkus.datasource.username", "quarkus.datasource.password");
    }

    /** Without a commit nothing of it stays. */
    private static Connection session(String user, String password) throws SQLException {
        Config config = ConfigProvider.getConfig();
        Connection session = DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue(user, String.class), config.getValue(password, String.class));
        session.setAutoCommit(false);
        return session;
    }

    private static void run(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
