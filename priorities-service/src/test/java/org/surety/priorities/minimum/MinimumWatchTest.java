package org.surety.priorities.minimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;
import static org.surety.priorities.requirement.SampleRequirement.with;
import static org.surety.priorities.situation.SampleSituation.ceasefire;
import static org.surety.priorities.situation.SampleSituation.determined;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.CommitmentState.Trigger;
import org.surety.contracts.Series;
import org.surety.contracts.TriggerKind;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.LogOfTest;
import org.surety.priorities.RealParts;
import org.surety.priorities.Sample;
import org.surety.priorities.SettableClock;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.coverage.CoverageUpkeep;
import org.surety.priorities.situation.SampleSituation;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

/** Of a thousand soldiers, 750 at least. */
@QuarkusTest
@RealParts
class MinimumWatchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);
    private static final Label COALITION = Label.of(Release.COALITION, Series.EXERCISE, "XAA", List.of());

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SettableClock clock;

    @Inject
    MinimumClock minima;

    @Inject
    CoverageUpkeep coverage;

    @Inject
    Database statements;

    @BeforeEach
    void twoMembers() {
        database.clear();
        known.members("XAA", "XAB");
        clock.set(TODAY);
        minima.look();
    }

    @AfterEach
    void machineTime() {
        clock.set(null);
    }

    private static SampleCommitment sound(String party, UUID requirement, String quantity) {
        return SampleCommitment.of(party).contributing(requirement, quantity).decided(LocalDate.of(2026, 4, 2), null)
                .ready(LocalDate.of(2026, 4, 2));
    }

    /** What was told: stage, direction, before, after and cause. */
    private List<String> told(UUID requirement) {
        return Stream.of("ASSURED", "AVAILABLE").flatMap(stage -> changes(requirement, stage)).map(change -> {
            JsonNode state = Sample.json(change.state());
            JsonNode cause = state.get("cause");
            return "%s %s %s %s %s".formatted(state.get("stage").asText(), state.get("direction").asText(), state.get("before"),
                    state.get("after"), cause.has("type") ? cause.get("type").asText() : cause.get("kind").asText());
        }).toList();
    }

    private Stream<LogOfTest.Entry> changes(UUID requirement, String stage) {
        return LogOfTest.changesOf(database.value("select coalesce((select id::text from coverage_minimum where requirement_id = '"
                + requirement + "' and stage = '" + stage + "'), '')")).stream();
    }

    @Test
    void theChangeThatCrossesAMinimumIsToldOnceWithItsCause() {
        UUID land = stated(soldiers());
        SampleCommitment first = sound("XAA", land, "500");
        known.watched(first);
        assertThat(told(land)).isEmpty();
        SampleCommitment second = sound("XAB", land, "300");
        atOnce(1, () -> known.watched(second));
        known.watched(second);
        minima.look();
        assertThat(told(land)).containsExactly("ASSURED REACHED 500 800 commitment.readiness-stated",
                "AVAILABLE REACHED 500 800 commitment.readiness-stated");
        LogOfTest.Entry entry = changes(land, "ASSURED").findFirst().orElseThrow();
        assertThat(entry.type()).isEqualTo("org.surety.coverage.minimum-crossed.v1");
        assertThat(entry.label()).isEqualTo("PUBLIC");
        JsonNode state = Sample.json(entry.state());
        assertThat(state.at("/cause/subject").asText()).isEqualTo(second.id().toString());
        assertThat(state.get("requirement").asText()).isEqualTo(land.toString());
        assertThat(List.copyOf(names(state))).isEqualTo(List.copyOf(names(Sample.of("coverage.minimum-crossed").get("data"))));

        known.watched(first.withdrawn());
        assertThat(told(land)).containsExactly("ASSURED REACHED 500 800 commitment.readiness-stated",
                "ASSURED BELOW 800 300 commitment.withdrawn", "AVAILABLE REACHED 500 800 commitment.readiness-stated",
                "AVAILABLE BELOW 800 300 commitment.withdrawn");
    }

    private static List<String> names(JsonNode state) {
        return Stream.of(state).flatMap(node -> {
            Stream.Builder<String> names = Stream.builder();
            node.fieldNames().forEachRemaining(names::add);
            return names.build();
        }).toList();
    }

    @Test
    void ofSeveralThatCameTogetherTheLastOneThatConcernsItIsTheCause() {
        UUID land = stated(soldiers());
        SampleApproval approval = SampleApproval.open();
        known.watched(approval);
        known.watched(sound("XAA", land, "400"), sound("XAB", land, "400").needing(approval.id()),
                sound("XAB", UUID.randomUUID(), "1"));
        assertThat(told(land)).isEmpty();
        known.watched(approval.granted(TODAY), SampleApproval.open());
        assertThat(told(land)).containsExactly("ASSURED REACHED 400 800 approval.moved",
                "AVAILABLE REACHED 400 800 approval.moved");
    }

    @Test
    void nothingNarrowerThanTheRequirementStandsInIt() {
        UUID open = stated(soldiers());
        UUID shared = stated(with(soldiers(), "label", Map.of("release", "COALITION")));
        for (UUID requirement : List.of(open, shared)) {
            known.watched(sound("XAA", requirement, "900").released(Label.national("XAA")));
            known.watched(sound("XAA", requirement, "900").amountsReleased(Label.national("XAA")));
        }
        assertThat(told(open)).isEmpty();
        assertThat(told(shared)).isEmpty();
        known.watched(sound("XAA", open, "900").released(COALITION), sound("XAA", shared, "900").released(COALITION));
        assertThat(told(open)).isEmpty();
        assertThat(told(shared)).containsExactly("ASSURED REACHED 0 900 commitment.amended",
                "AVAILABLE REACHED 0 900 commitment.amended");
        assertThat(changes(shared, "ASSURED").findFirst().orElseThrow().label()).isEqualTo("COALITION|EXERCISE|");

        SampleCommitment wide = sound("XAB", open, "800");
        known.watched(wide);
        known.watched(wide.released(Label.national("XAB")));
        assertThat(told(open)).as("whose change is hidden").contains("ASSURED BELOW 800 0 CHANGE");
    }

    @Test
    void aDayASituationAndAnAmendedMinimumAreSeenByTheNextLookOfWhicheverReplica() {
        UUID land = stated(soldiers());
        known.watched(sound("XAA", land, "800").during(null, TODAY),
                sound("XAB", land, "700").wakingOn(new Trigger(TriggerKind.CEASEFIRE_IN_FORCE, null)));
        minima.look();
        int before = told(land).size();
        clock.set(TODAY.plusDays(1));
        atOnce(3, minima::look);
        assertThat(told(land)).hasSize(before + 2).contains("ASSURED BELOW 1500 700 DAY", "AVAILABLE BELOW 800 0 DAY");

        As.coordinator().header("If-Match", "\"1\"").body(with(soldiers(), "minimum", 600)).put("/api/v1/requirements/" + land)
                .then()
                .statusCode(200);
        minima.look();
        assertThat(told(land)).contains("ASSURED REACHED 700 700 requirement.amended");

        determined(SampleSituation.with(ceasefire(), "label", Map.of("release", "PUBLIC")));
        assertThat(told(land)).contains("AVAILABLE REACHED 0 700 situation.determined");
    }

    @Test
    void whatAnExerciseOrALaterChangeDidNotDoIsNotSaidOfIt() {
        UUID land = stated(soldiers());
        known.watched(sound("XAA", land, "800").during(null, TODAY),
                sound("XAB", land, "900").wakingOn(new Trigger(TriggerKind.CEASEFIRE_IN_FORCE, null)));
        SampleSituation.proposed("xaa.editor",
                with(with(ceasefire(), "label", Map.of("release", "PUBLIC")), "exercise", true));
        clock.set(TODAY.plusDays(1));
        known.watched(sound("XAA", land, "1"));
        assertThat(told(land)).contains("AVAILABLE BELOW 800 1 CHANGE");
        clock.set(TODAY.plusDays(2));
        minima.look();
        determined(SampleSituation.with(ceasefire(), "label", Map.of("release", "PUBLIC")));
        known.watched(sound("XAA", land, "2"));
        assertThat(told(land)).contains("AVAILABLE REACHED 1 901 situation.determined");
    }

    @Test
    void theMinimumIsThatOfTheDayAndOfTheWholeCycle() {
        UUID land = stated(with(with(soldiers(), "rotationFactor", 2), "phases",
                List.of(Map.of("from", TODAY.plusDays(1).toString(), "quantity", 900, "minimum", 350))));
        known.watched(sound("XAA", land, "800"));
        minima.look();
        assertThat(told(land)).isEmpty();
        clock.set(TODAY.plusDays(1));
        minima.look();
        assertThat(told(land)).containsExactly("ASSURED REACHED 800 800 DAY", "AVAILABLE REACHED 800 800 DAY");
        JsonNode state = Sample.json(changes(land, "ASSURED").findFirst().orElseThrow().state());
        assertThat(state.get("minimum")).hasToString("700");
    }

    @Test
    void aRequirementIsWatchedFromTheBeginningAndWaitsForNobodyWhoWritesCoverage() {
        SystemViewer.transaction(() -> statements.run(connection -> Database.update(connection,
                "insert into watermark (owner) values ('commitments') on conflict do nothing")));
        UUID land = SystemViewer.transaction(() -> {
            statements.run(connection -> coverage.lock(connection));
            return assertTimeout(Duration.ofSeconds(15), () -> stated(soldiers()));
        });
        known.watched(sound("XAA", land, "800"));
        assertThat(told(land)).containsExactly("ASSURED REACHED 0 800 commitment.readiness-stated",
                "AVAILABLE REACHED 0 800 commitment.readiness-stated");
    }

    private static void atOnce(int times, Runnable work) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            Stream.generate(() -> CompletableFuture.runAsync(work, threads)).limit(times).toList().forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whatIsMadeAnewIsToldOnlyWhereItDiffers() {
        UUID land = stated(soldiers());
        SampleCommitment promise = sound("XAA", land, "800");
        known.watched(promise);
        List<String> told = told(land);
        assertThat(told).hasSize(2);
        known.refilled(List.of(List.of(promise)));
        minima.look();
        assertThat(told(land)).isEqualTo(told);
    }
}
