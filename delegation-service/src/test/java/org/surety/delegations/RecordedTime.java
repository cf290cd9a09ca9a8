package org.surety.delegations;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import io.quarkus.arc.Arc;

/** When a change was recorded, and why: to be asked for as it was known then. */
public final class RecordedTime {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private RecordedTime() {
    }

    /** The recorded time of this version's change; waits until the log has given it. */
    public static Instant of(String subject, long version) {
        Instant end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            List<Instant> found = query("select recorded_at from change where subject = ? and subject_version = ? "
                    + "and recorded_at is not null", row -> row.getObject(1, OffsetDateTime.class).toInstant(), subject, version);
            if (!found.isEmpty()) {
                return found.get(0);
            }
            pause();
        }
        throw new AssertionError("not recorded within " + LIMIT + ": version " + version + " of " + subject);
    }

    /** The class of reason of this version's change. */
    public static String reasonOf(String subject, long version) {
        return query("select reason from change where subject = ? and subject_version = ?", row -> row.getString(1), subject,
                version).get(0);
    }

    private static <T> List<T> query(String sql, Database.Row<T> reading, Object... parameters) {
        Database database = Arc.container().instance(Database.class).get();
        return SystemViewer.transaction(() -> database.call(connection -> Database.list(connection, sql, reading, parameters)));
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
