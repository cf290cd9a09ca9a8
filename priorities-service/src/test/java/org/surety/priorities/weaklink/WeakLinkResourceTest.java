package org.surety.priorities.weaklink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.priorities.requirement.SampleRequirement.observers;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.SettableClock;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@RealParts
class WeakLinkResourceTest {

    private static final String PATH = "/api/v1/weak-links";
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
    void threeMembers() {
        database.clear();
        known.members("XAA", "XAB", "XAC", "XAI");
        clock.set(LocalDate.of(2026, 5, 10));
    }

    @AfterEach
    void machineTime() {
        clock.set(null);
    }

    private static SampleCommitment sound(String party) {
        return SampleCommitment.of(party).decided(APRIL, null).ready(APRIL);
    }

    private static Response read(String user, int upTo) {
        Response answer = As.user(user).queryParam("series", "EXERCISE").queryParam("upTo", upTo).get(PATH);
        answer.then().statusCode(200);
        return answer;
    }

    private static Condition on(SampleCommitment other) {
        return new Condition(ConditionKind.COMMITMENT, other.id(), null, null, null);
    }

    private static Condition onParty(String party) {
        return new Condition(ConditionKind.PARTICIPATION, null, party, null, null);
    }

    @Test
    void theBackstopTheApprovalAndThePartyWithoutWhichItFalls() {
        UUID land = stated(soldiers());
        SampleApproval vote = SampleApproval.open();
        known.approvals(vote.granted(LocalDate.of(2026, 3, 1)));
        SampleCommitment backstop = sound("XAI").titled("Backstop");
        SampleCommitment waiting = sound("XAA").titled("A regiment").contributing(land, "400").waitingFor(on(backstop))
                .needing(vote.id());
        SampleCommitment free = sound("XAB").contributing(land, "400");
        known.commitments(backstop, waiting, free, sound("XAC").contributing(land, "300"));

        Response answer = read("xaa.reader", 2);
        answer.then().body("asOf", equalTo("2026-05-10")).body("searchedUpTo", equalTo(2)).body("note", containsString("exercise"))
                .body("requirements.requirement", contains(land.toString())).body("requirements[0].minimum", equalTo(750))
                .body("requirements[0].assured", equalTo(1100)).body("requirements[0].belowMinimum", equalTo(false))
                .body("requirements[0].missing", nullValue())
                .body("requirements[0].links.findAll { it.kind == 'BACKSTOP' }.commitment", contains(backstop.id().toString()))
                .body("requirements[0].links.findAll { it.kind == 'BACKSTOP' }.party", contains("XAI"))
                .body("requirements[0].links.findAll { it.kind == 'BACKSTOP' }.title", contains("Backstop"))
                .body("requirements[0].links.findAll { it.kind == 'APPROVAL' }.approval", contains(vote.id().toString()))
                .body("requirements[0].links.findAll { it.kind == 'APPROVAL' }.title", contains("Deployment"))
                .body("requirements[0].links.findAll { it.kind == 'APPROVAL' }.falling.flatten()",
                        contains(Map.of("commitment", waiting.id().toString(), "party", "XAA", "title", "A regiment")))
                .body("requirements[0].links.findAll { it.kind == 'PARTY' }.party", contains("XAA", "XAB", "XAI"))
                .body("requirements[0].links.findAll { it.kind == 'COMMITMENT' }.commitment.sort()",
                        equalTo(List.of(waiting, free).stream().map(one -> one.id().toString()).sorted().toList()))
                .body("requirements[0].links.findAll { it.kind == 'COMMITMENT' }.title",
                        containsInAnyOrder("A regiment", "A promise"))
                .body("requirements[0].links.left.unique()", contains(700))
                .body("requirements[0].sets", hasSize(0)).body("requirements[0].parties.of", equalTo(4));

        // A grant that cannot be taken back is no weak link.
        ObjectNode irrevocable = json.valueToTree(vote.granted(LocalDate.of(2026, 3, 1)).state());
        irrevocable.put("revocable", false);
        known.approval(known.change("approval.moved", vote.id().toString(), 3, Label.openToAll(), irrevocable));
        read("xaa.reader", 1).then().body("requirements[0].links.kind", not(hasItem("APPROVAL")))
                .body("requirements[0].links.kind", hasItem("BACKSTOP"));

        // Without the backstop it is below, and nothing more is taken away.
        known.commitments(backstop.withdrawn());
        read("xaa.reader", 3).then().body("requirements[0].belowMinimum", equalTo(true))
                .body("requirements[0].missing", equalTo(50))
                .body("requirements[0].links", hasSize(0));
    }

