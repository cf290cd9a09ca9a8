package org.surety.priorities.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.priorities.position.SamplePosition.plain;
import static org.surety.priorities.question.SampleQuestion.drones;
import static org.surety.priorities.question.SampleQuestion.raised;
import static org.surety.priorities.requirement.SampleRequirement.with;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.Series;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.Sample;
import org.surety.priorities.SettableClock;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.position.SamplePosition;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@RealParts
class EngagementResourceTest {

    private static final String PATH = "/api/v1/engagement";

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SettableClock clock;

    @BeforeEach
    void xaaToXacAreMembers() {
        database.clear();
        known.members("XAA", "XAB", "XAC");
        known.parties(List.of(known.party("XAD", 1)));
        clock.set(LocalDate.of(2026, 4, 1));
    }

    @AfterEach
    void theClockGoesOn() {
        clock.set(null);
    }

    private static Response read(String user, int staleAfterDays) {
        Response answer = As.user(user).queryParam("series", "EXERCISE").queryParam("staleAfterDays", staleAfterDays).get(PATH);
        answer.then().statusCode(200);
        return answer;
    }

    @Test
    void theLastActivityOfEachKindCountsByItsDay() {
        // Announced on 6 January, decided on 20 February.
        known.commitments(SampleCommitment.of("XAA").decided(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 6, 1)));
        SamplePosition.stated("xaa.editor", plain("MULTINATIONAL_FORCE", "SUPPORTS", "2026-03-20"));
        SamplePosition.stated("xaa.editor", plain("MULTINATIONAL_FORCE", "UNDECIDED", "2026-01-20"));
        String question = raised("coordinator", drones());
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of("day", "2026-03-01", "text", "So"))
                .post("/api/v1/questions/" + question + "/resolutions").then().statusCode(200);
        raised("xab.editor", with(drones(), "party", "XAB"));
        known.commitments(SampleCommitment.of("XAB"));

        read("xaa.reader", 30).then().body("on", equalTo("2026-04-01")).body("staleAfterDays", equalTo(30))
                // XAD is no member and has done nothing.
                .body("parties.party", contains("XAC", "XAB", "XAA")).body("parties.stale", contains(true, true, false))
                .body("parties[0].lastActivity", nullValue())
                .body("parties[1].lastActivity.activity", equalTo("COMMITMENT")).body("parties[1].overdueQuestions", equalTo(1))
                .body("parties[1].lastActivity.day", equalTo("2026-01-06")).body("parties[1].lastActivity.daysSince", equalTo(85))
                .body("parties[2].activities.activity", contains("POSITION", "QUESTION_RESOLVED", "COMMITMENT"))
                .body("parties[2].activities.day", contains("2026-03-20", "2026-03-01", "2026-02-20"))
                .body("parties[2].activities.stale", contains(false, true, true)).body("parties[2].overdueQuestions", equalTo(0));
        read("xaa.reader", 85).then().body("parties.stale", contains(true, false, false));
        As.user("xaa.reader").queryParam("series", "REAL").get(PATH).then().statusCode(200).body("parties.size()", equalTo(0))
                .body("staleAfterDays", equalTo(90));
    }

    @Test
    void readinessThatIsStatedAnewAndNewerVersionsMoveItAndOlderOnesDoNot() {
        ReceivedChange stated = Sample.received("commitment.readiness-stated");
        known.received(List.of(stated));
        String day = database.value("select last_act_on from commitment_activity");
        assertThat(day).isEqualTo(latestReadiness());
        known.received(List.of(stated));
        known.received(List.of(Sample.received("commitment.filed")));
        assertThat(
                database.value("select count(*) || ' ' || max(last_act_on) from commitment_activity where id = '" + stated.subject()
                        + "'"))
                .isEqualTo("1 " + day);

        // Aid that was given before is no part of the guarantee.
        ObjectNode earlier = (ObjectNode) Sample.of("commitment.filed");
        earlier.put("subject", "1d7e2c3b-4f5a-4b6c-9d8e-0f1a2b3c4d5f");
        ((ObjectNode) earlier.get("data")).put("id", earlier.get("subject").asText()).put("basis", "EARLIER_SUPPORT");
        known.received(List.of(Sample.received(earlier)));
        assertThat(database.value("select count(*) from commitment_activity")).isEqualTo("1");
    }

    private static String latestReadiness() {
        return Sample.of("commitment.readiness-stated").at("/data/readiness").findValuesAsText("doneOn").stream()
                .max(String::compareTo).orElseThrow();
    }

    /** Which row lies first in the table depends on rows that others may not see. */
    @Test
    void ofTwoOnOneDayTheSmallerIdIsNamedWhicheverCameFirst() {
        List<SampleCommitment> two = Stream.of(SampleCommitment.of("XAA"), SampleCommitment.of("XAA"))
                .sorted(Comparator.comparing(commitment -> commitment.id().toString())).toList();
        known.commitments(two.get(1));
        known.commitments(two.get(0));
        read("xab.reader", 30).then().body("parties.find { it.party == 'XAA' }.activities.record",
                contains(two.get(0).id().toString()));
    }

    @Test
    void whatIsHiddenChangesNoByte() {
        known.commitments(SampleCommitment.of("XAA"));
        String before = read("xab.reader", 30).asString();
        String tag = read("xab.reader", 30).header("ETag");
        String coordinators = read("coordinator", 30).asString();
        known.commitments(SampleCommitment.of("XAA").decided(LocalDate.of(2026, 3, 20), null)
                .released(Label.of(Release.NAMED, Series.EXERCISE, "XAA", List.of("XAC"))));
        SamplePosition.stated("xaa.editor", plain("MULTINATIONAL_FORCE", "SUPPORTS", "2026-03-25", "XAC"));
        raised("xaa.editor", with(drones(), "label", Map.of("release", "NATIONAL")));
        assertThat(read("xab.reader", 30).asString()).isEqualTo(before);
        assertThat(read("coordinator", 30).asString()).isEqualTo(coordinators);
        As.user("xab.reader").header("If-None-Match", tag).queryParam("series", "EXERCISE").queryParam("staleAfterDays", 30)
                .get(PATH)
                .then().statusCode(304);
        read("xac.reader", 30).then().body("parties.find { it.party == 'XAA' }.lastActivity.day", equalTo("2026-03-25"))
                .body("parties.find { it.party == 'XAA' }.overdueQuestions", equalTo(0));
        read("xaa.reader", 30).then().body("parties.find { it.party == 'XAA' }.overdueQuestions", equalTo(1));
    }

    @Test
    void badQuestionsNameTheRule() {
        As.user("xaa.reader").get(PATH).then().statusCode(400).body("violations.field", hasItem("series"));
        for (String days : List.of("0", "-1", "365000", "ninety")) {
            As.user("xaa.reader").queryParam("series", "EXERCISE").queryParam("staleAfterDays", days).get(PATH).then()
                    .statusCode(400).body("violations.field", hasItem("staleAfterDays"));
        }
        As.nobody().queryParam("series", "EXERCISE").get(PATH).then().statusCode(401);
        As.user("auditor").queryParam("series", "EXERCISE").get(PATH).then().statusCode(403);
    }
}
