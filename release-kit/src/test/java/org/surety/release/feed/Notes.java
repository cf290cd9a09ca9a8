package org.surety.release.feed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Series;
import org.surety.kit.actor.Actor;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.Database;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Appends changes of notes of XAA, as a service does. */
@ApplicationScoped
class Notes {

    static final Label PUBLIC = Label.openToAll();
    static final Label COALITION = Label.of(Release.COALITION, Series.EXERCISE, "XAA", List.of());
    static final Label OWN = Label.national("XAA");

    private static final Actor WRITER = new Actor("somebody", "test", "XAA", Set.of());
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ChangeLog log;
    private final Database database;

    Notes(ChangeLog log, Database database) {
        this.log = log;
        this.database = database;
    }

    static Label named(String... parties) {
        return Label.of(Release.NAMED, Series.EXERCISE, "XAA", List.of(parties));
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** A change that is committed, and numbered soon. */
    void write(String note, long version, Label label, String... fields) {
        SystemViewer.transaction(() -> append("note", note, version, label, Map.of("series", "EXERCISE"), fields));
    }

    /** The same, and numbered when this returns. */
    void written(String note, long version, Label label, String... fields) {
        write(note, version, label, fields);
        numbered();
    }

    void append(String record, String note, long version, Label label, Map<String, ?> state, String... fields) {
        log.append(WRITER, () -> NewChange.of(record + (version == 1 ? ".taken" : ".amended"), note, version, state, label,
                LocalDate.parse("2026-01-06")).changing(List.of(fields), Reason.NEW_FACT));
    }

    /** Waits until all that was written is in the log. */
    void numbered() {
        await(() -> ask("select count(*) from change where sequence is null").equals("0"), "all changes to be numbered");
    }

    /** Work during which another process seems to number the log, and is slow. */
    void whileNothingIsNumbered(Runnable work) {
        SystemViewer.transaction(() -> {
            database.run(connection -> Database.update(connection, "update log_head set epoch = epoch"));
            work.run();
        });
    }

    String idOf(String note, long version) {
        return ask("select change_id from change where subject = ? and subject_version = ?", note, version);
    }

    /** The first column of the first row, to an operator who sees everything. */
    String ask(String sql, Object... parameters) {
        return SystemViewer.transaction(
                () -> database.call(connection -> Database.first(connection, sql, row -> row.getString(1), parameters)));
    }

    void run(String sql, Object... parameters) {
        SystemViewer.transaction(() -> database.run(connection -> Database.update(connection, sql, parameters)));
    }

    static void await(Supplier<Boolean> condition, String what) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + LIMIT.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
