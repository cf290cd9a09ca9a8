package org.surety.priorities.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.surety.priorities.obligation.SampleObligation.PATH;
import static org.surety.priorities.obligation.SampleObligation.of;
import static org.surety.priorities.situation.SampleSituation.act;
import static org.surety.priorities.situation.SampleSituation.ceasefire;
import static org.surety.priorities.situation.SampleSituation.determined;
import static org.surety.priorities.situation.SampleSituation.proposed;
import static org.surety.priorities.situation.SampleSituation.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.EventSchemas;
import org.surety.contracts.ShareState;
import org.surety.contracts.TriggerKind;
import org.surety.kit.label.Label;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.LogOfTest;
import org.surety.priorities.RealParts;
import org.surety.priorities.Sample;
import org.surety.priorities.commitment.SampleCommitment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class ObligationResourceTest {

    @Inject
    DatabaseOfTest outside;

    @Inject
    Known known;

    private SampleCommitment observers;

    @BeforeEach
    void aDormantPromiseOfXaa() {
        outside.clear();
        known.members("XAA", "XAB", "XAC");
        observers = SampleCommitment.of("XAA").released(Label.parse("COALITION|EXERCISE|XAA"));
        known.commitments(observers);
        observers = observers.asleep(TriggerKind.CEASEFIRE_IN_FORCE, 10);
        known.commitments(observers);
    }

    private static RequestSpecification asked(String asOf) {
        return As.user("xab.reader").queryParam("series", "EXERCISE").queryParam("asOf", asOf);
    }

    private static Response said(String user, UUID id, Integer version, String act, String on) {
        RequestSpecification request = As.user(user).body(on == null ? Map.of() : Map.of("on", on));
        return (version == null ? request : request.header("If-Match", "\"" + version + "\"")).post(PATH + "/" + id + "/" + act);
    }

    @Test
    void aSituationCallsWhatNamesItAndNothingElse() {
        SampleCommitment other = SampleCommitment.of("XAB");
        known.commitments(other, SampleCommitment.of("XAC"));
        other = other.asleep(TriggerKind.RENEWED_ARMED_ATTACK, 3);
        known.commitments(other);
        UUID proposal = proposed("xaa.editor", ceasefire());
        asked("2026-03-05").get(PATH).then().statusCode(200).body("items", equalTo(List.of()));
        act("xab.editor", proposal, 1, "determinations", Map.of()).then().statusCode(200);
        asked("2026-02-28").get(PATH).then().body("items", equalTo(List.of()));
        asked("2026-03-11").get(PATH).then().body("items.party", equalTo(List.of("XAA")))
                .body("items.commitment", equalTo(List.of(observers.id().toString())))
                .body("items.title", equalTo(List.of("A promise")))
                .body("items.trigger", equalTo(List.of("CEASEFIRE_IN_FORCE"))).body("items.wakesOn", equalTo(List.of("2026-03-01")))
                .body("items.dueOn", equalTo(List.of("2026-03-11"))).body("items.exercise", equalTo(List.of(false)))
                .body("items.state", equalTo(List.of("CALLED"))).body("items.late", equalTo(List.of(false)));
        asked("2026-03-12").get(PATH).then().body("items.late", equalTo(List.of(true)));
        As.user("xab.reader").get(PATH).then().body("items", equalTo(List.of()));

        known.commitments(observers.withdrawn());
        asked("2026-03-12").get(PATH).then().body("items", equalTo(List.of()));
    }

    @Test
    void theDaysOfThePromiseAndTheEndOfTheSituationCount() {
        SampleCommitment later = SampleCommitment.of("XAB").during(LocalDate.of(2026, 3, 20), null);
        SampleCommitment over = SampleCommitment.of("XAC").during(null, LocalDate.of(2026, 2, 1));
        known.commitments(later, over);
        later = later.asleep(TriggerKind.CEASEFIRE_IN_FORCE, null);
        known.commitments(later);
        over = over.asleep(TriggerKind.CEASEFIRE_IN_FORCE, 1);
        known.commitments(over);
        UUID situation = determined(with(ceasefire(), "until", "2026-03-31"));
        asked("2026-03-31").get(PATH).then().body("items.party", equalTo(List.of("XAA", "XAB")))
                .body("items.wakesOn", equalTo(List.of("2026-03-01", "2026-03-20")))
                .body("items[1].dueOn.undisclosed", equalTo("UNKNOWN")).body("items.late", equalTo(List.of(true, false)))
                .body("items.over", equalTo(List.of(false, false)));
        asked("2026-04-01").get(PATH).then().body("items.over", equalTo(List.of(true, true)))
                .body("items.late", equalTo(List.of(false, false)));
        Map<String, Object> early = Map.of("reason", "over", "from", "2026-03-10");
        act("xaa.editor", situation, 2, "rescissions", early).then().statusCode(200);
        act("xab.editor", situation, 3, "rescissions", early).then().statusCode(200);
        asked("2026-03-31").get(PATH).then().body("items.party", equalTo(List.of("XAA"))).body("items.over",
                equalTo(List.of(true)));
    }

    @Test
    void thePartySaysHowFarItIsAndEachStepHasItsGoldenSample() {
        UUID situation = determined(ceasefire());
        UUID id = of("XAA", situation);
        As.user("xab.reader").get(PATH + "/" + id).then().statusCode(200).body("version", equalTo(0));
        said("xaa.editor", id, null, "acknowledgements", "2026-03-02").then().statusCode(200).header("ETag", "\"1\"")
                .body("acknowledgedOn", equalTo("2026-03-02")).body("readyOn", nullValue());
        said("xaa.editor", id, null, "ready-reports", "2026-03-09").then().statusCode(428);
        said("xaa.editor", id, 2, "ready-reports", "2026-03-09").then().statusCode(412);
        said("xaa.editor", id, 1, "acknowledgements", "2026-03-05").then().statusCode(200).header("ETag", "\"1\"")
                .body("acknowledgedOn", equalTo("2026-03-02"));
        said("xaa.editor", id, 1, "ready-reports", "2026-03-09").then().statusCode(200).header("ETag", "\"2\"");
        said("xaa.editor", id, 2, "completions", "2026-03-20").then().statusCode(200).header("ETag", "\"3\"")
                .body("state", equalTo("DONE"));
        As.user("xab.reader").queryParam("asOf", "2026-03-08").get(PATH + "/" + id).then().statusCode(200)
                .header("ETag", startsWith("\"3.")).body("state", equalTo("ACKNOWLEDGED")).body("late", equalTo(false));

        List<LogOfTest.Entry> log = LogOfTest.changesOf(id.toString());
        List<String> types = List.of("obligation.acknowledged", "obligation.reported-ready", "obligation.done");
        assertThat(log).hasSize(3);
        for (int i = 0; i < 3; i++) {
            JsonNode sample = Sample.of(types.get(i));
            ObjectNode data = (ObjectNode) sample.get("data");
            data.put("id", id.toString()).put("situation", situation.toString()).put("commitment", observers.id().toString());
            assertThat(log.get(i).type()).isEqualTo(sample.get("type").asText());
            assertThat(Sample.json(log.get(i).state())).isEqualTo(data);
            assertThat(EventSchemas.strict().faultsOfData(log.get(i).type(), log.get(i).state())).isEmpty();
            assertThat(log.get(i).label()).isEqualTo(sample.get("label").asText());
            assertThat(log.get(i).version()).isEqualTo(sample.get("subjectversion").asLong());
        }
        assertThat(log).extracting(LogOfTest.Entry::changed).containsExactly(List.of(), List.of("readyOn"), List.of("doneOn"));
    }

    @Test
    void anExerciseIsMarkedAsOneAndCallsNothingReal() {
        UUID drill = proposed("xaa.editor", with(ceasefire(), "exercise", true));
        asked("2026-03-12").get(PATH).then().body("items.exercise", equalTo(List.of(true))).body("items.late",
                equalTo(List.of(true)));
        asked("2026-03-12").queryParam("exercise", false).get(PATH).then().body("items", equalTo(List.of()));
        asked("2026-03-12").queryParam("situation", drill.toString()).queryParam("exercise", true).get(PATH).then()
                .body("items.situation", equalTo(List.of(drill.toString())));
    }

    @Test
    void eachPartyOfAJointPromiseIsCalledForItself() {
        SampleCommitment joint = SampleCommitment.of("XAB").sharing(
                List.of(new Share("XAC", new BigDecimal(40), ShareState.AWAITED, null)));
        known.commitments(joint);
        joint = joint.asleep(TriggerKind.HOST_REQUEST, 5);
        known.commitments(joint);
        UUID situation = determined(with(ceasefire(), "kind", "HOST_REQUEST"));
        asked("2026-03-02").queryParam("commitment", joint.id().toString()).get(PATH).then()
                .body("items.party.sort()", equalTo(List.of("XAB", "XAC")));
        said("xac.editor", of("XAC", situation), null, "completions", "2026-03-03").then().statusCode(200)
                .body("acknowledgedOn", equalTo("2026-03-03")).body("readyOn", equalTo("2026-03-03"));
        As.user("xab.reader").get(PATH + "/" + of("XAB", situation)).then().body("state", equalTo("CALLED"));
    }

    @Test
    void onlyThePartyItselfSpeaksAndHiddenOnesLookMissing() {
        UUID situation = determined(with(ceasefire(), "label", Map.of("release", "PUBLIC")));
        UUID id = of("XAA", situation);
        for (String act : List.of("acknowledgements", "ready-reports", "completions")) {
            for (String user : List.of("xab.editor", "xaa.reader", "coordinator", "auditor")) {
                said(user, id, null, act, null).then().statusCode(403)
                        .body("type", equalTo("https://surety.example/problems/not-permitted"));
            }
            said("xad.editor", id, null, act, null).then().statusCode(404);
            As.nobody().body(Map.of()).post(PATH + "/" + id + "/" + act).then().statusCode(401);
            said("xaa.editor", id, null, act, "2999-01-01").then().statusCode(400);
        }
        As.user("xad.reader").get(PATH + "/" + id).then().statusCode(404);
        As.user("xad.reader").queryParam("series", "EXERCISE").get(PATH).then().body("items", equalTo(List.of()));
        As.user("auditor").get(PATH).then().statusCode(403);
        As.nobody().get(PATH).then().statusCode(401);
        As.user("xab.reader").get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
        assertThat(LogOfTest.changesOf(id.toString())).isEmpty();
    }

    @Test
    void pagesHaveNeitherGapNorRepeat() {
        for (String day : List.of("2026-03-01", "2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04")) {
            proposed("xaa.editor", with(with(ceasefire(), "exercise", true), "from", day));
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = asked("2026-04-01").queryParam("limit", 2);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(PATH);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.wakesOn"));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        assertThat(seen).containsExactly("2026-03-01", "2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04");
    }
}
