package org.surety.drills;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.surety.local.Service;

/** Faults of PostgreSQL and of what is in it. */
final class DatabaseFaults {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private DatabaseFaults() {
    }

    static List<Fault> all() {
        return List.of(
                Fault.of("postgres-kill", "kill -9 of the database server and all its sessions", DatabaseFaults::kill),
                Fault.of("postgres-stopped-60", "the database server away for 60 s", DatabaseFaults::stop),
                Fault.of("idle-transaction", "a transaction that has written a change stays open for 2 minutes; the others go on",
                        DatabaseFaults::stayIdle),
                Fault.of("restored-database", "an older copy of an owner's database comes back; its consumers rebuild, "
                        + Scene.REBUILT_PER_SECOND + " changes a second", DatabaseFaults::restore));
    }

    private static void kill(Scene scene) throws Exception {
        for (int i = 0; i < 3; i++) {
            scene.pauseUpTo(Duration.ofSeconds(3));
            long begun = System.nanoTime();
            scene.topology().suite().postgresql().kill();
            scene.topology().suite().postgresql().start();
            scene.outage(Duration.ofNanos(System.nanoTime() - begun));
            scene.pause(Duration.ofSeconds(8));
        }
    }

    private static void stop(Scene scene) throws Exception {
        long begun = System.nanoTime();
        scene.topology().suite().postgresql().stop();
        scene.pause(Duration.ofSeconds(60));
        scene.topology().suite().postgresql().start();
        scene.outage(Duration.ofNanos(System.nanoTime() - begun));
    }

    private static void stayIdle(Scene scene) throws Exception {
        try (Connection connection = scene.topology().database(Service.DELEGATION_SERVICE);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    """
                            insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, audience_id, effective_on)
                            select gen_random_uuid(), 'org.surety.person.recorded.v1', gen_random_uuid()::text, 1, '{}', '{}', 'NEW_FACT', 'drill',
                                min(id), current_date from audience""");
            String before = scene.value("delegations", "select last_sequence from log_head");
            scene.pause(Duration.ofSeconds(120));
            String after = scene.value("delegations", "select last_sequence from log_head");
            scene.note("numbered from " + before + " to " + after + " meanwhile");
            if (before.equals(after)) {
                scene.broken("nothing was numbered behind an open transaction");
            }
            connection.rollback();
        }
    }

    /**
     * The copy is made and put in place as by an administrator; what was acknowledged between the two is lost by the fault. The outage is that of
     * the database. For its consumers it lasts until the restored log is theirs, which is what the recovery measures from here.
     */
    private static void restore(Scene scene) throws Exception {
        String database = "commitments";
        scene.sql("postgres", "drop database if exists drill_copy");
        long copied = closedTo(scene, database,
                "create database drill_copy template " + database + " owner " + database + "_owner");
        scene.pause(Duration.ofSeconds(10));
        String lost = scene.value(database, "select log_id || ' at ' || last_sequence from log_head");
        long begun = System.nanoTime();
        closedTo(scene, database, "alter database " + database + " rename to drill_old");
        scene.sql("postgres", "revoke all on database drill_copy from public");
        scene.sql("postgres", "grant connect on database drill_copy to " + database);
        scene.sql("drill_copy", "update log_head set log_id = gen_random_uuid()");
        // What the lost database has carried out is answered by now, and not mistaken for what the restored one does.
        scene.pause(Duration.ofSeconds(1));
        scene.lostByFault(database, copied, closedTo(scene, "drill_copy", "alter database drill_copy rename to " + database));
        scene.outage(Duration.ofNanos(System.nanoTime() - begun));
        String restored = scene.value(database, "select last_sequence from log_head");
        scene.again(Long.parseLong(restored));
        scene.note("lost by the fault: the log " + lost + ", restored at " + restored);
        scene.sql("postgres", "drop database drill_old with (force)");
    }

    /**
     * Does it while nobody can be connected.
     *
     * @return when that was over
     */
    private static long closedTo(Scene scene, String database, String statement) throws Exception {
        scene.sql("postgres", "alter database " + database + " allow_connections false");
        try {
            scene.sql("postgres", "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
            // A terminated session takes a moment to be gone.
            scene.until(LIMIT, () -> "0".equals(scene.value("postgres",
                    "select count(*) from pg_stat_activity where datname = '" + database + "'")));
            scene.sql("postgres", statement);
            return System.currentTimeMillis();
        } finally {
            scene.sql("postgres", "update pg_database set datallowconn = true where datname in ('" + database
                    + "', 'drill_copy', 'drill_old', 'commitments')");
        }
    }
}
