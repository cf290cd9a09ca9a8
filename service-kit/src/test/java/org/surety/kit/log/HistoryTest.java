package org.surety.kit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.kit.RealParts;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.problem.Problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** What was known when. */
@QuarkusTest
@RealParts
class HistoryTest {

    @Inject
    Changes changes;

    @Inject
    History history;

    @Inject
    LogReader reader;

    @Inject
    Database database;

    private final String subject = "known-" + UUID.randomUUID();

    @Test
    void eachInstantHasTheVersionThatWasTheLatestRecorded() {
        Instant before = reader.head().stamp();
        Instant first = recorded(1);
        Instant second = recorded(2);
        assertThat(first).isAfter(before);
        assertThat(second).isAfter(first);
        assertThat(versionAt(before)).isNull();
        assertThat(versionAt(first)).isEqualTo(1);
        assertThat(versionAt(second.minusNanos(1_000))).isEqualTo(1);
        assertThat(versionAt(second)).isEqualTo(2);
    }

    /** The viewer of the transaction stays who it was: only within the function is everything seen. */
    @Test
    void theFunctionTellsTheVersionToWhoSeesNothingAndShowsNothingElse() {
        Instant first = recorded(1);
        QuarkusTransaction.requiringNew().run(() -> database.run(connection -> {
            Long version = Database.first(connection, "select version_known_at(?, ?)", row -> row.getObject(1, Long.class), subject,
                    at(first));
            Long shown = Database.first(connection, "select count(*) from change", row -> row.getLong(1));
            assertThat(version).isEqualTo(1);
            assertThat(shown).isZero();
        }));
    }

    @Test
    void whatIsBeyondTheStampIsNotKnownYetAndTheLatestIsNamed() {
        recorded(1);
        Instant stamp = reader.head().stamp();
        history.requireKnown(null);
        history.requireKnown(stamp);
        Instant ahead = Instant.now().plusSeconds(60);
        assertThatThrownBy(() -> history.requireKnown(ahead)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(409);
            assertThat(problem.getType()).hasToString("https://surety.example/problems/not-yet-known");
            assertThat(Instant.parse((String) problem.getParameters().get("latest"))).isBetween(stamp, ahead);
        });
    }

    @Test
    void everyStepMovesTheStampSoThatALaterChangeIsRecordedLater() {
        Instant stamp = reader.head().stamp();
        Changes.await(() -> reader.head().stamp().isAfter(stamp), "a step without changes");
        Instant reached = reader.head().stamp();
        assertThat(recorded(1)).isAfter(reached);
    }

    private Instant recorded(long version) {
        changes.commit(subject, version, false);
        return changes.numbered(subject, (int) version).get((int) version - 1).recordedAt().toInstant();
    }

    private Long versionAt(Instant instant) {
        return SystemViewer.transaction(() -> database.call(connection -> Database.first(connection,
                "select version_known_at(?, ?)", row -> row.getObject(1, Long.class), subject, at(instant))));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
