package org.surety.delegations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.surety.contracts.EventSchemas;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import io.quarkus.arc.Arc;

/** When the log of the service under test recorded what, and of whom. */
public final class Recorded {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Recorded() {
    }

    /** The recorded time of a version; waits for the sequencing step that gives it. */
    public static Instant at(String subject, long version) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            OffsetDateTime at = one("select recorded_at from change where subject = ? and subject_version = ?", subject, version);
            if (at != null) {
                return at.toInstant();
            }
            assertThat(System.nanoTime()).as("waiting for version " + version + " of " + subject).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** The parties of the actors who made the changes of a record, in the order of its versions. */
    public static List<String> actorParties(String subject) {
        Database database = Arc.container().instance(Database.class).get();
        return SystemViewer.transaction(() -> database.call(connection -> Database.list(connection,
                "select actor_party from change where subject = ? order by subject_version", row -> row.getString(1), subject)));
    }

    /** Every change of the record keeps the published schema of its type. */
    public static void keepsItsSchemas(String subject) {
        assertThat(LogOfTest.changesOf(subject)).isNotEmpty().allSatisfy(
                change -> assertThat(EventSchemas.strict().faultsOfData(change.type(), change.state())).as(change.type())
                        .isEmpty());
    }

    private static OffsetDateTime one(String query, Object... parameters) {
        Database database = Arc.container().instance(Database.class).get();
        return SystemViewer.transaction(() -> database.call(
                connection -> Database.first(connection, query, row -> row.getObject(1, OffsetDateTime.class), parameters)));
    }
}
