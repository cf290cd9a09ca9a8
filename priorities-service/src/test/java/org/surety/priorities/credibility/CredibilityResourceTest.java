package org.surety.priorities.credibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.surety.priorities.question.SampleQuestion.drones;
import static org.surety.priorities.question.SampleQuestion.raised;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;
import static org.surety.priorities.requirement.SampleRequirement.with;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.EventSchemas;
import org.surety.contracts.Kind;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyState.Attribute;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.LogOfTest;
import org.surety.priorities.RealParts;
import org.surety.priorities.Sample;
import org.surety.priorities.SettableClock;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@RealParts
class CredibilityResourceTest {

    private static final String PATH = "/api/v1/credibility";
    private static final String CRITERIA = "/api/v1/credibility-criteria";
    private static final String FORCE = CRITERIA + "/EXERCISE_NUCLEAR_POWER_IN_FORCE";
    private static final String AWAY = "SUPPLEMENTS_WHERE_MILITARY_FELL_AWAY";
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 2);

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SettableClock clock;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void oneNuclearPower() {
        database.clear();
        known.members("XAA", "XAB", "XAC");
        clock.set(LocalDate.of(2026, 5, 10));
        known.parties(List.of(known.party("XAA", 2, attribute(PartyAttribute.COALITION_MEMBER, null),
                attribute(PartyAttribute.NUCLEAR_CAPABLE, LocalDate.of(2026, 5, 31)), attribute(PartyAttribute.EUROPEAN, null))));
    }

    @AfterEach
    void machineTime() {
        clock.set(null);
    }

    private static Attribute attribute(PartyAttribute attribute, LocalDate until) {
        return new Attribute(attribute, null, until, null);
    }

    private static SampleCommitment sound(String party) {
        return SampleCommitment.of(party).decided(APRIL, null).ready(APRIL);
    }

    private static Response read(String user, String asOf) {
        Response answer = As.user(user).queryParam("series", "EXERCISE").queryParam("asOf", asOf).get(PATH);
        answer.then().statusCode(200);
        return answer;
    }

    private static String status(String user, String asOf, String code) {
        return read(user, asOf).jsonPath().param("code", "EXERCISE_" + code).get("criteria.find { it.code == code }.status");
    }

    private static String reason(String user, String code) {
        return read(user, "2026-05-10").jsonPath().param("code", "EXERCISE_" + code)
                .get("criteria.find { it.code == code }.reason");
    }

    private static String version(String path) {
        return As.coordinator().get(path).then().statusCode(200).extract().header("ETag");
    }

    private static ValidatableResponse put(String path, String version, Map<String, Object> body) {
        return As.coordinator().header("If-Match", version).body(body).put(path).then();
    }

    private static Map<String, Object> nuclearPowers(String title, int atLeast) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("priority", "MULTINATIONAL_FORCE");
        body.put("attributes", List.of("NUCLEAR_CAPABLE", "EUROPEAN"));
        body.put("atLeast", atLeast);
        body.put("enabled", true);
        body.put("label", Map.of("release", "PUBLIC"));
        return body;
    }

    @Test
    void eachCriterionIsJudgedByWhatTheViewerSees() {
        UUID land = stated(soldiers());
        known.commitments(sound("XAA").contributing(land, "400"), sound("XAB").contributing(land, "400"));
        read("xaa.reader", "2026-05-10").then().body("series", equalTo("EXERCISE")).body("note", containsString("exercise"))
                .body("criteria.code", contains("EXERCISE_REQUIREMENTS_AT_MINIMUM", "EXERCISE_NUCLEAR_POWER_IN_FORCE",
                        "EXERCISE_NUCLEAR_POWER_IN_RESPONSE", "EXERCISE_SHARE_OF_ONE_PARTY", "EXERCISE_NO_CIRCULAR_CONDITIONS",
                        "EXERCISE_APPROVALS_ON_SCHEDULE", "EXERCISE_QUESTIONS_NOT_OVERDUE",
                        "EXERCISE_SUPPLEMENTS_WHERE_MILITARY_FELL_AWAY"))
                .body("criteria.status", contains("MET", "MET", "NOT_MET", "MET", "MET", "MET", "MET", "MET"))
                .body("criteria.rule", hasItem(containsString("50 percent")));
        // An attribute is one of the day.
        assertThat(status("xaa.reader", "2026-06-01", "NUCLEAR_POWER_IN_FORCE")).isEqualTo("NOT_MET");

        // What is hidden changes no byte; how much it is not disclosed cannot be told.
        String before = read("xab.reader", "2026-05-10").asString();
        known.commitments(sound("XAC").contributing(land, "5000").released(Label.national("XAC")));
        assertThat(read("xab.reader", "2026-05-10").asString()).isEqualTo(before);
        assertThat(status("xac.reader", "2026-05-10", "SHARE_OF_ONE_PARTY")).isEqualTo("NOT_MET");
        assertThat(reason("xac.reader", "SHARE_OF_ONE_PARTY")).contains("Land component (XAC 86.21 percent)");
        known.commitments(sound("XAC").contributing(land, "1").amountsReleased(Label.national("XAC")));
        assertThat(status("xab.reader", "2026-05-10", "SHARE_OF_ONE_PARTY")).isEqualTo("CANNOT_BE_TOLD");
        assertThat(status("xab.reader", "2026-05-10", "REQUIREMENTS_AT_MINIMUM")).isEqualTo("MET");
        As.user("fra.reader").queryParam("series", "REAL").get(PATH).then().statusCode(200)
                .body("criteria[0].code", equalTo("REAL_REQUIREMENTS_AT_MINIMUM")).body("criteria[0].status", equalTo("NOT_MET"));
    }

    @Test
    void circlesOverdueVotesAndOverdueQuestions() {
        SampleCommitment first = sound("XAA");
        SampleCommitment second = sound("XAB").waitingFor(new Condition(ConditionKind.COMMITMENT, first.id(), null, null, null));
        known.commitments(first.waitingFor(new Condition(ConditionKind.COMMITMENT, second.id(), null, null, null)), second);
        raised("coordinator", drones());
        assertThat(status("xaa.reader", "2026-05-10", "NO_CIRCULAR_CONDITIONS")).isEqualTo("NOT_MET");
        assertThat(status("xaa.reader", "2099-01-01", "QUESTIONS_NOT_OVERDUE")).isEqualTo("NOT_MET");

        // A vote that was due on 5 May, first needed by nothing, then by what is committed, then held.
        SampleApproval open = SampleApproval.open();
        known.approval(scheduled(open, 1));
        assertThat(status("xaa.reader", "2026-05-10", "APPROVALS_ON_SCHEDULE")).isEqualTo("MET");
        known.commitments(sound("XAA").needing(open.id()));
        assertThat(status("xaa.reader", "2026-05-05", "APPROVALS_ON_SCHEDULE")).as("the day itself").isEqualTo("MET");
        assertThat(status("xaa.reader", "2026-05-10", "APPROVALS_ON_SCHEDULE")).isEqualTo("NOT_MET");
        assertThat(reason("xaa.reader", "APPROVALS_ON_SCHEDULE")).contains("Deployment (2026-05-05)");
        known.approval(scheduled(open.granted(LocalDate.of(2026, 5, 9)), 2));
        assertThat(status("xaa.reader", "2026-05-10", "APPROVALS_ON_SCHEDULE")).isEqualTo("MET");
    }

    private ReceivedChange scheduled(SampleApproval approval, long version) {
        ObjectNode state = json.valueToTree(approval.state());
        state.put("scheduledVote", "2026-05-05");
        return known.change("approval.moved", approval.id().toString(), version, Label.openToAll(), state);
    }

    @Test
    void theScheduledVoteComesWithTheApproval() {
        ObjectNode scheduled = (ObjectNode) Sample.file("approval.moved.v1.scheduled");
        known.approval(Sample.received(scheduled));
        assertThat(database.value("select scheduled_vote from approval_reference"))
                .isEqualTo(scheduled.at("/data/scheduledVote").asText());
    }

    @Test
    void whereAMilitaryPartFellAwaySomethingStandsIn() {
        UUID land = stated(soldiers());
        LocalDate fourth = LocalDate.of(2026, 5, 4);
        SampleCommitment brigade = sound("XAA").contributing(land, "400").titled("Brigade");
        known.commitments(brigade, sound("XAB").contributing(land, "400"));
        assertThat(reason("xab.reader", AWAY)).isEqualTo("No military commitment fell away.");

        // Withdrawn, from its day on; replaced by less, then by sanctions that are decided on as well.
        SampleCommitment half = sound("XAA").contributing(land, "200").superseding(brigade.id());
        known.commitments(half, brigade.withdrawn(fourth, half.id()));
        assertThat(status("xab.reader", "2026-05-03", AWAY)).isEqualTo("MET");
        assertThat(status("xab.reader", "2026-05-10", AWAY)).isEqualTo("NOT_MET");
        assertThat(reason("xab.reader", AWAY)).endsWith("nothing in their place: Brigade (XAA, withdrawn 2026-05-04).");
        String coverage = As.user("xab.reader").queryParam("series", "EXERCISE").get("/api/v1/coverage").asString();
        SampleCommitment sanctions = SampleCommitment.of("XAC").ofKind(Kind.SANCTIONS).under(null).supplementing(brigade.id());
        known.commitments(sanctions);
        assertThat(status("xab.reader", "2026-05-10", AWAY)).as("announced").isEqualTo("NOT_MET");
        sanctions = sanctions.decided(APRIL, null);
        known.commitments(sanctions);
        assertThat(status("xab.reader", "2026-05-10", AWAY)).isEqualTo("MET");
        assertThat(As.user("xab.reader").queryParam("series", "EXERCISE").get("/api/v1/coverage").asString()).isEqualTo(coverage);
        known.commitments(sanctions.withdrawn(LocalDate.of(2026, 5, 8), null));
        assertThat(status("xab.reader", "2026-05-07", AWAY)).isEqualTo("MET");
        assertThat(status("xab.reader", "2026-05-10", AWAY)).isEqualTo("NOT_MET");

        // As much as before is enough, for who sees it; a successor that is hidden leaves it open.
        half = half.contributing(land, "400");
        known.commitments(half);
        assertThat(reason("xab.reader", AWAY)).isEqualTo("Something is in the place of all 1 military commitments that fell away.");
        half = half.amountsReleased(Label.national("XAA"));
        known.commitments(half);
        assertThat(status("xaa.reader", "2026-05-10", AWAY)).isEqualTo("MET");
        assertThat(status("xab.reader", "2026-05-10", AWAY)).isEqualTo("CANNOT_BE_TOLD");
        known.commitments(half.amountsReleased(null).released(Label.national("XAA")));
        assertThat(status("xaa.reader", "2026-05-10", AWAY)).isEqualTo("MET");
        assertThat(status("xab.reader", "2026-05-10", AWAY)).isEqualTo("CANNOT_BE_TOLD");
    }

    @Test
    void whatABodyHasRefusedFellAwayForWhoSeesIt() {
        SampleApproval vote = SampleApproval.open();
        SampleCommitment ships = sound("XAA").needing(vote.id()).titled("Ships").released(Label.national("XAA"));
        known.approvals(vote);
        String before = read("xab.reader", "2026-05-10").asString();
        known.commitments(ships, SampleCommitment.of("XAB").ofKind(Kind.FINANCIAL_ASSISTANCE).under(null).withdrawn());
        assertThat(status("xaa.reader", "2026-05-10", AWAY)).isEqualTo("MET");
        known.approvals(vote.refused(LocalDate.of(2026, 5, 9)));
        assertThat(status("xaa.reader", "2026-05-08", AWAY)).isEqualTo("MET");
        assertThat(reason("xaa.reader", AWAY)).contains("Of 1 ").contains(": Ships (XAA, refused).");
        assertThat(read("xab.reader", "2026-05-10").asString()).isEqualTo(before);
        // Its time would be over.
        known.commitments(ships.during(null, LocalDate.of(2026, 5, 9)));
        assertThat(status("xaa.reader", "2026-05-10", AWAY)).isEqualTo("MET");
    }

    @Test
    void whatTakesThePlaceOfAnotherIsRemembered() {
        known.received(List.of(Sample.received(Sample.file("commitment.filed.v1.related")),
                Sample.received(Sample.file("commitment.withdrawn.v1.superseded"))));
        assertThat(database
                .value("""
                        select string_agg(concat_ws(' ', title, supersedes, supplements, withdrawn_on, successor, measure, quantity), '; ' order by title)
                        from commitment_reference"""))
                .isEqualTo(
                        "A brigade 2026-05-02 1d7e2c3b-4f5a-4b6c-9d8e-0f1a2b3c4d61 soldiers 4000; Sanctions in place of a brigade "
                                + "{1d7e2c3b-4f5a-4b6c-9d8e-0f1a2b3c4d60} {1d7e2c3b-4f5a-4b6c-9d8e-0f1a2b3c4d5e}");
    }

    @Test
    void theCoordinatorEditsThemAndEachEditIsAChange() {
        String before = version(FORCE);
        Map<String, Object> two = nuclearPowers("Two nuclear-capable European powers in the multinational force", 2);
        As.coordinator().body(two).put(FORCE).then().statusCode(428);
        As.nobody().body(two).put(FORCE).then().statusCode(401);
        As.user("xaa.editor").header("If-Match", before).body(two).put(FORCE).then().statusCode(403);
        put(FORCE, before, two).statusCode(200).body("atLeast", equalTo(2)).body("kind", equalTo("ATTRIBUTE_IN_PRIORITY"));
        put(FORCE, before, two).statusCode(412);
        String after = version(FORCE);
        put(FORCE, after, two).statusCode(200).header("ETag", after);

        List<LogOfTest.Entry> log = LogOfTest.changesOf("EXERCISE_NUCLEAR_POWER_IN_FORCE");
        for (int i = 0; i < 2; i++) {
            JsonNode sample = Sample.of(i == 0 ? "criterion.established" : "criterion.amended");
            assertThat(log.get(i).type()).isEqualTo(sample.get("type").asText());
            assertThat(log.get(i).label()).isEqualTo(sample.get("label").asText());
            assertThat(EventSchemas.strict().faultsOfData(log.get(i).type(), log.get(i).state())).isEmpty();
            assertThat(Sample.json(log.get(i).state())).isEqualTo(sample.get("data"));
        }
        assertThat(log.get(1).changed()).containsExactly("title", "atLeast");
        for (String series : List.of("REAL_", "EXERCISE_")) {
            LogOfTest.Entry established = LogOfTest.changesOf(series + AWAY).get(0);
            assertThat(established.type()).isEqualTo("org.surety.criterion.established.v1");
            assertThat(EventSchemas.strict().faultsOfData(established.type(), established.state())).isEmpty();
        }

        // What is not asked is in no answer, and one of the coalition is not there for others.
        put(FORCE, after, with(two, "enabled", false)).statusCode(200);
        read("xaa.reader", "2026-05-10").then().body("criteria.code", not(hasItem("EXERCISE_NUCLEAR_POWER_IN_FORCE")));
        put(FORCE, version(FORCE), with(two, "label", Map.of("release", "COALITION"))).statusCode(200);
        As.user("fra.reader").get(FORCE).then().statusCode(404);
        As.user("xaa.reader").queryParam("series", "EXERCISE").get(CRITERIA).then().statusCode(200).body("items", hasSize(8));
        As.user("fra.reader").queryParam("series", "EXERCISE").get(CRITERIA).then().statusCode(200).body("items", hasSize(7));
        put(FORCE, version(FORCE), nuclearPowers("A nuclear-capable European power in the multinational force", 1)).statusCode(200);
    }

    @Test
    void whatIsNotOfItsKindIsRefusedAndThereIsNoOther() {
        Map<String, Object> one = nuclearPowers("One", 1);
        put(FORCE, version(FORCE), with(with(with(with(one, "attributes", List.of()), "atLeast", 0), "percent", 5), "label",
                Map.of("release", "NATIONAL"))).statusCode(400)
                .body("violations.field", hasItems("attributes", "atLeast", "percent", "label"));
        String share = CRITERIA + "/EXERCISE_SHARE_OF_ONE_PARTY";
        put(share, version(share), one).statusCode(400).body("violations.field",
                hasItems("priority", "attributes", "atLeast", "percent"));
        put(FORCE, version(FORCE), with(one, "attributes", List.of("STRONG"))).statusCode(400);
        put(CRITERIA + "/EXERCISE_WORLD_PEACE", "\"1\"", one).statusCode(404);
        As.coordinator().body(one).post(CRITERIA).then().statusCode(405)
                .body("type", equalTo("https://surety.example/problems/method-not-allowed"));
        As.user("xaa.reader").get(PATH).then().statusCode(400).body("violations.field", hasItem("series"));
        As.user("xaa.reader").queryParam("series", "REAL").queryParam("asOf", "3026-01-01").get(PATH).then().statusCode(400)
                .body("violations.field", hasItem("asOf"));
        As.nobody().queryParam("series", "REAL").get(PATH).then().statusCode(401);
        As.user("auditor").queryParam("series", "REAL").get(PATH).then().statusCode(403);
        As.nobody().get(CRITERIA).then().statusCode(401);
        As.user("operator").get(FORCE).then().statusCode(403);
    }
}
