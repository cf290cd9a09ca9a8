package org.surety.priorities.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;
import static org.surety.priorities.requirement.SampleRequirement.with;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.kit.actor.Actor;
import org.surety.kit.label.Label;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.Database;
import org.surety.kit.log.History;
import org.surety.kit.log.NewChange;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.commitment.SampleDelivery;
import org.surety.priorities.remembered.Past;
import org.surety.priorities.situation.SampleSituation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** Coverage as it was known at an instant: of all that it is made of, what was recorded until then. */
@QuarkusTest
@RealParts
class PastCoverageTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 4, 2);

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    Past past;

    @Inject
    CoverageRepository coverage;

    @Inject
    History history;

    @Inject
    ChangeLog log;

    @Inject
    Database data;

    private UUID land;

    @BeforeEach
    void twoMembers() {
        database.clear();
        known.members("XAA", "XAB");
        land = stated(soldiers());
        database.recordedAt(land.toString(), 1);
    }

    /** Something is recorded in every log, so that what was known before can be told. */
    private void goOn(Instant instant) {
        known.commitments(SampleCommitment.of("XAB"));
        known.parties(List.of(known.party("XZZ", System.nanoTime())));
        Awaitility.await().ignoreExceptions().until(() -> {
            history.requireKnown(instant);
            return true;
        });
    }

    private static SampleCommitment sound(String party, UUID requirement, String quantity) {
        return SampleCommitment.of(party).contributing(requirement, quantity).decided(DECIDED, null).ready(DECIDED);
    }

    private static RequestSpecification as(String user, Instant knownAt) {
        return As.user(user).queryParam("series", "EXERCISE").queryParam("knownAt", knownAt.toString())
                .queryParam("assume", "HOST_REQUEST");
    }

    private Object of(String user, Instant knownAt, String path) {
        return as(user, knownAt).get("/api/v1/coverage").then().statusCode(200).extract().jsonPath().param("id", land.toString())
                .get("priorities.requirements.flatten().find { it.requirement == id }." + path);
    }

    @Test
    void everythingIsAsItWasKnown() {
        SampleApproval approval = SampleApproval.open().granted(DECIDED);
        known.approvals(approval);
        SampleCommitment needing = sound("XAA", land, "300").needing(approval.id());
        SampleCommitment alone = sound("XAB", land, "40");
        known.commitments(needing, alone);
        Instant before = Known.instant();

        known.commitments(alone.contributing(land, "45").titled("Renamed"), sound("XAB", land, "500"));
        known.approvals(approval.refused(DECIDED));
        As.user("coordinator").header("If-Match", "\"1\"").body(with(soldiers(), "minimum", 10))
                .put("/api/v1/requirements/" + land).then().statusCode(200);
        goOn(before);

        assertThat(of("xaa.reader", before, "assured.quantity")).isEqualTo(340);
        assertThat(of("xaa.reader", before, "minimum")).isEqualTo(750);
        assertThat(of("xaa.reader", before, "parties.pledged")).isEqualTo(List.of(300, 40));
        database.recordedAt(land.toString(), 2);
        Instant after = Known.instant();
        goOn(after);
        assertThat(of("xaa.reader", after, "assured.quantity")).isEqualTo(545);
        assertThat(of("xaa.reader", after, "minimum")).isEqualTo(10);

        as("xaa.reader", before).queryParam("requirement", land).get("/api/v1/coverage/contributions").then().statusCode(200)
                .body("knownAt", equalTo(before.toString())).body("items.party", equalTo(List.of("XAA", "XAB")))
                .body("items.quantity.quantity", equalTo(List.of(300, 40)))
                .body("items.title", equalTo(List.of("A promise", "A promise")));
        as("xaa.reader", after).queryParam("requirement", land).queryParam("party", "XAB").get("/api/v1/coverage/contributions")
                .then().body("items.title", containsInAnyOrder("Renamed", "A promise"));
        as("xaa.reader", before).queryParam("requirement", land).get("/api/v1/coverage/series").then().statusCode(200)
                .body("knownAt", equalTo(before.toString())).body("requirements[0].months[0].assured.quantity", equalTo(340))
                .body("requirements[0].months[0].minimum", equalTo(750));
        assertThat(as("xaa.reader", before).accept("text/csv").get("/api/v1/coverage").then().statusCode(200).extract().asString())
                .contains(",ASSURED,340,").doesNotContain(",545,");
    }

    @Test
    void whatWasDeliveredIsAsItWasKnownForWhoSeesTheAmountsAndForWhoDoesNot() {
        SampleCommitment promise = sound("XAA", land, "300").amountsReleased(Label.national("XAA"));
        SampleDelivery delivery = SampleDelivery.handedOver(promise.id(), "10", "soldiers", DECIDED);
        known.commitments(promise);
        SampleDelivery received = delivery.received("8", DECIDED);
        known.deliveries(delivery, received);
        Instant before = Known.instant();
        Object toOwner = delivered(exercise("xaa.reader"));
        Object toOther = delivered(exercise("xab.reader"));
        assertThat(toOwner).extracting("contested").isEqualTo(Map.of("quantity", 2, "deliveries", 1));
        assertThat(toOther).extracting("contested").isEqualTo(Map.of("quantity", 0, "deliveries", 0));
        assertThat(toOther).extracting("undisclosed", "deliveries").containsExactly(1, 1);

        known.commitments(promise.contributing(land, "45"));
        // Recorded after that instant, whatever day the machine has.
        known.deliveries(received.withdrawn(LocalDate.ofInstant(before, ZoneOffset.UTC).plusDays(1)));
        goOn(before);

        assertThat(delivered(exercise("xaa.reader"))).extracting("deliveries").isEqualTo(0);
        assertThat(delivered(as("xaa.reader", before))).isEqualTo(toOwner);
        assertThat(delivered(as("xab.reader", before))).isEqualTo(toOther);
    }

    private Object delivered(RequestSpecification asked) {
        return asked.get("/api/v1/coverage").then().statusCode(200).extract().jsonPath().param("id", land.toString())
                .get("priorities.requirements.flatten().find { it.requirement == id }.delivered");
    }

    @Test
    void aRequirementAndASituationAreAsTheyWereKnown() {
        known.commitments(sound("XAA", land, "300"));
        Instant before = Known.instant();
        UUID later = stated(soldiers());
        As.user("coordinator").header("If-Match", "\"1\"").body(Map.of("reason", "NO_LONGER_NEEDED"))
                .post("/api/v1/requirements/" + land + "/withdrawals");
        SampleSituation.proposed("coordinator", SampleSituation.ceasefire());
        goOn(before);

        as("xaa.reader", before).get("/api/v1/coverage").then().statusCode(200)
                .body("priorities.requirements.flatten().requirement", equalTo(List.of(land.toString())))
                .body("situations.size()", equalTo(0)).body("knownAt", equalTo(before.toString()));
        as("xaa.reader", before).queryParam("requirement", later).get("/api/v1/coverage/contributions").then().statusCode(404);
    }

    @Test
    void whatIsReleasedToFewerNowIsHiddenInThePastToo() {
        SampleCommitment wide = sound("XAA", land, "300");
        SampleCommitment narrow = sound("XAA", land, "20").released(Label.national("XAA"));
        SampleCommitment open = sound("XAA", land, "5");
        known.commitments(wide, narrow, open);
        Instant before = Known.instant();
        known.commitments(wide.released(Label.national("XAA")), narrow.released(Label.openToAll()),
                open.amountsReleased(Label.national("XAA")));
        goOn(before);

        assertThat(of("xaa.reader", before, "assured.quantity"))
                .as(() -> as("xaa.reader", before).get("/api/v1/coverage").asString())
                .isEqualTo(325);
        assertThat(of("xab.reader", before, "assured.quantity")).isEqualTo(0);
        assertThat(of("xab.reader", before, "assured.commitments")).isEqualTo(1);
        assertThat(of("xab.reader", before, "assured.undisclosed")).isEqualTo(1);
    }

    @Test
    void whatChangesWhileTheAnswerIsMadeDoesNotMixIn() {
        SampleCommitment one = sound("XAA", land, "300");
        known.commitments(one);
        Instant before = Known.instant();
        goOn(before);
        AtomicInteger asked = new AtomicInteger();
        List<CoverageSum> sums = SystemViewer.transaction(() -> past.answer(before, overlay -> {
            if (asked.incrementAndGet() == 1) {
                known.commitments(one.contributing(land, "301"));
            }
            return coverage.sums(Series.EXERCISE, LocalDate.of(2026, 5, 10), Set.of(), overlay);
        }));
        assertThat(asked).hasValue(2);
        assertThat(sums).filteredOn(sum -> sum.what().equals("ASSURED") && sum.commitments() > 0).singleElement()
                .satisfies(sum -> assertThat(sum.quantity()).isEqualByComparingTo("300"));
    }

    /** It counts as it is now from its commit on, and is recorded as of an instant only when it is numbered. */
    @Test
    void aRequirementThatHasChangedIsFoundBeforeItsChangeIsNumbered() {
        SampleCommitment one = sound("XAA", land, "300");
        known.commitments(one);
        Instant before = Known.instant();
        List<UUID> concerned = SystemViewer.transaction(() -> {
            log.append(new Actor("system", "test", null, Set.of()), () -> NewChange.of("requirement.amended", land.toString(), 2,
                    Map.of("series", "EXERCISE"), Label.openToAll(), LocalDate.of(2026, 3, 1)));
            return data.call(connection -> Database.list(connection, "select changed_since(?)", row -> row.getObject(1, UUID.class),
                    Timestamp.from(before)));
        });
        assertThat(concerned).contains(one.id());
    }

    @Test
    void whatMayStillComeIsNotAnswered() {
        goOn(Instant.EPOCH);
        as("xaa.reader", Instant.now().plusSeconds(3600)).get("/api/v1/coverage").then().statusCode(409)
                .body("type", equalTo("https://surety.example/problems/not-yet-known")).body("latest", notNullValue());
        As.user("xaa.reader").queryParam("series", "EXERCISE").queryParam("knownAt", "yesterday").get("/api/v1/coverage").then()
                .statusCode(400).body("type", equalTo("https://surety.example/problems/invalid-request"));
    }

    @Test
    void withoutAPartyNeitherItsPartsNorWhatWaitsForThemIsThere() {
        known.members("XAA", "XAB", "XAC");
        SampleCommitment backstop = sound("XAA", land, "300");
        SampleCommitment waiting = sound("XAB", land, "40")
                .waitingFor(new Condition(ConditionKind.COMMITMENT, backstop.id(), null, null, null));
        SampleCommitment joint = sound("XAC", land, "100")
                .sharing(List.of(new Share("XAA", new BigDecimal(25), ShareState.CONFIRMED, DECIDED)));
        SampleCommitment hidden = sound("XAC", land, "7").released(Label.national("XAC"))
                .waitingFor(new Condition(ConditionKind.PARTICIPATION, null, "XAA", null, null));
        known.commitments(backstop, waiting, joint, hidden);

        assertThat(without("xac.reader", "")).isEqualTo(List.of(447, List.of()));
        assertThat(without("xac.reader", "XAA")).isEqualTo(List.of(75, List.of("CONDITION")));
        assertThat(without("xab.reader", "XAA")).isEqualTo(List.of(75, List.of("CONDITION")));
        assertThat(without("xab.reader", known.group("XAA").toString())).isEqualTo(List.of(75, List.of("CONDITION")));
        assertThat(without("xab.reader", "XAB,XAC")).isEqualTo(List.of(300, List.of()));
        exercise("xab.reader").queryParam("with", "XAA").get("/api/v1/coverage").then().statusCode(200)
                .body("with", equalTo(List.of("XAA"))).body("without", nullValue())
                .body("priorities.requirements.flatten().assured.quantity", equalTo(List.of(300)));
        exercise("xac.reader").queryParam("without", "XAA").queryParam("requirement", land).get("/api/v1/coverage/contributions")
                .then()
                .statusCode(200).body("items.party", equalTo(List.of("XAB", "XAC", "XAC")));
        exercise("xac.reader").queryParam("without", "XAA").get("/api/v1/coverage/series").then().statusCode(200)
                .body("requirements[0].months[0].assured.quantity", equalTo(75));

        Instant before = Known.instant();
        known.commitments(backstop.withdrawn(), joint.contributing(land, "200"));
        goOn(before);
        exercise("xac.reader").queryParam("without", "XAA").queryParam("knownAt", before.toString()).get("/api/v1/coverage").then()
                .statusCode(200).body("priorities.requirements.flatten().assured.quantity", equalTo(List.of(75)));
        exercise("xac.reader").queryParam("with", "XAB").queryParam("without", "XAA").get("/api/v1/coverage").then()
                .statusCode(400).body("violations.field", equalTo(List.of("with")));
        for (String nobody : List.of("XAQ", UUID.randomUUID().toString(), "FRA")) {
            exercise("xac.reader").queryParam("without", nobody).get("/api/v1/coverage").then().statusCode(400)
                    .body("violations[0].field", equalTo("without"));
        }
    }

    private static RequestSpecification exercise(String user) {
        return As.user(user).queryParam("series", "EXERCISE");
    }

    private static List<Object> without(String user, String parties) {
        RequestSpecification question = exercise(user);
        JsonPath answer = (parties.isEmpty() ? question : question.queryParam("without", parties)).get("/api/v1/coverage").then()
                .statusCode(200).extract().jsonPath();
        return List.of(answer.get("priorities.requirements.flatten()[0].assured.quantity"),
                answer.get("priorities.requirements.flatten()[0].excluded.reason"));
    }
}
