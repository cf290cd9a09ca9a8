package org.surety.priorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.surety.priorities.position.SamplePosition.reserved;
import static org.surety.priorities.position.SamplePosition.stated;
import static org.surety.priorities.requirement.SampleRequirement.observers;
import static org.surety.priorities.requirement.SampleRequirement.with;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.kit.actor.Actor;
import org.surety.kit.label.Label;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.Database;
import org.surety.kit.log.NewChange;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.obligation.SampleObligation;
import org.surety.priorities.requirement.SampleRequirement;

import io.quarkus.test.junit.QuarkusTest;

/** What partners are told of the changes of positions, requirements and obligations; XAA and XAC are members, XAB is not. */
@QuarkusTest
@RealParts
class ReleasedChangesTest {

    private static final String CHANGES = "/api/v1/changes";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    DatabaseOfTest outside;

    @Inject
    Known known;

    @Inject
    ChangeLog log;

    @Inject
    Database database;

    @BeforeEach
    void members() {
        outside.clear();
        known.members("XAA", "XAC");
    }

    /** Behind all that has happened. */
    private String now(String user) {
        numbered();
        return As.user(user).get(CHANGES + "?after=now").then().statusCode(200).extract().path("next");
    }

    private List<Map<String, Object>> changes(String user, String after, String record) {
        numbered();
        List<Map<String, Object>> changes = As.user(user).queryParam("after", after).queryParam("limit", 500).get(CHANGES).then()
                .statusCode(200).extract().path("changes");
        return changes.stream().filter(change -> Objects.equals(change.get("subject"), record)).toList();
    }

    private List<String> told(String user, String after, String record) {
        return changes(user, after, record).stream()
                .map(change -> change.get("type").toString().replaceAll("org.surety.(.*).v1", "$1") + " " + change.get("changed"))
                .toList();
    }

    private void numbered() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (SystemViewer.transaction(() -> database.call(connection -> Database.first(connection,
                "select 1 from change where sequence is null limit 1", row -> true))) != null) {
            assertThat(System.nanoTime()).as("all changes to be numbered").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static void amended(String id, int version, Map<String, Object> body) {
        As.user("xaa.editor").header("If-Match", "\"" + version + "\"").body(body).put("/api/v1/positions/" + id).then()
                .statusCode(200);
    }

    @Test
    void releasedHiddenNarrowedAndWidened() {
        String xaa = now("xaa.reader");
        String xab = now("xab.reader");
        String xac = now("xac.reader");
        String id = stated("xaa.editor", reserved());
        assertThat(told("xac.reader", xac, id)).containsExactly("position.stated []");
        assertThat(told("xab.reader", xab, id)).isEmpty();
        amended(id, 1, with(reserved(), "label", Map.of("release", "NATIONAL")));
        assertThat(told("xac.reader", xac, id)).containsExactly("record.withdrawn []");
        assertThat(told("xab.reader", xab, id)).isEmpty();
        amended(id, 2, with(reserved(), "label", Map.of("release", "PUBLIC")));
        assertThat(told("xac.reader", xac, id)).containsExactly("position.stated []", "record.withdrawn []",
                "position.amended [label]");
        assertThat(told("xab.reader", xab, id)).containsExactly("position.amended [label]");
        assertThat(told("xaa.reader", xaa, id)).containsExactly("position.stated []", "position.amended [label]",
                "position.amended [label]");
    }

    @Test
    void everyRecordIsReadAtItsAddress() {
        String xaa = now("xaa.reader");
        String position = stated("xaa.editor", reserved());
        String requirement = SampleRequirement.stated(observers()).toString();
        for (String record : List.of(position, requirement)) {
            String href = (String) changes("xaa.reader", xaa, record).get(0).get("href");
            As.user("xaa.reader").get(href).then().statusCode(200).body("id", equalTo(record));
        }
    }

    @Test
    void theCoordinatorIsToldOfTheCoalitionsRecordsThoughOfNoParty() {
        String coordinator = now("coordinator");
        String requirement = SampleRequirement.stated(observers()).toString();
        assertThat(told("coordinator", coordinator, requirement)).containsExactly("requirement.stated []");
    }

    /** That a minimum was crossed hangs on the requirement, whose label may have been narrowed since. */
    @Test
    void aCrossingIsToldAsLongAsTheRequirementIsSeen() {
        String requirement = SampleRequirement.stated(with(observers(), "label", Map.of("release", "PUBLIC"))).toString();
        String xab = now("xab.reader");
        String watched = UUID.randomUUID().toString();
        SystemViewer.transaction(() -> log.append(new Actor("system", "test", null, java.util.Set.of()),
                () -> NewChange.of("coverage.minimum-crossed", watched, 1, Map.of("requirement", requirement, "series", "EXERCISE"),
                        Label.openToAll(), LocalDate.parse("2026-03-01"))));
        assertThat(changes("xab.reader", xab, watched)).hasSize(1).first().satisfies(change -> assertThat(change)
                .containsEntry("series", "EXERCISE").doesNotContainKeys("href", "party"));
        As.coordinator().header("If-Match", "\"1\"").body(with(observers(), "label", Map.of("release", "COALITION")))
                .put("/api/v1/requirements/" + requirement).then().statusCode(200);
        assertThat(told("xab.reader", xab, watched)).isEmpty();
        assertThat(told("xab.reader", xab, requirement)).containsExactly("record.withdrawn []");
    }

    /** What a party says of what it is called to do hangs on the promise that is called. */
    @Test
    void whatIsSaidOfAnObligationIsToldAsLongAsThePromiseIsSeen() {
        SampleCommitment promise = SampleObligation.asleep();
        String xaa = now("xaa.reader");
        String xac = now("xac.reader");
        String obligation = SampleObligation.acknowledged(known, promise);
        assertThat(told("xac.reader", xac, obligation)).containsExactly("obligation.acknowledged []");
        known.commitments(promise.released(Label.national("XAA")));
        assertThat(told("xac.reader", xac, obligation)).isEmpty();
        assertThat(told("xaa.reader", xaa, obligation)).containsExactly("obligation.acknowledged []");
    }
}
