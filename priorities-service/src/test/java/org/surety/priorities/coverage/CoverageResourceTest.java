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
import static org.surety.priorities.situation.SampleSituation.act;
import static org.surety.priorities.situation.SampleSituation.ceasefire;
import static org.surety.priorities.situation.SampleSituation.proposed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.CommitmentState.Trigger;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyState.Attribute;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.ReadinessLevel;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.contracts.TriggerKind;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.SettableClock;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.commitment.SampleDelivery;
import org.surety.priorities.commitment.SampleInstrument;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class CoverageResourceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SettableClock clock;

    @BeforeEach
    void threeMembers() {
        database.clear();
        known.members("XAA", "XAB", "XAC");
        clock.set(TODAY);
    }

    @AfterEach
    void machineTime() {
        clock.set(null);
    }

    private static Response coverage(String user, Series series) {
        return As.user(user).queryParam("series", series.name()).get("/api/v1/coverage");
    }

    /** One requirement's part of the answer; null when it does not appear. */
    private static Map<String, Object> of(UUID requirement, String user) {
        JsonPath answer = coverage(user, Series.EXERCISE).then().statusCode(200).extract().jsonPath();
        return answer.param("id", requirement.toString()).get("priorities.requirements.flatten().find { it.requirement == id }");
    }

    private static Map<String, Object> amount(int quantity, int undisclosed, int commitments) {
        return Map.of("quantity", quantity, "undisclosed", undisclosed, "commitments", commitments);
    }

    private static Map<String, Object> excluded(String reason, int quantity, int undisclosed, int commitments) {
        return Map.of("reason", reason, "quantity", quantity, "undisclosed", undisclosed, "commitments", commitments);
    }

    private static Map<String, Object> party(String code, int pledged, int committed, int assured, int available) {
        return Map.of("party", code, "pledged", pledged, "committed", committed, "assured", assured, "available", available);
    }

    /** Decided and ready: what only the facts around it can hold back. */
    private static SampleCommitment sound(String party, UUID requirement, String quantity) {
        return SampleCommitment.of(party).contributing(requirement, quantity).decided(LocalDate.of(2026, 4, 2), null)
                .ready(LocalDate.of(2026, 4, 2));
    }

    private static List<Object> assured(UUID requirement) {
        return List.of(get(requirement, "assured.quantity"), get(requirement, "assured.available.quantity"),
                get(requirement, "excluded.reason"));
    }

    private static Object get(UUID requirement, String path) {
        return coverage("xaa.reader", Series.EXERCISE).jsonPath().param("id", requirement.toString())
                .get("priorities.requirements.flatten().find { it.requirement == id }." + path);
    }

    private static Label coalition(String owner) {
        return Label.of(Release.COALITION, Series.EXERCISE, owner, List.of());
    }

    @Test
    void promisesAreSummedByStageBesideWhatIsNeeded() {
        UUID land = stated(soldiers());
        known.commitments(SampleCommitment.of("XAA").contributing(land, "300"),
                SampleCommitment.of("XAB").contributing(land, "200.5").decided(LocalDate.of(2026, 4, 2), null),
                SampleCommitment.of("XAC").contributing(new Contribution(land, null, Undisclosed.NOT_DECIDED))
                        .decided(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 5, 10)),
                SampleCommitment.of("XAA").contributing(land, "7").withdrawn());

        Map<String, Object> answer = of(land, "xaa.reader");
        assertThat(answer).containsEntry("needed", 1000).containsEntry("minimum", 750).containsEntry("unit", "soldiers")
                .containsEntry("domain", "LAND").containsEntry("from", "2026-03-01");
        assertThat(answer.get("pledged")).isEqualTo(Map.of("quantity", 500.5f, "undisclosed", 1, "commitments", 3));
        assertThat(answer.get("committed")).isEqualTo(Map.of("quantity", 200.5f, "undisclosed", 1, "commitments", 2));
        assertThat(answer.get("assured")).extracting("quantity", "commitments").containsExactly(0, 0);
        assertThat(answer.get("excluded")).isEqualTo(List.of(excluded("NOT_DECIDED", 300, 0, 1),
                Map.of("reason", "READINESS_NOT_STATED", "quantity", 200.5f, "undisclosed", 1, "commitments", 2)));
        assertThat(answer.get("parties")).isEqualTo(List.of(party("XAA", 300, 0, 0, 0),
                Map.of("party", "XAB", "pledged", 200.5f, "committed", 200.5f, "assured", 0, "available", 0),
                Map.of("party", "XAC", "pledged", 0, "committed", 0, "assured", 0, "available", 0, "undisclosed",
                        Map.of("pledged", 1, "committed", 1, "assured", 0, "available", 0))));
    }

    @Test
    void whatWasFiledWithoutAuthorityIsPledgedAndNothingMoreUntilItIsConfirmed() {
        UUID land = stated(soldiers());
        SampleCommitment promise = SampleCommitment.of("XAA").contributing(land, "300").decided(LocalDate.of(2026, 4, 2), null);
        for (AuthorityAnswer open : List.of(AuthorityAnswer.NO, AuthorityAnswer.PROVISIONAL)) {
            promise = promise.judged(open);
            known.commitments(promise);
            assertThat(of(land, "xaa.reader").get("pledged")).isEqualTo(sum(300));
            assertThat(of(land, "xaa.reader").get("committed")).extracting("commitments").isEqualTo(0);
        }
        known.commitments(promise.judged(AuthorityAnswer.YES));
        assertThat(of(land, "xaa.reader").get("committed")).isEqualTo(sum(300));
    }

    private static Map<String, Object> sum(int quantity) {
        return Map.of("quantity", quantity, "undisclosed", 0, "commitments", 1);
    }

    private static Map<String, Object> delivered(int quantity, int undisclosed, int deliveries, int notAttributable,
            Map<String, Object> confirmed, int contested, int contestedDeliveries) {
        return Map.of("quantity", quantity, "undisclosed", undisclosed, "deliveries", deliveries, "notAttributable",
                notAttributable,
                "confirmed", confirmed, "contested", Map.of("quantity", contested, "deliveries", contestedDeliveries));
    }

    private static Map<String, Object> confirmed(int quantity, int undisclosed, int deliveries) {
        return Map.of("quantity", quantity, "undisclosed", undisclosed, "deliveries", deliveries);
    }

    @Test
    void giverSaysTenAndRecipientSaysEightAndBothStandBesideThePromise() {
        UUID land = stated(soldiers());
        SampleCommitment promise = sound("XAA", land, "300");
        known.commitments(promise);
        SampleDelivery delivery = SampleDelivery.handedOver(promise.id(), "10", " Soldiers", LocalDate.of(2026, 4, 5));
        known.deliveries(delivery);
        assertThat(of(land, "xaa.reader").get("delivered")).isEqualTo(delivered(10, 0, 1, 0, confirmed(0, 0, 0), 0, 0));

        known.deliveries(delivery.received("8", TODAY));
        assertThat(of(land, "xaa.reader").get("delivered")).isEqualTo(delivered(10, 0, 1, 0, confirmed(8, 0, 1), 2, 1));
        assertThat(of(land, "xaa.reader").get("assured")).extracting("quantity").isEqualTo(300);
        clock.set(LocalDate.of(2026, 4, 4));
        assertThat(of(land, "xaa.reader").get("delivered")).as("the day before")
                .isEqualTo(delivered(0, 0, 0, 0, confirmed(0, 0, 0), 0, 0));
        clock.set(TODAY.minusDays(1));
        assertThat(of(land, "xaa.reader").get("delivered")).as("before the recipient spoke")
                .isEqualTo(delivered(10, 0, 1, 0, confirmed(0, 0, 0), 0, 0));
        clock.set(TODAY);

        known.commitments(promise.amountsReleased(coalition("XAA")));
        assertThat(of(land, "xaa.reader").get("delivered")).isEqualTo(delivered(10, 0, 1, 0, confirmed(8, 0, 1), 2, 1));
        assertThat(of(land, "fra.reader").get("delivered")).as("without the amounts")
                .isEqualTo(delivered(0, 1, 1, 0, confirmed(0, 1, 1), 0, 0));

        known.deliveries(delivery.received("8", TODAY).withdrawn(TODAY));
        assertThat(of(land, "xaa.reader").get("delivered")).isEqualTo(delivered(0, 0, 0, 0, confirmed(0, 0, 0), 0, 0));
    }

    @Test
    void whatCannotBeToldApartIsCountedAndNotSummed() {
        UUID land = stated(soldiers());
        UUID watch = stated(observers());
        SampleCommitment both = SampleCommitment.of("XAA").contributing(new Contribution(land, new BigDecimal("30"), null),
                new Contribution(watch, new BigDecimal("5"), null));
        SampleCommitment sanctions = SampleCommitment.of("XAB").ofKind(Kind.SANCTIONS).contributing(land, "4");
        SampleCommitment aid = SampleCommitment.of("XAB").contributing(land, "4");
        known.commitments(both, sanctions, aid);
        known.deliveries(SampleDelivery.handedOver(both.id(), "10", "soldiers", TODAY),
                SampleDelivery.handedOver(sanctions.id(), "2", "soldiers", TODAY),
                SampleDelivery.handedOver(aid.id(), "3", "vehicles", TODAY));
        assertThat(of(land, "xaa.reader").get("delivered")).isEqualTo(delivered(0, 0, 2, 2, confirmed(0, 0, 0), 0, 0));
        assertThat(of(watch, "xaa.reader").get("delivered")).isEqualTo(delivered(0, 0, 1, 1, confirmed(0, 0, 0), 0, 0));

        known.commitments(aid.withdrawn());
        assertThat(of(land, "xaa.reader").get("delivered")).as("whatever became of the promise").extracting("deliveries")
                .isEqualTo(2);
    }

    @Test
    void theAnswerIsAboutOneSeriesAndSaysWhatItCounts() {
        UUID land = stated(soldiers());
        known.commitments(SampleCommitment.of("FRA"), SampleCommitment.of("XAA").contributing(land, "300"));
        coverage("xaa.reader", Series.EXERCISE).then().statusCode(200).body("series", equalTo("EXERCISE"))
                .body("note", containsString("exercise")).body("asOf", equalTo("2026-05-10"))
                .body("priorities.priority", equalTo(List.of("CEASEFIRE_MONITORING", "ARMED_FORCES_SUPPORT", "MULTINATIONAL_FORCE",
                        "RENEWED_AGGRESSION_RESPONSE", "LONG_TERM_DEFENCE_COOPERATION")))
                .body("priorities[2].withoutRequirement",
                        equalTo(Map.of("pledged", 0, "committed", 0, "assured", 0, "undisclosed", 0)))
                .body("rules.pledged", containsString("not withdrawn")).body("rules.assured", containsString("no approval blocks"));
        coverage("xaa.reader", Series.REAL).then().statusCode(200).body("series", equalTo("REAL")).body("note", nullValue())
                .body("priorities.requirements.flatten().size()", equalTo(0))
                .body("priorities[2].withoutRequirement",
                        equalTo(Map.of("pledged", 1, "committed", 0, "assured", 0, "undisclosed", 1)));
    }

    @Test
    void seriesMustBeNamedAndOnlyReadersRead() {
        As.user("xaa.reader").get("/api/v1/coverage").then().statusCode(400).contentType("application/problem+json")
                .body("violations.field", hasItem("series"));
        As.user("xaa.reader").queryParam("series", "BOTH").get("/api/v1/coverage").then().statusCode(400);
        As.user("xaa.reader").queryParam("series", "REAL").queryParam("viewer", "XAB").get("/api/v1/coverage").then()
                .statusCode(400)
                .body("type", equalTo("https://surety.example/problems/unknown-parameter"));
        As.nobody().queryParam("series", "REAL").get("/api/v1/coverage").then().statusCode(401);
        for (String user : List.of("auditor", "operator")) {
            coverage(user, Series.REAL).then().statusCode(403)
                    .body("type", equalTo("https://surety.example/problems/not-permitted"));
        }
        for (String user : List.of("xaa.editor", "coordinator", "fra.reader")) {
            coverage(user, Series.EXERCISE).then().statusCode(200);
        }
    }

    @Test
    void midnightChangesTheAnswerByItself() {
        UUID land = stated(soldiers());
        known.commitments(
                SampleCommitment.of("XAA").contributing(land, "100").during(LocalDate.of(2026, 5, 11), LocalDate.of(2026, 5, 12)),
                SampleCommitment.of("XAB").contributing(land, "10").decided(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 12)));

        Map<LocalDate, List<Integer>> expected = Map.of(LocalDate.of(2026, 5, 10), List.of(10, 0), LocalDate.of(2026, 5, 11),
                List.of(110, 0), LocalDate.of(2026, 5, 12), List.of(110, 10), LocalDate.of(2026, 5, 13), List.of(10, 10));
        expected.forEach((day, sums) -> {
            clock.set(day);
            assertThat(of(land, "xaa.reader").get("pledged")).as("pledged on %s", day).extracting("quantity")
                    .isEqualTo(sums.get(0));
            assertThat(of(land, "xaa.reader").get("committed")).as("committed on %s", day).extracting("quantity")
                    .isEqualTo(sums.get(1));
        });
    }

    @Test
    void ineligibleKindsAreExcludedAndAmendingTheRequirementLetsThemIn() {
        UUID land = stated(soldiers());
        known.commitments(SampleCommitment.of("XAA").contributing(land, "300"),
                SampleCommitment.of("XAB").ofKind(Kind.SANCTIONS).contributing(land, "50").decided(TODAY, null));
        assertThat(of(land, "xaa.reader").get("pledged")).isEqualTo(amount(300, 0, 1));
        assertThat(of(land, "xaa.reader").get("committed")).isEqualTo(amount(0, 0, 0));
        assertThat(of(land, "xaa.reader").get("excluded"))
                .isEqualTo(List.of(excluded("KIND_NOT_ELIGIBLE", 50, 0, 1), excluded("NOT_DECIDED", 300, 0, 1)));

        As.coordinator().header("If-Match", "\"1\"").body(with(soldiers(), "kinds", List.of())).put("/api/v1/requirements/" + land)
                .then().statusCode(200);
        assertThat(of(land, "xaa.reader").get("pledged")).isEqualTo(amount(350, 0, 2));
        assertThat(of(land, "xaa.reader").get("committed")).isEqualTo(amount(50, 0, 1));
        assertThat(get(land, "excluded.reason")).isEqualTo(List.of("NOT_DECIDED", "READINESS_NOT_STATED"));
    }

    @Test
    void twoPartiesWithDifferentReleasesGetTwoHonestAnswers() {
        UUID land = stated(soldiers());
        known.commitments(SampleCommitment.of("XAA").contributing(land, "1"),
                SampleCommitment.of("XAA").released(coalition("XAA")).contributing(land, "10"),
                SampleCommitment.of("XAA").released(Label.of(Release.NAMED, Series.EXERCISE, "XAA", List.of("XAB"))).contributing(
                        land,
                        "100"),
                SampleCommitment.of("XAA").released(Label.national("XAA")).contributing(land, "1000"));

        assertThat(of(land, "xaa.reader").get("pledged")).isEqualTo(amount(1111, 0, 4));
        assertThat(of(land, "xab.reader").get("pledged")).isEqualTo(amount(111, 0, 3));
        assertThat(of(land, "xac.reader").get("pledged")).isEqualTo(amount(11, 0, 2));
        assertThat(of(land, "coordinator").get("pledged")).isEqualTo(amount(11, 0, 2));
        assertThat(of(land, "xad.reader").get("pledged")).as("no member").isEqualTo(amount(1, 0, 1));
        assertThat(of(land, "fra.reader").get("pledged")).as("of the other series").isEqualTo(amount(1, 0, 1));
    }

    @Test
    void oneBrigadeNamedInTwoCommitmentsCountsOnceToWhoeverLooks() {
        UUID land = stated(soldiers());
        known.commitments(
                SampleCommitment.of("XAA").contributing(new Contribution(land, new BigDecimal(300), null, "12th Brigade")),
                SampleCommitment.of("XAA").released(Label.national("XAA"))
                        .contributing(new Contribution(land, new BigDecimal(400), null, "12th Brigade")),
                SampleCommitment.of("XAB").contributing(new Contribution(land, new BigDecimal(50), null, "12th Brigade")),
                SampleCommitment.of("XAB").ofKind(Kind.SANCTIONS)
                        .contributing(new Contribution(land, new BigDecimal(5000), null, "12th Brigade")));
        assertThat(of(land, "xab.reader").get("pledged")).as("one of each party").isEqualTo(amount(350, 0, 2));
        assertThat(of(land, "xaa.reader").get("pledged")).as("the larger claim").isEqualTo(amount(450, 0, 3));
    }

    @Test
    void aJointContributionCountsOnceAndTheShareOfWhoHasNotConfirmedAsPledgedAlone() {
        UUID land = stated(soldiers());
        SampleCommitment joint = SampleCommitment.of("XAA").contributing(land, "300").decided(LocalDate.of(2026, 4, 2), null);
        Share awaited = new Share("XAB", new BigDecimal(40), ShareState.AWAITED, null);
        known.commitments(joint.sharing(List.of(awaited)));
        assertThat(of(land, "xac.reader").get("pledged")).isEqualTo(sum(300));
        assertThat(of(land, "xac.reader").get("committed")).isEqualTo(sum(180));
        SampleCommitment confirmed = joint.sharing(List.of(awaited))
                .sharing(List.of(new Share("XAB", new BigDecimal(40), ShareState.CONFIRMED, TODAY)));
        known.commitments(confirmed);
        assertThat(of(land, "xac.reader").get("committed")).isEqualTo(sum(300));
        known.commitments(confirmed.sharing(List.of(new Share("XAB", new BigDecimal(40), ShareState.WITHDRAWN, null))));
        assertThat(of(land, "xac.reader").get("pledged")).isEqualTo(sum(180));
    }

    @Test
    void amountsThatAreNotReleasedAreUndisclosed() {
        UUID land = stated(soldiers());
        Label named = Label.of(Release.NAMED, Series.EXERCISE, "XAA", List.of("XAB"));
        known.commitments(SampleCommitment.of("XAA").contributing(land, "300").amountsReleased(named), SampleCommitment.of("XAA")
                .contributing(new Contribution(land, new BigDecimal(20), null, "12th Brigade")).amountsReleased(named));
        assertThat(of(land, "xab.reader").get("pledged")).isEqualTo(amount(320, 0, 2));
        assertThat(of(land, "xac.reader").get("pledged")).isEqualTo(amount(0, 2, 2));
    }

    @Test
    void whatIsHiddenChangesNoByteForWhoMayNotSeeIt() {
        UUID land = stated(soldiers());
        known.commitments(SampleCommitment.of("XAA").contributing(land, "1"));
        byte[] before = coverage("xab.reader", Series.EXERCISE).asByteArray();
        SampleCommitment hidden = SampleCommitment.of("XAA").released(Label.national("XAA")).contributing(land, "2.125");
        known.commitments(hidden);
        known.commitments(hidden.decided(TODAY, null), SampleCommitment.earlier("XAA", "MILITARY", Kind.WEAPONRY,
                Money.of("5", "EUR")).released(Label.national("XAA")));
        assertThat(coverage("xab.reader", Series.EXERCISE).asByteArray()).isEqualTo(before);
        assertThat(coverage("xaa.reader", Series.EXERCISE).asByteArray()).isNotEqualTo(before);

        UUID coalitionOnly = stated(with(soldiers(), "label", Map.of("release", "COALITION")));
        known.commitments(SampleCommitment.of("XAA").contributing(coalitionOnly, "7700077"));
        assertThat(of(coalitionOnly, "xab.reader").get("pledged")).isEqualTo(amount(7700077, 0, 1));
        String outsider = coverage("xad.reader", Series.EXERCISE).asString();
        assertThat(outsider).doesNotContain("7700077").doesNotContain(coalitionOnly.toString());
    }

    @Test
    void withdrawnRequirementLeavesWithItsNumbers() {
        UUID land = stated(soldiers());
        known.commitments(SampleCommitment.of("XAA").contributing(land, "300"));
        As.coordinator().header("If-Match", "\"1\"").body(Map.of("reason", "r"))
                .post("/api/v1/requirements/" + land + "/withdrawals")
                .then().statusCode(200);
        assertThat(of(land, "xaa.reader")).isNull();
        coverage("xaa.reader", Series.EXERCISE).then()
                .body("priorities[2].withoutRequirement",
                        equalTo(Map.of("pledged", 0, "committed", 0, "assured", 0, "undisclosed", 0)));
    }

    @Test
    void commitmentsThatNameNoRequirementAreCountedBesideIt() {
        known.commitments(SampleCommitment.of("XAA"), SampleCommitment.of("XAB").decided(TODAY, null),
                SampleCommitment.of("XAC").under(PriorityCode.ARMED_FORCES_SUPPORT));
        coverage("xaa.reader", Series.EXERCISE).then()
                .body("priorities[2].withoutRequirement",
                        equalTo(Map.of("pledged", 2, "committed", 1, "assured", 0, "undisclosed", 2)))
                .body("priorities[1].withoutRequirement",
                        equalTo(Map.of("pledged", 1, "committed", 0, "assured", 0, "undisclosed", 1)));
    }

    @Test
    void earlierSupportIsTotalledAndNeverInCoverage() {
        UUID land = stated(soldiers());
        String before = coverage("xaa.reader", Series.EXERCISE).jsonPath().getList("priorities").toString();
        known.commitments(SampleCommitment.earlier("XAA", "MILITARY", Kind.WEAPONRY, Money.of("10.123456789012", "EUR")),
                SampleCommitment.earlier("XAA", "MILITARY", Kind.WEAPONRY, Money.of("0.1", "EUR")).contributing(land, "5"),
                SampleCommitment.earlier("XAA", "MILITARY", Kind.WEAPONRY, Money.undisclosed(Undisclosed.UNKNOWN, "EUR")),
                SampleCommitment.earlier("XAA", "MILITARY", Kind.WEAPONRY, Money.undisclosed(Undisclosed.NOT_APPLICABLE, null)),
                SampleCommitment.earlier("XAA", "FINANCIAL", Kind.FINANCIAL_ASSISTANCE, Money.of("2000000000", "EUR")),
                SampleCommitment.earlier("XAB", null, Kind.TRAINING, null),
                SampleCommitment.earlier("FRA", "MILITARY", Kind.WEAPONRY, Money.of("1", "EUR")));
        JsonPath answer = coverage("xaa.reader", Series.EXERCISE).jsonPath();
        assertThat(answer.getList("priorities").toString()).isEqualTo(before);
        assertThat(answer.<Map<String, Object>>getList("earlierSupport")).containsExactly(
                Map.of("party", "XAA", "category", "FINANCIAL", "kind", "FINANCIAL_ASSISTANCE", "commitments", 1, "euro",
                        "2000000000.00", "undisclosed", 0),
                Map.of("party", "XAA", "category", "MILITARY", "kind", "WEAPONRY", "commitments", 4, "euro", "10.223456789012",
                        "undisclosed", 1),
                Map.of("party", "XAB", "kind", "TRAINING", "commitments", 1, "euro", "0.00", "undisclosed", 1));
        coverage("xaa.reader", Series.REAL).then().body("earlierSupport.euro", equalTo(List.of("1.00")));
    }

    @Test
    void unchangedAnswerIsNotSentAgain() {
        UUID land = stated(observers());
        Response first = coverage("xaa.reader", Series.EXERCISE);
        String tag = first.header("ETag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        As.user("xaa.reader").header("If-None-Match", tag).queryParam("series", "EXERCISE").get("/api/v1/coverage").then()
                .statusCode(304).header("ETag", tag);
        known.commitments(SampleCommitment.of("XAA").ofKind(Kind.MONITORING).contributing(land, "3"));
        As.user("xaa.reader").header("If-None-Match", tag).queryParam("series", "EXERCISE").get("/api/v1/coverage").then()
                .statusCode(200);
    }

    @Test
    void aPromiseIsAssuredOnceEverythingThatItLacksIsThere() {
        UUID land = stated(with(with(soldiers(), "host", "XAJ"), "bindingForm", "LEGAL"));
        SampleApproval vote = SampleApproval.open();
        SampleApproval consent = SampleApproval.consentOf("XAJ");
        SampleInstrument agreement = new SampleInstrument(UUID.randomUUID(), 1, null, null);
        SampleCommitment backstop = SampleCommitment.of("XAB");
        SampleCommitment promise = SampleCommitment.of("XAA").contributing(land, "300").needing(vote.id(), consent.id())
                .waitingFor(new Condition(ConditionKind.COMMITMENT, backstop.id(), null, null, null),
                        new Condition(ConditionKind.INSTRUMENT_IN_FORCE, null, null, agreement.id(), null));
        known.commitments(backstop, promise);
        assertThat(assured(land)).containsExactly(0, 0, List.of("NOT_DECIDED"));
        promise = promise.decided(LocalDate.of(2026, 4, 2), null);
        known.commitments(promise);
        List<String> lacking = List.of("BINDING_FORM", "APPROVAL_OUTSTANDING", "CONDITION", "READINESS_NOT_STATED");
        assertThat(assured(land)).containsExactly(0, 0, lacking);
        promise = promise.binding(BindingForm.LEGAL);
        known.commitments(promise);
        assertThat(assured(land)).containsExactly(0, 0, lacking.subList(1, 4));
        known.approvals(vote, consent);
        assertThat(assured(land)).containsExactly(0, 0, lacking.subList(1, 4));
        known.approvals(vote.granted(LocalDate.of(2026, 5, 1)), consent.granted(LocalDate.of(2026, 5, 1)));
        assertThat(assured(land)).containsExactly(0, 0, lacking.subList(2, 4));
        known.instruments(List.of(agreement.lasting(LocalDate.of(2026, 5, 1), null)));
        known.commitments(promise.ready(LocalDate.of(2026, 4, 2)));
        assertThat(assured(land)).containsExactly(0, 0, List.of("CONDITION"));
        known.commitments(backstop.decided(LocalDate.of(2026, 4, 2), null));
        assertThat(assured(land)).containsExactly(300, 300, List.of());
        known.commitments(backstop.decided(LocalDate.of(2026, 4, 2), null).withdrawn());
        assertThat(assured(land)).containsExactly(0, 0, List.of("CONDITION"));
    }

    @Test
    void readinessGrowsStaleByItself() {
        UUID land = stated(soldiers());
        known.commitments(sound("XAA", land, "300"));
        assertThat(assured(land)).containsExactly(300, 300, List.of());
        clock.set(LocalDate.of(2027, 4, 3));
        assertThat(assured(land)).containsExactly(0, 0, List.of("READINESS_STALE"));
        known.commitments(SampleCommitment.of("XAB").contributing(land, "5").decided(TODAY, null)
                .stating(SampleCommitment.readiness(ReadinessLevel.NOT_READY, TODAY, LocalDate.of(2028, 1, 1))));
        assertThat(assured(land)).containsExactly(0, 0, List.of("READINESS_STALE", "NOT_READY"));
    }

    @Test
    void whatSleepsIsAssuredAndNotAvailableUntilItIsWoken() {
        UUID land = stated(soldiers());
        known.commitments(sound("XAA", land, "300").wakingOn(TriggerKind.CEASEFIRE_IN_FORCE, TriggerKind.HOST_REQUEST),
                sound("XAB", land, "20").wakingOn(new Trigger(TriggerKind.DATE, LocalDate.of(2026, 6, 1))),
                sound("XAC", land, "1"));
        assertThat(of(land, "xaa.reader").get("assured")).isEqualTo(Map.of("quantity", 321, "undisclosed", 0, "commitments", 3,
                "available", sum(1), "dormant",
                List.of(Map.of("until", List.of("CEASEFIRE_IN_FORCE", "HOST_REQUEST"), "quantity", 300, "undisclosed", 0,
                        "commitments", 1),
                        Map.of("until", List.of("DATE:2026-06-01"), "quantity", 20, "undisclosed", 0, "commitments", 1))));
        As.user("xaa.reader").queryParam("series", "EXERCISE").queryParam("asOf", "2026-06-01").get("/api/v1/coverage").then()
                .statusCode(200).body("asOf", equalTo("2026-06-01"))
                .body("priorities[2].requirements[0].assured.available.quantity", equalTo(21));
        As.user("xaa.reader").queryParam("series", "EXERCISE").queryParam("assume", "HOST_REQUEST,CONFIRMED_BREACH")
                .get("/api/v1/coverage").then().statusCode(200)
                .body("assumed", equalTo(List.of("HOST_REQUEST", "CONFIRMED_BREACH")))
                .body("priorities[2].requirements[0].assured.available.quantity", equalTo(301))
                .body("priorities[2].requirements[0].assured.quantity", equalTo(321));
    }

    @Test
    void aSituationOfTwoPartiesWakesWhatSleepsAndAnExerciseDoesNot() {
        UUID land = stated(soldiers());
        known.commitments(sound("XAA", land, "300").wakingOn(TriggerKind.CEASEFIRE_IN_FORCE));
        proposed("xaa.editor", with(ceasefire(), "exercise", true));
        assertThat(assured(land)).as("an exercise").containsExactly(300, 0, List.of());
        UUID ceasefire = proposed("xaa.editor", ceasefire());
        assertThat(assured(land)).as("the word of one").containsExactly(300, 0, List.of());
        act("xab.editor", ceasefire, 1, "determinations", Map.of()).then().statusCode(200);
        assertThat(assured(land)).as("of two").containsExactly(300, 300, List.of());
        coverage("xac.reader", Series.EXERCISE).then().body("situations.id", equalTo(List.of(ceasefire.toString())))
                .body("situations.kind", equalTo(List.of("CEASEFIRE_IN_FORCE"))).body("assumed", equalTo(List.of()));
        coverage("xac.reader", Series.REAL).then().body("situations", equalTo(List.of()));
        clock.set(LocalDate.of(2026, 2, 28));
        coverage("xac.reader", Series.EXERCISE).then().body("situations", equalTo(List.of()));
    }

    @Test
    void aBrigadeThatIsAwakeInOnePromiseAndAsleepInAnotherIsThereOnce() {
        UUID land = stated(soldiers());
        SampleCommitment awake = sound("XAA", land, "0")
                .contributing(new Contribution(land, new BigDecimal(300), null, "12th Brigade"));
        SampleCommitment asleep = sound("XAA", land, "0").wakingOn(TriggerKind.RENEWED_ARMED_ATTACK)
                .contributing(new Contribution(land, new BigDecimal(500), null, "12th Brigade"));
        known.commitments(awake, asleep);
        assertThat(assured(land)).containsExactly(500, 300, List.of());
        assertThat(get(land, "assured.dormant.quantity")).isEqualTo(List.of(200));
    }

    @Test
    void aCaveatKeepsAPromiseOffTheTerritoryOfAHost() {
        UUID land = stated(soldiers());
        known.commitments(sound("XAA", land, "300").excluding(CaveatKind.NOT_ON_TERRITORY));
        assertThat(assured(land)).containsExactly(300, 300, List.of());
        As.coordinator().header("If-Match", "\"1\"").body(with(soldiers(), "host", "XAJ")).put("/api/v1/requirements/" + land)
                .then()
                .statusCode(200);
        assertThat(of(land, "xaa.reader")).containsEntry("pledged", amount(0, 0, 0)).containsEntry("excluded",
                List.of(excluded("CAVEAT", 300, 0, 1)));
    }

    @Test
    void aPartyTakesPartOnlyByWhatEverybodySeesWhoSeesThePromise() {
        UUID land = stated(soldiers());
        known.commitments(sound("XAA", land, "300")
                .waitingFor(new Condition(ConditionKind.PARTICIPATION, null, "XAB", null, null)));
        SampleCommitment secret = SampleCommitment.of("XAB").released(Label.national("XAB")).decided(TODAY, null);
        known.commitments(secret);
        assertThat(assured(land)).containsExactly(0, 0, List.of("CONDITION"));
        known.commitments(secret.released(Label.openToAll()));
        assertThat(assured(land)).containsExactly(300, 300, List.of());
    }

    @Test
    void whatRotatesIsNeededSoManyTimesAndInEachPhaseAnew() {
        UUID land = stated(with(with(soldiers(), "rotationFactor", 3), "phases",
                List.of(Map.of("from", "2026-06-01", "quantity", 2000, "minimum", 1500))));
        known.commitments(sound("XAA", land, "3000"));
        assertThat(of(land, "xaa.reader")).containsEntry("needed", 3000).containsEntry("minimum", 2250)
                .containsEntry("rotationFactor", 3).containsEntry("pledged", amount(3000, 0, 1));
        clock.set(LocalDate.of(2026, 6, 1));
        assertThat(of(land, "xaa.reader")).containsEntry("needed", 6000).containsEntry("minimum", 4500);
    }

    @Test
    void whatMustBeTrueOfThePartiesIsAskedOfWhoIsAssured() {
        UUID land = stated(with(soldiers(), "attributeRules", List.of(Map.of("attributes", List.of("NUCLEAR_CAPABLE", "EUROPEAN"),
                "atLeast", 1))));
        known.parties(List.of(known.party("XAA", 2, attribute(PartyAttribute.COALITION_MEMBER), attribute(PartyAttribute.EUROPEAN)),
                known.party("XAB", 2, attribute(PartyAttribute.EUROPEAN),
                        new Attribute(PartyAttribute.NUCLEAR_CAPABLE, null, TODAY, null))));
        SampleCommitment pledge = SampleCommitment.of("XAB").contributing(land, "5");
        known.commitments(sound("XAA", land, "300"), pledge);
        assertThat(get(land, "attributes"))
                .isEqualTo(List.of(Map.of("attributes", List.of("NUCLEAR_CAPABLE", "EUROPEAN"), "atLeast", 1,
                        "assured", List.of(), "met", false)));
        known.commitments(pledge.decided(TODAY, null).ready(TODAY));
        assertThat(get(land, "attributes.assured")).isEqualTo(List.of(List.of("XAB")));
        assertThat(get(land, "attributes.met")).isEqualTo(List.of(true));
        clock.set(TODAY.plusDays(1));
        assertThat(get(land, "attributes.met")).as("true of it until yesterday").isEqualTo(List.of(false));
    }

    private static Attribute attribute(PartyAttribute attribute) {
        return new Attribute(attribute, null, null, null);
    }

    @Test
    void aDayOutOfReachAndWhatIsNoSituationAreNamed() {
        As.user("xaa.reader").queryParam("series", "EXERCISE").queryParam("asOf", "3026-01-01").queryParam("assume", "DATE")
                .get("/api/v1/coverage").then().statusCode(400).contentType("application/problem+json")
                .body("violations.field", equalTo(List.of("asOf", "assume")));
    }

    @Test
    void domainsAreCountedByRequirementsThatAreMet() {
        UUID land = stated(soldiers());
        UUID line = stated(observers());
        UUID air = stated(with(with(soldiers(), "title", "Air component"), "domain", "AIR"));
        known.commitments(sound("XAA", land, "750"), sound("XAB", air, "749.999"),
                sound("XAC", line, "400").wakingOn(TriggerKind.CEASEFIRE_IN_FORCE), SampleCommitment.of("XAA"));
        exercise().get("/api/v1/coverage").then().statusCode(200)
                .body("byDomain", equalTo(List.of(met("LAND", 2, 2, 1), met("AIR", 1, 0, 0))))
                .body("rules.byDomain", containsString("not added"));
        exercise().queryParam("assume", "CEASEFIRE_IN_FORCE").get("/api/v1/coverage").then()
                .body("byDomain[0]", equalTo(met("LAND", 2, 2, 2)));
        exercise().queryParam("domain", "AIR").get("/api/v1/coverage").then()
                .body("priorities.requirements.flatten().requirement", equalTo(List.of(air.toString())))
                .body("byDomain", equalTo(List.of(met("AIR", 1, 0, 0)))).body("priorities.size()", equalTo(5))
                .body("priorities[2].withoutRequirement", nullValue());
        exercise().queryParam("priority", "CEASEFIRE_MONITORING").get("/api/v1/coverage").then()
                .body("priorities.priority", equalTo(List.of("CEASEFIRE_MONITORING")))
                .body("priorities[0].requirements.requirement", equalTo(List.of(line.toString())))
                .body("byDomain", equalTo(List.of(met("LAND", 1, 1, 0))));
        exercise().queryParam("priority", "MULTINATIONAL_FORCE").get("/api/v1/coverage").then()
                .body("priorities[0].withoutRequirement.pledged", equalTo(1));
        for (String wrong : List.of("domain", "priority")) {
            exercise().queryParam(wrong, "SIXTH").get("/api/v1/coverage").then().statusCode(400)
                    .body("violations.field", equalTo(List.of(wrong)));
        }
    }

    private static RequestSpecification exercise() {
        return As.user("xaa.reader").queryParam("series", "EXERCISE");
    }

    private static Map<String, Object> met(String domain, int requirements, int assured, int available) {
        return Map.of("domain", domain, "requirements", requirements, "assuredAtMinimum", assured, "availableAtMinimum", available);
    }
}
