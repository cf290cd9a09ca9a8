package org.surety.priorities.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;
import static org.surety.priorities.requirement.SampleRequirement.with;
import static org.surety.priorities.scenario.SampleScenario.drawn;
import static org.surety.priorities.scenario.SampleScenario.of;
import static org.surety.priorities.scenario.SampleScenario.step;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.EventSchemas;
import org.surety.contracts.TriggerKind;
import org.surety.kit.label.Label;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.LogOfTest;
import org.surety.priorities.RealParts;
import org.surety.priorities.SettableClock;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class ScenarioResourceTest {

    private static final String PATH = "/api/v1/scenarios";
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final String CONTRADICTING = "https://surety.example/problems/contradicting-steps";
    private static final String INVALID = "https://surety.example/problems/invalid-request";

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SettableClock clock;

    private UUID requirement;

    @BeforeEach
    void aThousandSoldiersAreNeeded() {
        database.clear();
        known.members("XAA", "XAB", "XAC");
        clock.set(LocalDate.of(2026, 3, 10));
        requirement = stated(with(soldiers(), "domain", "AIR"));
    }

    @AfterEach
    void theClockGoesOn() {
        clock.set(null);
    }

    private SampleCommitment promise(String party, String quantity) {
        return SampleCommitment.of(party).contributing(requirement, quantity).decided(JANUARY, null).ready(JANUARY);
    }

    private static RequestSpecification as(String user, int version) {
        return As.user(user).header("If-Match", "\"" + version + "\"");
    }

    private static ValidatableResponse evaluation(String user, String id, String... query) {
        RequestSpecification request = As.user(user);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get(PATH + "/" + id + "/evaluation").then().statusCode(200);
    }

    @SafeVarargs
    private static ValidatableResponse evaluated(String user, Map<String, Object>... steps) {
        return As.user(user).body(Map.of("series", "EXERCISE", "steps", List.of(steps))).post("/api/v1/scenario-evaluations")
                .then();
    }

    private static Map<String, Object> withdraw(SampleCommitment one) {
        return step("WITHDRAW_COMMITMENT", "commitment", one.id().toString());
    }

    private static Map<String, Object> approval(String kind, SampleApproval one, String field, String day) {
        return step(kind, "approval", one.id().toString(), field, day);
    }

    @Test
    void drawnRedrawnAndDeletedEachWithItsChange() {
        Response created = As.user("xaa.editor").body(SampleScenario.ceasefire()).post(PATH);
        created.then().statusCode(201).header("ETag", "\"1\"").body("party", equalTo("XAA")).body("series", equalTo("EXERCISE"))
                .body("steps.step", contains("SITUATION")).body("steps.effective", contains(true));
        String id = created.path("id");
        created.then().header("Location", endsWith(PATH + "/" + id));
        as("xaa.editor", 1).body(SampleScenario.ceasefire()).put(PATH + "/" + id).then().statusCode(200).header("ETag", "\"1\"");
        Map<String, Object> other = with(with(SampleScenario.ceasefire(), "title", "Another"), "steps",
                List.of(step("ADD_PLEDGE", "party", "XAB", "requirement", requirement.toString(), "quantity", 12.5, "kind",
                        "FORCE_CONTRIBUTION", "from", "2026-03-01", "assured", false)));
        as("xaa.editor", 1).body(other).put(PATH + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
        as("xaa.editor", 2).body(other).put(PATH + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
        As.user("xaa.editor").delete(PATH + "/" + id).then().statusCode(428);
        as("xaa.editor", 1).delete(PATH + "/" + id).then().statusCode(412);
        as("xaa.editor", 2).delete(PATH + "/" + id).then().statusCode(204);
        As.user("xaa.editor").get(PATH + "/" + id).then().statusCode(404);
        As.user("xaa.editor").get(PATH).then().statusCode(200).body("items", empty());

        List<LogOfTest.Entry> log = LogOfTest.changesOf(id);
        assertThat(log).extracting(LogOfTest.Entry::type).containsExactly("org.surety.scenario.drawn.v1",
                "org.surety.scenario.redrawn.v1", "org.surety.scenario.deleted.v1");
        assertThat(log).extracting(LogOfTest.Entry::version).containsExactly(1L, 2L, 3L);
        assertThat(log).extracting(LogOfTest.Entry::changed).containsExactly(List.of(), List.of("title", "steps"), List.of());
        assertThat(log).extracting(LogOfTest.Entry::label).containsOnly("COALITION|EXERCISE|XAA");
        log.forEach(entry -> assertThat(EventSchemas.strict().faultsOfData(entry.type(), entry.state())).isEmpty());
    }

    @Test
    void itsOwnerWritesAndWhoItIsReleasedToReads() {
        As.nobody().get(PATH).then().statusCode(401);
        As.user("xaa.reader").body(SampleScenario.ceasefire()).post(PATH).then().statusCode(403);
        As.user("xab.editor").body(SampleScenario.ceasefire()).post(PATH).then().statusCode(403);
        As.coordinator().body(SampleScenario.ceasefire()).post(PATH).then().statusCode(403);
        String shared = drawn("xaa.editor", SampleScenario.ceasefire());
        String own = drawn("xaa.editor", with(SampleScenario.ceasefire(), "label", Map.of("release", "NATIONAL")));
        As.user("xaa.reader").get(PATH).then().body("items.id", contains(own, shared));
        As.user("xab.reader").get(PATH).then().body("items.id", contains(shared));
        As.user("xad.reader").get(PATH).then().body("items", empty());
        As.user("xab.reader").get(PATH + "/" + own).then().statusCode(404);
        As.user("xab.reader").get(PATH + "/" + own + "/evaluation").then().statusCode(404);
        evaluation("xaa.reader", own);
        evaluation("xab.reader", shared);
        as("xab.editor", 1).delete(PATH + "/" + shared).then().statusCode(403);
        as("xab.editor", 1).delete(PATH + "/" + own).then().statusCode(404);
        as("coordinator", 1).body(SampleScenario.ceasefire()).put(PATH + "/" + shared).then().statusCode(403);
    }

    @Test
    void theCoordinatorsAreOfNoParty() {
        Map<String, Object> body = with(with(SampleScenario.ceasefire(), "party", null), "series", "EXERCISE");
        As.coordinator().body(with(body, "series", null)).post(PATH).then().statusCode(400).body("violations.field",
                contains("series"));
        As.coordinator().body(with(body, "label", Map.of("release", "NATIONAL"))).post(PATH).then().statusCode(400);
        String id = drawn("coordinator", body);
        As.user("xaa.reader").get(PATH + "/" + id).then().statusCode(200).body("party", nullValue());
        as("xaa.editor", 1).body(body).put(PATH + "/" + id).then().statusCode(403);
        as("coordinator", 1).delete(PATH + "/" + id).then().statusCode(204);
    }

    @Test
    void whatIsHiddenLooksMissing() {
        SampleCommitment hidden = promise("XAB", "100").released(Label.national("XAB"));
        known.commitments(hidden);
        ValidatableResponse unknown = evaluated("xaa.editor",
                step("WITHDRAW_COMMITMENT", "commitment", UUID.randomUUID().toString()))
                .statusCode(400).body("type", equalTo(INVALID)).body("violations.field", contains("steps[0].commitment"));
        ValidatableResponse secret = evaluated("xaa.editor", withdraw(hidden)).statusCode(400);
        assertThat(secret.extract().jsonPath().getList("violations")).isEqualTo(unknown.extract().jsonPath().getList("violations"));
        As.user("xaa.editor").body(of("A guess", withdraw(hidden))).post(PATH).then().statusCode(400)
                .body("violations.field", contains("steps[0].commitment"));
        evaluated("xab.editor", withdraw(hidden)).statusCode(200);
        evaluated("xaa.editor", step("REFUSE_APPROVAL", "approval", UUID.randomUUID().toString(), "from", "2026-01-01"),
                step("WITHDRAW_PARTY", "party", "XZZ"), step("WITHDRAW_PARTY", "party", "FRA"),
                step("ADD_PLEDGE", "party", "XAA", "requirement", UUID.randomUUID().toString(), "quantity", 1, "kind", "TRAINING",
                        "from",
                        "2026-03-01"))
                .statusCode(400).body("violations.field", contains("steps[0].approval", "steps[1].party", "steps[2].party",
                        "steps[3].requirement"));
    }

    @Test
    void contradictingStepsAreNamed() {
        SampleCommitment one = promise("XAA", "100").excluding(CaveatKind.OTHER);
        known.commitments(one);
        evaluated("xaa.editor", withdraw(one), SampleScenario.step("WITHDRAW_PARTY", "party", "XAB"),
                step("DROP_CAVEAT", "commitment", one.id().toString(), "caveat", "OTHER")).statusCode(409)
                .body("type", equalTo(CONTRADICTING)).body("violations.field", contains("steps[0]", "steps[2]"));
        As.user("xaa.editor").body(of("Twice", withdraw(one), step("WITHDRAW_PARTY", "party", "XAA"))).post(PATH).then()
                .statusCode(409)
                .body("type", equalTo(CONTRADICTING)).body("violations.field", contains("steps[0]", "steps[1]"));
        evaluated("xaa.editor", step("DROP_CAVEAT", "commitment", one.id().toString(), "caveat", "AIR_ONLY")).statusCode(400)
                .body("violations.field", contains("steps[0].caveat"));
    }

    private static Map<String, Integer> figure(int quantity, int commitments) {
        return Map.of("quantity", quantity, "undisclosed", 0, "commitments", commitments);
    }

    @Test
    void whatFallsThroughConditionsIsToldWaveByWave() {
        SampleApproval vote = SampleApproval.open().granted(JANUARY);
        known.approvals(vote);
        SampleCommitment backstop = promise("XAB", "100").titled("Backstop").needing(vote.id());
        SampleCommitment waiting = promise("XAA", "500")
                .waitingFor(new Condition(ConditionKind.COMMITMENT, backstop.id(), null, null, null));
        SampleCommitment together = promise("XAC", "300")
                .waitingFor(new Condition(ConditionKind.PARTICIPATION, null, "XAB", null, null));
        known.commitments(backstop, waiting, together);
        evaluated("xaa.reader", approval("REFUSE_APPROVAL", vote, "from", "2026-03-01")).statusCode(200)
                .body("evaluations[0].requirements.requirement", contains(requirement.toString()))
                .body("evaluations[0].requirements[0].live.assured.quantity", equalTo(900))
                .body("evaluations[0].requirements[0].scenario.assured.quantity", equalTo(0))
                .body("evaluations[0].requirements[0].scenario.committed.quantity", equalTo(800))
                .body("evaluations[0].requirements[0].difference", equalTo(Map.of("committed", figure(-100, -1),
                        "assured", figure(-900, -3), "available", figure(-900, -3))))
                .body("evaluations[0].steps.title", contains("Deployment"))
                .body("evaluations[0].requirements[0].minimumAssured", equalTo("FALLS_BELOW"))
                .body("evaluations[0].cascade.number", contains(1, 2)).body("evaluations[0].cascade.commitments", contains(1, 2))
                .body("evaluations[0].cascade[0].turns[0].commitment", equalTo(backstop.id().toString()))
                .body("evaluations[0].cascade[0].turns[0].title", equalTo("Backstop"))
                .body("evaluations[0].cascade[0].turns[0].before", equalTo("AVAILABLE"))
                .body("evaluations[0].cascade[0].turns[0].after", equalTo("PLEDGED"))
                .body("evaluations[0].cascade[0].turns[0].reasons", contains("APPROVAL_REFUSED"))
                .body("evaluations[0].cascade[1].turns.party", contains("XAA", "XAC"))
                .body("evaluations[0].cascade[1].turns[0].reasons", contains("CONDITION"))
                .body("evaluations[0].cascade[1].turns[0].conditions",
                        contains(Map.of("commitment", backstop.id().toString(), "title", "Backstop")))
                .body("evaluations[0].cascade[1].turns[1].conditions", contains(Map.of("party", "XAB")));
        evaluated("xaa.reader", approval("DELAY_APPROVAL", vote, "until", "2026-04-01")).statusCode(200)
                .body("evaluations[0].cascade", hasSize(1))
                .body("evaluations[0].requirements[0].scenario.assured.quantity", equalTo(800));
        evaluated("xaa.reader", step("WITHDRAW_PARTY", "party", "XAB")).statusCode(200)
                .body("evaluations[0].cascade.commitments", contains(1, 2))
                .body("evaluations[0].cascade[0].turns[0].reasons", contains("PARTY_WITHDRAWN"))
                .body("evaluations[0].requirements[0].scenario.pledged.quantity", equalTo(800));
        known.commitments(promise("XAB", "1"));
        evaluated("xaa.reader", withdraw(backstop)).statusCode(200)
                .body("evaluations[0].cascade[1].turns.party", contains("XAA"))
                .body("evaluations[0].cascade[0].turns[0].reasons", contains("WITHDRAWN"));
    }

    @Test
    void aCeasefireAPledgeAndACaveatThatIsGiven() {
        SampleCommitment asleep = promise("XAA", "400").wakingOn(TriggerKind.CEASEFIRE_IN_FORCE);
        SampleCommitment excluded = promise("XAB", "200").excluding(CaveatKind.MARITIME_ONLY);
        known.commitments(asleep, excluded);
        String id = drawn("xaa.editor",
                of("All at once", step("SITUATION", "situation", "CEASEFIRE_IN_FORCE", "from", "2026-03-20"),
                        step("ADD_PLEDGE", "party", "XAC", "requirement", requirement.toString(), "quantity", 150, "kind",
                                "FORCE_CONTRIBUTION",
                                "from", "2026-03-01"),
                        step("DROP_CAVEAT", "commitment", excluded.id().toString(), "caveat", "MARITIME_ONLY")));
        evaluation("xaa.reader", id).body("evaluations[0].scenario", equalTo(id))
                .body("evaluations[0].requirements[0].live.available.quantity", equalTo(0))
                .body("evaluations[0].requirements[0].scenario.available.quantity", equalTo(350))
                .body("evaluations[0].requirements[0].scenario.assured.quantity", equalTo(750))
                .body("evaluations[0].requirements[0].minimumAssured", equalTo("REACHES"))
                .body("evaluations[0].cascade[0].turns.after", contains("AVAILABLE", "AVAILABLE"));
        evaluation("xaa.reader", id, "asOf", "2026-03-20").body("evaluations[0].requirements[0].scenario.available.quantity",
                equalTo(750)).body("asOf", equalTo("2026-03-20"));
    }

    @Test
    void twoSideBySideHaveTheSameRequirements() {
        UUID second = stated(with(with(soldiers(), "domain", "AIR"), "title", "Another"));
        UUID third = stated(with(with(soldiers(), "domain", "AIR"), "title", "Untouched"));
        SampleCommitment one = promise("XAA", "400");
        SampleCommitment other = SampleCommitment.of("XAB").contributing(second, "5");
        known.commitments(one, other);
        String left = drawn("xaa.editor", of("One", withdraw(one)));
        String right = drawn("xaa.editor", of("Other", withdraw(other)));
        evaluation("xab.reader", left, "with", right).body("evaluations.title", contains("One", "Other"))
                .body("evaluations[0].requirements.requirement", equalTo(List.of(second.toString(), requirement.toString())))
                .body("evaluations[1].requirements.requirement", equalTo(List.of(second.toString(), requirement.toString())))
                .body("evaluations.unchanged", contains(1, 1));
        evaluation("xab.reader", left, "all", "true").body("evaluations[0].requirements", hasSize(3))
                .body("evaluations[0].requirements.requirement[2]", equalTo(third.toString()))
                .body("evaluations[0].requirements.difference", contains(nullValue(), notNullValue(), nullValue()));
        As.user("xab.reader").get(PATH + "/" + left + "/evaluation?with=" + UUID.randomUUID()).then().statusCode(400)
                .body("violations.field", contains("with"));
        As.user("xab.reader").get(PATH + "/" + left + "/evaluation?asOf=1000-01-01").then().statusCode(400)
                .body("violations.field", contains("asOf"));
    }

    @Test
    void whoDoesNotSeeWhatAStepNamesGetsItWithoutEffect() {
        SampleCommitment hidden = promise("XAA", "100").released(Label.national("XAA"));
        known.commitments(hidden);
        String id = drawn("xaa.editor", of("Without it", withdraw(hidden)));
        evaluation("xaa.reader", id).body("evaluations[0].requirements[0].difference.assured.quantity", equalTo(-100));
        As.user("xab.reader").get(PATH + "/" + id).then().body("steps[0].commitment.undisclosed", equalTo("NOT_RELEASED"))
                .body("steps[0].title", nullValue()).body("steps[0].effective", equalTo(false));
        evaluation("xab.reader", id).body("evaluations[0].requirements", empty()).body("evaluations[0].cascade", empty())
                .body("evaluations[0].steps[0].commitment.undisclosed", equalTo("NOT_RELEASED"));
        known.commitments(hidden.withdrawn());
        evaluation("xaa.reader", id).body("evaluations[0].requirements", empty()).body("evaluations[0].steps.effective",
                contains(false));
        as("xaa.editor", 1).body(with(of("Without it", withdraw(hidden)), "title", "Renamed")).put(PATH + "/" + id).then()
                .statusCode(200);
    }

    @Test
    void whatIsThereNoMoreKeepsItsNameWithoutEffect() {
        SampleCommitment one = promise("XAA", "100").titled("A brigade");
        known.commitments(one);
        String id = drawn("xaa.editor", of("Instead of it", withdraw(one),
                step("ADD_PLEDGE", "party", "XAB", "requirement", requirement.toString(), "quantity", 10, "kind",
                        "FORCE_CONTRIBUTION", "from", "2026-03-01")));
        As.user("xab.reader").get(PATH + "/" + id).then().body("steps.effective", contains(true, true));
        known.commitments(one.withdrawn());
        as("coordinator", 1).body(Map.of("reason", "No longer needed")).post("/api/v1/requirements/" + requirement + "/withdrawals")
                .then().statusCode(200);
        As.user("xab.reader").get(PATH + "/" + id).then().body("steps[0].commitment", equalTo(one.id().toString()))
                .body("steps[1].requirement", equalTo(requirement.toString()))
                .body("steps.title", contains("A brigade", "Land component")).body("steps.effective", contains(false, false));
        evaluation("xab.reader", id).body("evaluations[0].steps[0].commitment", equalTo(one.id().toString()))
                .body("evaluations[0].cascade", empty());
        evaluated("xab.reader", withdraw(one)).statusCode(400).body("violations.field", contains("steps[0].commitment"));
    }

    @Test
    void itChangesNoByteOfLiveCoverageAndNothingElseInTheLog() {
        SampleCommitment one = promise("XAA", "400").wakingOn(TriggerKind.CEASEFIRE_IN_FORCE);
        known.commitments(one, promise("XAB", "200"));
        String coverage = coverage();
        String kept = kept();
        String changes = database.value("select count(*) from change");
        evaluated("xaa.editor", step("WITHDRAW_PARTY", "party", "XAB"), withdraw(one)).statusCode(200)
                .body("evaluations[0].requirements", hasSize(1));
        assertThat(database.value("select count(*) from change")).isEqualTo(changes);
        String id = drawn("xaa.editor", of("Alone", step("WITHDRAW_PARTY", "party", "XAB"), withdraw(one)));
        evaluation("xaa.editor", id).body("evaluations[0].requirements", hasSize(1));
        assertThat(database.value("select count(*) from change")).isEqualTo(Integer.toString(Integer.parseInt(changes) + 1));
        assertThat(coverage()).isEqualTo(coverage);
        assertThat(kept()).isEqualTo(kept);
    }

    private static String coverage() {
        return As.user("xaa.reader").get("/api/v1/coverage?series=EXERCISE").then().statusCode(200).extract().asString();
    }

    private String kept() {
        return database.value("""
                select md5(coalesce((select string_agg(p::text, ';' order by p::text) from coverage_part p), '')
                    || coalesce((select string_agg(d::text, ';' order by d::text) from coverage_delta d), '')
                    || coalesce((select string_agg(d::text, ';' order by d::text) from coverage_dependency d), '')
                    || coalesce((select string_agg(c::text, ';' order by c::text) from commitment_reference c), ''))""");
    }
}
