package org.surety.priorities.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.priorities.requirement.SampleRequirement.observers;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;
import static org.surety.priorities.requirement.SampleRequirement.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.Kind;
import org.surety.contracts.Series;
import org.surety.contracts.TriggerKind;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.SettableClock;
import org.surety.priorities.assessment.Shortfall;
import org.surety.priorities.assessment.Stage;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.commitment.SampleDelivery;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class ContributionResourceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);
    private static final LocalDate DECIDED = LocalDate.of(2026, 4, 2);
    private static final String PATH = "/api/v1/coverage/contributions";

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SettableClock clock;

    private UUID land;

    @BeforeEach
    void threeMembers() {
        database.clear();
        known.members("XAA", "XAB", "XAC");
        clock.set(TODAY);
        land = stated(soldiers());
    }

    @AfterEach
    void machineTime() {
        clock.set(null);
    }

    private static RequestSpecification exercise(String user) {
        return As.user(user).queryParam("series", "EXERCISE");
    }

    private ValidatableResponse behind(String what, String user) {
        RequestSpecification request = exercise(user).queryParam("requirement", land);
        return (what == null ? request : request.queryParam("what", what)).get(PATH).then().statusCode(200);
    }

    private SampleCommitment promised(String party, String quantity) {
        return SampleCommitment.of(party).contributing(land, quantity);
    }

    private SampleCommitment assured(String party, String quantity) {
        return promised(party, quantity).decided(DECIDED, null).ready(DECIDED);
    }

    private static List<String> ids(SampleCommitment... commitments) {
        return Arrays.stream(commitments).map(commitment -> commitment.id().toString()).toList();
    }

    @Test
    void everyShortfallAndEveryStageIsANumberThatOpens() {
        for (Enum<?>[] all : List.<Enum<?>[]>of(Stage.values(), Shortfall.values())) {
            for (Enum<?> one : all) {
                assertThat(Figure.valueOf(one.name()).kept()).isEqualTo(one.name());
            }
        }
        assertThat(Figure.CAVEAT.rule()).isEqualTo(Shortfall.CAVEAT.rule());
        assertThat(Figure.DORMANT.rule()).isNull();
    }

    @Test
    void aNumberOpensIntoTheCommitmentsBehindIt() {
        SampleCommitment ready = assured("XAA", "300").titled("A brigade");
        SampleCommitment undecided = promised("XAB", "200.5").during(null, LocalDate.of(2026, 12, 31));
        SampleCommitment asleep = assured("XAC", "40").wakingOn(TriggerKind.CEASEFIRE_IN_FORCE);
        known.commitments(ready, undecided, asleep, promised("XAC", "9").withdrawn());

        behind(null, "xaa.reader").body("items.commitment", equalTo(ids(ready, undecided, asleep)))
                .body("series", equalTo("EXERCISE")).body("note", containsString("exercise")).body("asOf", equalTo("2026-05-10"))
                .body("priority", equalTo("MULTINATIONAL_FORCE")).body("unit", equalTo("soldiers"))
                .body("items.party", equalTo(List.of("XAA", "XAB", "XAC")))
                .body("items.title", equalTo(List.of("A brigade", "A promise", "A promise")))
                .body("items.lead", equalTo(List.of("XAA", "XAB", "XAC")))
                .body("items[0].quantity", equalTo(Map.of("quantity", 300, "unit", "soldiers")))
                .body("items[0].stage", equalTo("ASSURED")).body("items[0].until", equalTo("2027-04-02"))
                .body("items[0].awake", equalTo(true)).body("items[0].wakesOn", equalTo(List.of()))
                .body("items[0].counts.what", equalTo(List.of("PLEDGED", "COMMITTED", "ASSURED", "AVAILABLE")))
                .body("items[1].stage", equalTo("PLEDGED")).body("items[1].until", equalTo("2026-12-31"))
                .body("items[1].awake", nullValue())
                .body("items[1].counts.find { it.what == 'NOT_DECIDED' }.rule", equalTo(Shortfall.NOT_DECIDED.rule()))
                .body("items[2].awake", equalTo(false)).body("items[2].wakesOn", equalTo(List.of("CEASEFIRE_IN_FORCE")))
                .body("items[2].counts.what", equalTo(List.of("PLEDGED", "COMMITTED", "ASSURED", "DORMANT")));
        behind("PLEDGED", "xaa.reader").body("items.size()", equalTo(3));
        behind("ASSURED", "xaa.reader").body("items.commitment", equalTo(ids(ready, asleep)));
        behind("AVAILABLE", "xaa.reader").body("items.commitment", equalTo(ids(ready)));
        behind("DORMANT", "xaa.reader").body("items.commitment", equalTo(ids(asleep)));
        behind("NOT_DECIDED", "xaa.reader").body("items.commitment", equalTo(ids(undecided)));
        exercise("xaa.reader").queryParam("requirement", land).queryParam("what", "AVAILABLE")
                .queryParam("assume", "CEASEFIRE_IN_FORCE").get(PATH).then().body("items.commitment", equalTo(ids(ready, asleep)));
        exercise("xaa.reader").queryParam("requirement", land).queryParam("what", "ASSURED").queryParam("asOf", "2027-04-03")
                .get(PATH).then().statusCode(200).body("items.size()", equalTo(0));
        exercise("xaa.reader").queryParam("requirement", land).queryParam("party", "XAB").get(PATH).then()
                .body("items.commitment", equalTo(ids(undecided)));
    }

    @Test
    void whatIsDeliveredIsInNoNumberThatOpens() {
        SampleCommitment given = assured("XAA", "300");
        known.commitments(given);
        SampleDelivery delivery = SampleDelivery.handedOver(given.id(), "10", "soldiers", LocalDate.of(2026, 4, 5));
        known.deliveries(delivery.received("8", TODAY));
        behind(null, "xaa.reader").body("items.commitment", equalTo(ids(given)))
                .body("items[0].counts.what", equalTo(List.of("PLEDGED", "COMMITTED", "ASSURED", "AVAILABLE")));
        behind("PLEDGED", "xaa.reader").body("items.commitment", equalTo(ids(given)));
    }

    @Test
    void whatADateWakesIsAssuredBeyondThatDay() {
        SampleCommitment dated = assured("XAA", "10")
                .wakingOn(new org.surety.contracts.CommitmentState.Trigger(TriggerKind.DATE, LocalDate.of(2026, 7, 1)));
        known.commitments(dated);
        behind("DORMANT", "xaa.reader").body("items[0].until", equalTo("2027-04-02"))
                .body("items[0].counts.find { it.what == 'DORMANT' }.until", equalTo("2026-06-30"))
                .body("items[0].wakesOn", equalTo(List.of("DATE:2026-07-01")));
    }

    @Test
    void ofOneBrigadeTheLargestClaimThatIsSeenMakesTheNumber() {
        SampleCommitment open = SampleCommitment.of("XAA")
                .contributing(new Contribution(land, new BigDecimal(300), null, "12th Brigade"));
        SampleCommitment kept = SampleCommitment.of("XAA").released(Label.national("XAA"))
                .contributing(new Contribution(land, new BigDecimal(400), null, "12th Brigade"));
        known.commitments(open, kept);
        String counted = "items.find { it.commitment == '%s' }.counts[0].quantity";
        behind("PLEDGED", "xab.reader").body("items.commitment", equalTo(ids(open)))
                .body(counted.formatted(open.id()), equalTo(300)).body("items[0].element", equalTo("12th Brigade"));
        behind("PLEDGED", "xaa.reader").body("items.size()", equalTo(2)).body(counted.formatted(open.id()), equalTo(0))
                .body(counted.formatted(kept.id()), equalTo(400)).body("items.quantity.quantity", hasItem(300));
    }

    @Test
    void amountsThatAreNotReleasedAreUndisclosedAndWhatTheGiverDoesNotSayHasItsReason() {
        known.commitments(promised("XAA", "300").amountsReleased(Label.of(Release.NAMED, Series.EXERCISE, "XAA", List.of("XAB"))),
                SampleCommitment.of("XAC").contributing(new Contribution(land, null, Undisclosed.WITHHELD)));
        behind(null, "xab.reader").body("items[0].quantity.quantity", equalTo(300));
        behind(null, "xac.reader").body("items[0].quantity", equalTo(Map.of("undisclosed", "NOT_RELEASED", "unit", "soldiers")))
                .body("items[0].counts[0]", equalTo(Map.of("what", "PLEDGED", "quantity", 0, "undisclosed", 1, "commitments", 1)))
                .body("items[1].quantity", equalTo(Map.of("undisclosed", "WITHHELD", "unit", "soldiers")));
    }

    @Test
    void commitmentsWithoutARequirementStandBehindTheirPriority() {
        SampleCommitment general = SampleCommitment.of("XAB").ofKind(Kind.TRAINING);
        known.commitments(general, promised("XAA", "300"));
        exercise("xaa.reader").queryParam("priority", "MULTINATIONAL_FORCE").get(PATH).then().statusCode(200)
                .body("items.commitment", equalTo(ids(general))).body("requirement", nullValue())
                .body("items[0].quantity", equalTo(Map.of("undisclosed", "NOT_DECIDED")));
        exercise("xaa.reader").queryParam("priority", "CEASEFIRE_MONITORING").get(PATH).then().statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void pagesFollowEachOtherAndTheCursorIsForTheSameQuestion() {
        known.commitments(promised("XAA", "1"), promised("XAA", "2"), promised("XAB", "3"));
        ValidatableResponse first = exercise("xaa.reader").queryParam("requirement", land).queryParam("limit", 2).get(PATH).then()
                .statusCode(200).body("items.size()", equalTo(2)).header("Link", containsString("rel=\"next\""));
        String next = first.extract().path("next");
        exercise("xaa.reader").queryParam("requirement", land).queryParam("limit", 2).queryParam("cursor", next).get(PATH).then()
                .statusCode(200).body("items.quantity.quantity", equalTo(List.of(3))).body("next", nullValue());
        exercise("xaa.reader").queryParam("requirement", land).queryParam("what", "PLEDGED").queryParam("cursor", next).get(PATH)
                .then().statusCode(400).body("violations.field", hasItem("cursor"));
    }

    @Test
    void hiddenWithdrawnAndUnknownRequirementsLookTheSame() {
        UUID hidden = stated(observers());
        UUID withdrawn = stated(with(soldiers(), "title", "Air component"));
        As.coordinator().header("If-Match", "\"1\"").body(Map.of("reason", "No longer needed"))
                .post("/api/v1/requirements/" + withdrawn + "/withdrawals").then().statusCode(200);
        exercise("xaa.reader").queryParam("requirement", hidden).get(PATH).then().statusCode(200);
        for (UUID missing : List.of(hidden, withdrawn, UUID.randomUUID())) {
            exercise("xad.reader").queryParam("requirement", missing).get(PATH).then().statusCode(404)
                    .body("type", equalTo("https://surety.example/problems/not-found"));
        }
        As.user("xaa.reader").queryParam("series", "REAL").queryParam("requirement", land).get(PATH).then().statusCode(404);
    }

    @Test
    void theQuestionIsAboutOneRequirementOrOnePriorityAndForReaders() {
        for (RequestSpecification unclear : List.of(exercise("xaa.reader"),
                exercise("xaa.reader").queryParam("requirement", land).queryParam("priority", "MULTINATIONAL_FORCE"))) {
            unclear.get(PATH).then().statusCode(400).body("violations.field", equalTo(List.of("requirement")));
        }
        As.user("xaa.reader").queryParam("requirement", land).get(PATH).then().statusCode(400).body("violations.field",
                equalTo(List.of("series")));
        exercise("xaa.reader").queryParam("requirement", land).queryParam("what", "SURE").get(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("what")));
        exercise("xaa.reader").queryParam("requirement", land).queryParam("stage", "PLEDGED").get(PATH).then().statusCode(400)
                .body("type", equalTo("https://surety.example/problems/unknown-parameter"));
        exercise("xaa.reader").queryParam("requirement", land).queryParam("asOf", "3026-01-01").get(PATH).then().statusCode(400);
        As.nobody().queryParam("series", "EXERCISE").queryParam("requirement", land).get(PATH).then().statusCode(401);
        exercise("auditor").queryParam("requirement", land).get(PATH).then().statusCode(403)
                .body("type", equalTo("https://surety.example/problems/not-permitted"));
    }
}
