package org.surety.kit.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.actor.Actor;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.label.SystemViewer;

/** Appends changes as a service does and reads the log as an operator would. */
@ApplicationScoped
public class Changes {

    static final Actor SOMEBODY = new Actor("somebody", "test", "XAA", java.util.Set.of());

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ChangeLog log;
    private final Database database;
    private final Audiences audiences;

    Changes(ChangeLog log, Database database, Audiences audiences) {
        this.log = log;
        this.database = database;
        this.audiences = audiences;
    }

    /** A row of the log. */
    public record Row(UUID changeId, Long sequence, OffsetDateTime recordedAt, String subject, long version, boolean bulk) {
    }

    /** In the current transaction. */
    void append(String subject, long version, boolean bulk) {
        int audience = audiences.intern(Label.openToAll());
        if (bulk) {
            log.appendBulk("note.taken", Reason.NEW_FACT, SOMEBODY,
                    "select ?::text as subject, ?::bigint as subject_version, '{}'::json as state, "
                            + "'{}'::text[] as changed, ?::int as audience_id, ?::date as effective_on",
                    subject, version, audience, LocalDate.EPOCH);
        } else {
            database.run(connection -> {
                try (PreparedStatement insert = connection
                        .prepareStatement("insert into change (change_id, type, subject, subject_version, state, "
                                + "changed, reason, actor, audience_id, effective_on) values (gen_random_uuid(), 'org.surety.note.taken.v1', ?, ?, "
                                + "?::json, '{}', 'NEW_FACT', 'somebody', ?, date '1970-01-01')")) {
                    insert.setString(1, subject);
                    insert.setLong(2, version);
                    insert.setString(3, "{\"version\": " + version + "}");
                    insert.setInt(4, audience);
                    insert.executeUpdate();
                }
            });
            log.signalAfterCommit();
        }
    }

    /** Changes of about 60 KB, each of a subject of its own. */
    void appendLarge(String run, int many) {
        int audience = audiences.intern(Label.openToAll());
        log.appendBulk("note.taken", Reason.NEW_FACT, SOMEBODY,
                "select ? || n as subject, 1::bigint as subject_version, json_build_object('text', repeat('x', 60000)) as state, "
                        + "'{}'::text[] as changed, ?::int as audience_id, ?::date as effective_on from generate_series(1, ?) n",
                run, audience, LocalDate.EPOCH, many);
    }

    /** So many imported changes, each of a subject of its own. */
    void appendImported(String run, int many) {
        int audience = audiences.intern(Label.openToAll());
        log.appendBulk("note.taken", Reason.NEW_FACT, SOMEBODY,
                "select ? || n as subject, 1::bigint as subject_version, '{}'::json as state, '{}'::text[] as changed, "
                        + "?::int as audience_id, ?::date as effective_on from generate_series(1, ?) n",
                run, audience, LocalDate.EPOCH, many);
    }

    /** Makes the log so long, if it is not. */
    public void atLeast(int length) {
        int lacking = length - of("%").size();
        if (lacking > 0) {
            SystemViewer.transaction(() -> appendImported("filling-" + UUID.randomUUID() + "-", lacking));
            await(() -> of("%").stream().allMatch(row -> row.sequence() != null), "the filling to be numbered");
        }
    }

    public void commit(String subject, long version, boolean bulk) {
        SystemViewer.transaction(() -> append(subject, version, bulk));
    }

    public List<Row> of(String subjectLike) {
        return SystemViewer.transaction(() -> database.call(connection -> {
            try (PreparedStatement query = connection
                    .prepareStatement("select change_id, sequence, recorded_at, subject, subject_version, bulk "
                            + "from change where subject like ? order by sequence nulls last, id")) {
                query.setString(1, subjectLike);
                List<Row> rows = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rows.add(new Row(row.getObject(1, UUID.class), row.getObject(2, Long.class),
                                row.getObject(3, OffsetDateTime.class),
                                row.getString(4), row.getLong(5), row.getBoolean(6)));
                    }
                }
                return rows;
            }
        }));
    }

    public List<Row> numbered(String subjectLike, int count) {
        await(() -> of(subjectLike).stream().filter(row -> row.sequence() != null).count() == count,
                subjectLike + " to be numbered");
        return of(subjectLike);
    }

    public static void await(Supplier<Boolean> condition, String what) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + LIMIT.toSeconds() + " s in vain for " + what);
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

}
