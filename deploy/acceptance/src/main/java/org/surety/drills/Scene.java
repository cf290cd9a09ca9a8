package org.surety.drills;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.surety.drills.load.Load;
import org.surety.local.Progress;

/** Where one fault is played: the suite under load, the dice, and what is to be said of it afterwards. */
final class Scene {
    private static final int LOOK_MILLIS = 10;
    private static final Duration RECOVERY_SLACK = Duration.ofSeconds(10);
    private static final int SHORT_FORM_SHARE = 3;
    /** Below what was measured without clients and proxies, cold and beside other work (ADR 0014); the long form has to show it. */
    static final long REBUILT_PER_SECOND = 5_000;
    private final Topology topology;
    private final Random random;
    private final Progress progress;
    private final String fault;
    private final boolean quick;
    private final List<String> notes = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final Losses lost;
    private Load load;
    private boolean takesWritesAway;
    private long outageMillis;
    private long again;

    /** Takes note of writes that are lost by the fault itself. */
    @FunctionalInterface
    interface Losses {
        void lost(String owner, long fromMillis, long untilMillis);
    }

    Scene(Topology topology, Random random, Progress progress, String fault, boolean quick, Losses lost) {
        this.lost = lost;
        this.topology = topology;
        this.random = random;
        this.progress = progress;
        this.fault = fault;
        this.quick = quick;
    }

    /** The clients that write meanwhile. */
    void under(Load clients) {
        load = clients;
    }

    /**
     * Does something, in the short form beside clients that go on slowly: there the machine is small and full, and a start beside twelve
     * busy clients would take most of the form's time, and a recovery would measure how busy they keep it.
     */
    <T> T easedInShortForm(Callable<T> work) throws Exception {
        load.ease(quick);
        try {
            return work.call();
        } finally {
            load.ease(false);
        }
    }

    Topology topology() {
        return topology;
    }

    Random random() {
        return random;
    }

    /** Whether the short form is played: fewer repetitions. */
    boolean isQuick() {
        return quick;
    }

    void pause(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }

    /** A moment that the seed chooses. */
    void pauseUpTo(Duration longest) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt((int) longest.toMillis()));
    }

    /** Something that was away for so long: recovery is measured against the longest of them. */
    void outage(Duration time) {
        outageMillis = Math.max(outageMillis, time.toMillis());
    }

    Duration outage() {
        return Duration.ofMillis(outageMillis);
    }

    /** So many changes have to be gone through from the beginning before the chain is whole again: the promise allows for them. */
    void again(long changes) {
        again = changes;
    }

    /** In which time the suite has to come back: half the longest outage, 10 s, and what a log takes that is gone through again. */
    Duration promise() {
        return outage().dividedBy(2).plus(RECOVERY_SLACK).plusMillis(again * 1000 / REBUILT_PER_SECOND);
    }

    /** The longest that is let pass for a promised time: the short form is played on whatever machine, beside whatever else it does. */
    Duration allowed(Duration promised) {
        return quick ? promised.multipliedBy(SHORT_FORM_SHARE) : promised;
    }

    /** What a recovery that took so long says of the speed of a rebuild. */
    void recovered(Duration time) {
        if (again > 0) {
            note("%d changes gone through again in %.1f s, %d a second".formatted(again, time.toMillis() / 1000.0,
                    again * 1000 / Math.max(1, time.toMillis())));
        }
    }

    /** A figure for the report. */
    void note(String text) {
        progress.say(fault, text);
        notes.add(text);
    }

    List<String> notes() {
        return notes;
    }

    /** A promise of the fault that was not kept. */
    void broken(String text) {
        progress.say(fault, "BROKEN: " + text);
        broken.add(text);
    }

    List<String> broken() {
        return broken;
    }

    /** Acknowledged writes of the owner in this time are lost by the fault itself. */
    void lostByFault(String owner, long fromMillis, long untilMillis) {
        lost.lost(owner, fromMillis, untilMillis);
        takesWritesAway = true;
    }

    /** Whether clients may rightly be told that a record of theirs is not there. */
    boolean takesWritesAway() {
        return takesWritesAway;
    }

    void sql(String database, String statement) throws SQLException {
        try (Connection connection = topology.database(database); Statement execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }

    /** One value of one row. */
    String value(String database, String query) throws SQLException {
        try (Connection connection = topology.database(database);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** How long it takes until it is so; the limit when it is not by then. */
    Duration until(Duration limit, Callable<Boolean> condition) throws Exception {
        long begun = System.nanoTime();
        while (!condition.call() && System.nanoTime() - begun < limit.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