    @Test
    void pairsOnRequestAndNoneUpToThree() {
        UUID land = stated(soldiers());
        for (String party : List.of("XAA", "XAB", "XAC")) {
            known.commitments(sound(party).contributing(land, "500"));
        }
        read("xaa.reader", 1).then().body("requirements[0].links", hasSize(0)).body("requirements[0].sets", hasSize(0))
                .body("requirements[0].parties", nullValue());
        read("xaa.reader", 2).then().body("requirements[0].sets.parties",
                contains(List.of("XAA", "XAB"), List.of("XAA", "XAC"), List.of("XAB", "XAC")))
                .body("requirements[0].sets.left", contains(500, 500, 500));
        known.commitments(sound("XAI").contributing(land, "500"));
        read("xaa.reader", 3).then().body("requirements[0].sets.parties", hasSize(4))
                .body("requirements[0].sets.parties", hasItem(List.of("XAA", "XAB", "XAI")));
        known.commitments(sound("XAD").contributing(land, "1000"));
        read("xaa.reader", 3).then().body("searchedUpTo", equalTo(3)).body("requirements[0].links", hasSize(0))
                .body("requirements[0].sets", hasSize(0));
    }

    @Test
    void whatIsHiddenIsNoWeakLinkAndChangesNoByte() {
        UUID land = stated(soldiers());
        known.commitments(sound("XAA").contributing(land, "800"));
        String before = read("xab.reader", 3).asString();
        known.commitments(sound("XAA").contributing(land, "800")
                .released(Label.of(Release.NAMED, Series.EXERCISE, "XAA", List.of("XAC"))));
        SampleCommitment one = sound("XAA");
        SampleCommitment two = sound("XAB").waitingFor(on(one));
        Label named = Label.of(Release.NAMED, Series.EXERCISE, "XAA", List.of("XAC"));
        known.commitments(two.released(named), one.waitingFor(on(two)).released(named));
        assertThat(read("xab.reader", 3).asString()).isEqualTo(before);
        read("xac.reader", 3).then().body("requirements[0].assured", equalTo(1600))
                .body("requirements[0].links.kind", contains("PARTY")).body("circles", hasSize(1));
        // To who sees the commitment and not how much it is, nothing is assured.
        known.commitments(sound("XAC").contributing(land, "800").amountsReleased(named));
        read("xab.reader", 1).then().body("requirements[0].assured", equalTo(800)).body("requirements[0].undisclosed", equalTo(1))
                .body("requirements[0].links.kind", hasItem("PARTY"));
    }

    @Test
    void circularConditionsAreListed() {
        SampleCommitment first = sound("XAA").titled("First");
        SampleCommitment second = sound("XAB").waitingFor(on(first));
        known.commitments(first.waitingFor(onParty("XAB")), second, sound("XAC").waitingFor(on(second)));
        read("xaa.reader", 1).then().body("circles", hasSize(1)).body("circles[0].parties", contains("XAA", "XAB"))
                .body("circles[0].commitments.find { it.party == 'XAA' }.waitsFor", contains(second.id().toString()))
                .body("circles[0].commitments.find { it.party == 'XAA' }.title", equalTo("First"))
                .body("circlesCut", equalTo(false));
        // Another promise by which XAB takes part opens the circle.
        known.commitments(sound("XAB"));
        read("xaa.reader", 1).then().body("circles", hasSize(0));
    }

    /** It counts for nothing yet; confirmed, it would still wait. */
    @Test
    void aCircleGoesThroughAPromiseWithoutAuthority() {
        SampleCommitment first = sound("XAA");
        SampleCommitment second = sound("XAB").waitingFor(on(first)).judged(AuthorityAnswer.NO);
        known.commitments(first.waitingFor(onParty("XAB")), second);
        read("xaa.reader", 1).then().body("circles", hasSize(1)).body("circles[0].parties", contains("XAA", "XAB"));
    }

    @Test
    void badQuestionsNameTheRule() {
        As.user("xaa.reader").get(PATH).then().statusCode(400).body("violations.field", hasItem("series"));
        for (String upTo : List.of("0", "4", "two")) {
            As.user("xaa.reader").queryParam("series", "EXERCISE").queryParam("upTo", upTo).get(PATH).then().statusCode(400)
                    .body("violations.field", hasItem("upTo"));
        }
        As.user("xaa.reader").queryParam("series", "EXERCISE").queryParam("asOf", "3026-01-01").get(PATH).then().statusCode(400)
                .body("violations.field", hasItem("asOf"));
        UUID hidden = stated(observers());
        As.user("fra.reader").queryParam("series", "EXERCISE").queryParam("requirement", hidden).get(PATH).then().statusCode(404)
                .body("type", equalTo("https://surety.example/problems/not-found"));
        As.user("xaa.reader").queryParam("series", "EXERCISE").queryParam("requirement", hidden).get(PATH).then().statusCode(200)
                .body("requirements", hasSize(1));
        As.nobody().queryParam("series", "EXERCISE").get(PATH).then().statusCode(401);
        As.user("auditor").queryParam("series", "EXERCISE").get(PATH).then().statusCode(403);
    }
}
