package org.surety.delegations.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.LogOfTest;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;
import org.surety.delegations.hosting.SampleGuests;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@RealParts
class AccreditationResourceTest {

    private static final String PATH = "/api/v1/accreditations";
    private static final String PROBLEMS = "https://surety.example/problems/";
    private static final String MISSING = "00000000-0000-0000-0000-000000000001";
    private static final Map<String, Object> GRANTED = Map.of("decision", "GRANTED", "decidedOn", "2026-03-03");
    private static final Map<String, Object> REFUSED = Map.of("decision", "REFUSED", "reason", "the hall is full");

    private String gathering;
    private String delegation;
    private String person;

    @BeforeEach
    void guests() {
        SampleGuests.parties();
        gathering = SampleGuests.gathering();
        delegation = SampleGuests.delegation("XAA", gathering);
        person = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
    }

    @Test
    void theSenderAsksTheHostGrantsAndTheSenderWithdraws() {
        String id = ask(Map.of()).statusCode(201).header("ETag", "\"1\"").body("status", equalTo("REQUESTED"))
                .body("series", equalTo("EXERCISE")).body("party", equalTo("XAA")).body("host", equalTo("XAB"))
                .body("gathering", equalTo(gathering)).body("delegation", equalTo(delegation)).body("person", equalTo(person))
                .body("requestedOn", equalTo(LocalDate.now().toString())).body("decision", nullValue())
                .body("label", equalTo(Map.of("release", "NAMED", "parties", List.of("XAB")))).extract().path("id");

        decide("xab.editor", id, 1, GRANTED).statusCode(200).header("ETag", "\"2\"").body("status", equalTo("GRANTED"))
                .body("decision", equalTo(Map.of("decision", "GRANTED", "decidedOn", "2026-03-03")));
        decide("xab.editor", id, 1, GRANTED).statusCode(412).body("type", equalTo(PROBLEMS + "stale-version"));
        As.user("xab.editor").body(GRANTED).post(PATH + "/" + id + "/decisions").then().statusCode(428)
                .body("type", equalTo(PROBLEMS + "version-required"));
        // The same again changes nothing, with its day or without.
        decide("xab.editor", id, 2, GRANTED).statusCode(200).header("ETag", "\"2\"");
        decide("xab.editor", id, 2, Map.of("decision", "GRANTED")).statusCode(200).header("ETag", "\"2\"");

        withdraw("xaa.editor", id, 2, "comes by telephone").statusCode(200).header("ETag", "\"3\"")
                .body("status", equalTo("WITHDRAWN")).body("withdrawal.reason", equalTo("comes by telephone"))
                .body("withdrawal.withdrawnOn", equalTo(LocalDate.now().toString())).body("decision.decision", equalTo("GRANTED"));
        withdraw("xaa.editor", id, 3, "comes by telephone").statusCode(200).header("ETag", "\"3\"");
        As.user("xaa.editor").body(Map.of("reason", "r")).post(PATH + "/" + id + "/withdrawals").then().statusCode(428);
        withdraw("xaa.editor", id, 2, "r").statusCode(412);

        As.user("xab.reader").header("If-None-Match", "\"3\"").get(PATH + "/" + id).then().statusCode(304);
        List<LogOfTest.Entry> changes = LogOfTest.changesOf(id);
        assertThat(changes).extracting(LogOfTest.Entry::type).containsExactly("org.surety.accreditation.requested.v1",
                "org.surety.accreditation.decided.v1", "org.surety.accreditation.withdrawn.v1");
        assertThat(changes).extracting(LogOfTest.Entry::changed).containsExactly(List.of(), List.of("status", "decision"),
                List.of("status", "withdrawal"));
    }

    @Test
    void aDecisionIsTakenOnce() {
        String granted = asked();
        decide("xab.editor", granted, 1, GRANTED).statusCode(200);
        refusesAct(decide("xab.editor", granted, 2, REFUSED),
                "An accreditation that is GRANTED allows no decisions. Allowed: withdrawals.");
        withdraw("xaa.editor", granted, 2, "ill").statusCode(200);
        refusesAct(decide("xab.editor", granted, 3, GRANTED),
                "An accreditation that is WITHDRAWN allows no decisions. Allowed: nothing.");
        refusesAct(withdraw("xaa.editor", granted, 3, "other"),
                "An accreditation that is WITHDRAWN allows no withdrawals. Allowed: nothing.");

        String refused = asked();
        decide("xab.editor", refused, 1, REFUSED).statusCode(200).body("decision.reason", equalTo("the hall is full"))
                .body("decision.decidedOn", equalTo(LocalDate.now().toString()));
        refusesAct(decide("xab.editor", refused, 2, Map.of("decision", "REFUSED")),
                "An accreditation that is REFUSED allows no decisions. Allowed: nothing.");
        refusesAct(withdraw("xaa.editor", refused, 2, "r"),
                "An accreditation that is REFUSED allows no withdrawals. Allowed: nothing.");
        assertThat(LogOfTest.changesOf(refused)).hasSize(2);
    }

    @Test
    void onlyTheHostDecides() {
        String id = ask(Map.of("label", Map.of("release", "PUBLIC"))).statusCode(201).extract().path("id");
        for (String other : List.of("xaa.editor", "xac.editor", "fra.editor")) {
            decide(other, id, 1, GRANTED).statusCode(403).contentType("application/problem+json")
                    .body("type", equalTo(PROBLEMS + "not-the-host"))
                    .body("detail", equalTo("The host that was asked is XAB: only an editor of XAB decides."));
        }
        for (String role : List.of("xab.reader", "coordinator", "auditor", "operator")) {
            decide(role, id, 1, GRANTED).statusCode(403).body("type", equalTo(PROBLEMS + "not-permitted"));
        }
        As.nobody().header("If-Match", "\"1\"").body(GRANTED).post(PATH + "/" + id + "/decisions").then().statusCode(401);
        assertThat(LogOfTest.changesOf(id)).hasSize(1);
    }

    @Test
    void onlyTheSenderAsksAndWithdraws() {
        Map<String, Object> body = Map.of("delegation", delegation, "person", person);
        As.nobody().body(body).post(PATH).then().statusCode(401);
        for (String other : List.of("xab.editor", "xac.editor", "xaa.reader", "coordinator", "auditor")) {
            As.user(other).body(body).post(PATH).then().statusCode(403).body("type", equalTo(PROBLEMS + "not-permitted"));
        }
        String id = asked();
        for (String other : List.of("xab.editor", "xaa.reader", "coordinator")) {
            withdraw(other, id, 1, "r").statusCode(403).body("type", equalTo(PROBLEMS + "not-permitted"));
        }
        As.nobody().header("If-Match", "\"1\"").body(Map.of("reason", "r")).post(PATH + "/" + id + "/withdrawals").then()
                .statusCode(401);
        As.nobody().get(PATH).then().statusCode(401);
        As.nobody().get(PATH + "/" + id).then().statusCode(401);
        As.user("auditor").get(PATH).then().statusCode(403);
        As.user("operator").get(PATH + "/" + id).then().statusCode(403);
    }

    @Test
    void aPersonHasOneOpenAccreditationWithADelegation() {
        String first = asked(person);
        ask(Map.of()).statusCode(409).body("type", equalTo(PROBLEMS + "accreditation-exists"));
        decide("xab.editor", first, 1, GRANTED).statusCode(200);
        ask(Map.of("label", Map.of("release", "PUBLIC"))).statusCode(409).body("type", equalTo(PROBLEMS + "accreditation-exists"));
        withdraw("xaa.editor", first, 2, "ill").statusCode(200);
        String second = asked(person);
        decide("xab.editor", second, 1, REFUSED).statusCode(200);
        asked(person);
        // Another gathering is another matter.
        ask(Map.of("delegation", SampleGuests.delegation("XAA", SampleGuests.gathering()))).statusCode(201);
    }

    @Test
    void withoutALabelTheHostAndTheSenderAloneSeeIt() {
        String id = asked();
        assertThat(statuses(id)).containsExactly(Map.entry("xaa.reader", 200), Map.entry("xab.reader", 200),
                Map.entry("xac.reader", 404), Map.entry("xad.reader", 404), Map.entry("fra.reader", 404),
                Map.entry("coordinator", 404));
        assertThat(ids("xad.reader", "gathering", gathering)).isEmpty();
        assertThat(ids("xab.reader", "gathering", gathering)).containsExactly(id);
        // Hidden looks missing for whoever would act, too.
        decide("xad.editor", id, 1, GRANTED).statusCode(404).body("type", equalTo(PROBLEMS + "not-found"));
        withdraw("xad.editor", id, 1, "r").statusCode(404);
        decide("xab.editor", MISSING, 1, GRANTED).statusCode(404);

        String own = SampleGuests.delegation("XAB", gathering);
        String host = SampleRecords.person("xab.editor", "XAB", "MINISTER");
        String national = As.user("xab.editor").body(Map.of("delegation", own, "person", host)).post(PATH).then().statusCode(201)
                .body("label", equalTo(Map.of("release", "NATIONAL"))).extract().path("id");
        As.user("xaa.reader").get(PATH + "/" + national).then().statusCode(404);
        decide("xab.editor", national, 1, GRANTED).statusCode(200);
    }

    @Test
    void aLabelMustIncludeTheHost() {
        String rule = "must include the host XAB: NAMED with it, PUBLIC, or COALITION where the host is of the coalition";
        for (Map<String, Object> without : List.<Map<String, Object>>of(Map.of("release", "NATIONAL"),
                Map.of("release", "NAMED", "parties", List.of("XAD")))) {
            ask(Map.of("label", without)).statusCode(400).body("type", equalTo(PROBLEMS + "invalid-request"))
                    .body("violations.field", hasItem("label")).body("violations.message", hasItem(rule));
        }
        for (Map<String, Object> with : List.<Map<String, Object>>of(Map.of("release", "COALITION"), Map.of("release", "PUBLIC"),
                Map.of("release", "NAMED", "parties", List.of("XAB", "XAD")))) {
            ask(Map.of("label", with, "person", SampleRecords.person("xaa.editor", "XAA", "OTHER"))).statusCode(201)
                    .body("label", equalTo(with));
        }
        // What is released to the coalition is not released to a host outside of it.
        String outside = SampleGuests.delegation("XAA", SampleGuests.gathering(Map.of("host", "XAC")));
        ask(Map.of("delegation", outside, "label", Map.of("release", "COALITION"))).statusCode(400)
                .body("violations.field", hasItem("label"));
        ask(Map.of("delegation", outside, "label", Map.of("release", "NAMED", "parties", List.of("FRA")))).statusCode(400)
                .body("violations.field", hasItem("label.parties"));
        ask(Map.of("delegation", outside)).statusCode(201).body("label.parties", equalTo(List.of("XAC")));
    }

    @Test
    void whatTheWriterCannotSeeIsAsUnknownAsWhatIsNotThere() {
        String national = SampleGuests.delegation("XAD", gathering, Map.of("label", Map.of("release", "NATIONAL")));
        String closed = SampleGuests.gathering(Map.of("label", Map.of("release", "COALITION")));
        String behind = As.coordinator()
                .body(Map.of("gathering", closed, "party", "XAC", "sources", List.of(Map.of("text", "exercise order"))))
                .post("/api/v1/delegations").then().statusCode(201).extract().path("id");
        String ofXac = SampleRecords.person("xac.editor", "XAC", "MINISTER");
        List<String> answers = new ArrayList<>();
        for (String unknown : List.of(MISSING, national, behind)) {
            Response answer = As.user("xac.editor").body(Map.of("delegation", unknown, "person", ofXac)).post(PATH);
            assertThat(answer.statusCode()).isEqualTo(400);
            answers.add(answer.jsonPath().getString("detail") + answer.jsonPath().getList("violations"));
        }
        assertThat(answers).containsOnly("delegation must be the id of a delegation"
                + "[{field=delegation, message=must be the id of a delegation}]");
        String foreign = SampleRecords.person("xab.editor", "XAB", "OTHER");
        for (String unknown : List.of(MISSING, foreign)) {
            ask(Map.of("person", unknown)).statusCode(400).body("violations.field", hasItem("person"))
                    .body("violations.message", hasItem("must be a person of XAA"));
        }
    }

    @Test
    void theHostLearnsOfAPersonWhatIsReleasedToIt() {
        String hidden = As.user("xaa.editor")
                .body(Map.of("party", "XAA", "name", "n", "rank", "OTHER", "label", Map.of("release", "NATIONAL")))
                .post("/api/v1/persons").then().statusCode(201).extract().path("id");
        String national = SampleGuests.delegation("XAA", SampleGuests.gathering(),
                Map.of("label", Map.of("release", "NATIONAL")));
        String id = ask(Map.of("delegation", national, "person", hidden)).statusCode(201).body("person", equalTo(hidden)).extract()
                .path("id");
        As.user("xab.editor").get(PATH + "/" + id).then().statusCode(200).body("person.undisclosed", equalTo("NOT_RELEASED"))
                .body("delegation.undisclosed", equalTo("NOT_RELEASED")).body("status", equalTo("REQUESTED"));
        assertThat(As.user("xab.editor").queryParam("status", "REQUESTED").queryParam("limit", 500).get(PATH).asString())
                .contains(id).doesNotContain(hidden, national);
        decide("xab.editor", id, 1, GRANTED).statusCode(200).body("person.undisclosed", equalTo("NOT_RELEASED"));
    }

    /** What was addressed to the earlier host is released to that one and to no other. */
    @Test
    void theHostThatWasAskedDecidesThoughTheGatheringHasAnotherByNow() {
        String id = asked();
        As.coordinator().header("If-Match", "\"1\"").body(Map.of("title", "t", "host", "XAC", "startsOn", "2026-03-10"))
                .put("/api/v1/gatherings/" + gathering).then().statusCode(200);
        decide("xac.editor", id, 1, GRANTED).statusCode(404);
        decide("xab.editor", id, 1, GRANTED).statusCode(200).body("host", equalTo("XAB"));
    }

    @Test
    void aCancelledGatheringTakesNone() {
        String id = asked();
        SampleGuests.cancel(gathering);
        ask(Map.of("person", SampleRecords.person("xaa.editor", "XAA", "OTHER"))).statusCode(409)
                .body("type", equalTo(PROBLEMS + "gathering-cancelled"));
        decide("xab.editor", id, 1, GRANTED).statusCode(409).body("type", equalTo(PROBLEMS + "gathering-cancelled"));
        withdraw("xaa.editor", id, 1, "called off").statusCode(200);
    }

    @Test
    void listsAreNarrowedAndPageWithoutGapOrRepeat() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(asked());
        }
        decide("xab.editor", all.get(0), 1, GRANTED).statusCode(200);
        decide("xab.editor", all.get(1), 1, REFUSED).statusCode(200);
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            var request = As.user("xab.reader").queryParam("limit", 2).queryParam("gathering", gathering);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(PATH);
            page.then().statusCode(200);
            paged.addAll(page.jsonPath().getList("items.id"));
            cursor = page.jsonPath().getString("next");
            assertThat(page.header("Link") != null).isEqualTo(cursor != null);
        } while (cursor != null);
        assertThat(paged).containsExactlyInAnyOrderElementsOf(all).isSorted();

        assertThat(ids("xab.reader", "gathering", gathering, "status", "GRANTED")).containsExactly(all.get(0));
        assertThat(ids("xab.reader", "gathering", gathering, "status", "REFUSED")).containsExactly(all.get(1));
        assertThat(ids("xaa.reader", "delegation", delegation, "party", "XAA", "series", "EXERCISE")).hasSize(5);
        assertThat(ids("xaa.reader", "delegation", delegation, "party", "XAB")).isEmpty();
        assertThat(ids("xaa.reader", "delegation", delegation, "series", "REAL")).isEmpty();
        As.user("xaa.reader").queryParam("status", "MAYBE").get(PATH).then().statusCode(400);
        As.user("xaa.reader").queryParam("host", "XAB").get(PATH).then().statusCode(400)
                .body("detail", equalTo("Known here: cursor, delegation, gathering, knownAt, limit, party, series, status."));
    }

    @Test
    void whatWasKnownBeforeTheDecisionIsToldAfterIt() {
        Instant before = SampleGuests.recordedAt(person, 1);
        String id = asked();
        Instant requested = SampleGuests.recordedAt(id, 1);
        decide("xab.editor", id, 1, GRANTED).statusCode(200);
        Instant decided = SampleGuests.recordedAt(id, 2);

        As.user("xab.reader").queryParam("knownAt", requested.toString()).get(PATH + "/" + id).then().statusCode(200)
                .header("ETag", "\"1\"").body("status", equalTo("REQUESTED")).body("decision", nullValue());
        As.user("xab.reader").queryParam("knownAt", decided.toString()).get(PATH + "/" + id).then().statusCode(200)
                .header("ETag", "\"2\"").body("status", equalTo("GRANTED"));
        As.user("xab.reader").queryParam("knownAt", before.minusSeconds(1).toString()).get(PATH + "/" + id).then().statusCode(404);
        As.user("xad.reader").queryParam("knownAt", requested.toString()).get(PATH + "/" + id).then().statusCode(404);
        assertThat(ids("xab.reader", "gathering", gathering, "status", "REQUESTED", "knownAt", requested.toString()))
                .containsExactly(id);
        assertThat(ids("xab.reader", "gathering", gathering, "status", "REQUESTED", "knownAt", decided.toString())).isEmpty();
        assertThat(ids("xab.reader", "gathering", gathering, "knownAt", before.minusSeconds(1).toString())).isEmpty();
        As.user("xab.reader").queryParam("knownAt", Instant.now().plusSeconds(3600).toString()).get(PATH + "/" + id).then()
                .statusCode(409).body("type", equalTo(PROBLEMS + "not-yet-known"));
        As.user("xab.reader").queryParam("knownAt", Instant.now().plusSeconds(3600).toString()).get(PATH).then().statusCode(409);
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        String key = "accreditation-" + System.nanoTime();
        Map<String, Object> body = Map.of("delegation", delegation, "person", person);
        String first = As.user("xaa.editor").header("Idempotency-Key", key).body(body).post(PATH).then().statusCode(201).extract()
                .path("id");
        As.user("xaa.editor").header("Idempotency-Key", key).body(body).post(PATH).then().statusCode(201)
                .header("Idempotency-Replayed", "true").body("id", equalTo(first));
        assertThat(LogOfTest.changesOf(first)).hasSize(1);
    }

    @Test
    void badRequestsNameTheField() {
        As.user("xaa.editor").body(Map.of("person", person)).post(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("delegation")));
        As.user("xaa.editor").body(Map.of()).post(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("delegation", "person")));
        ask(Map.of("status", "GRANTED")).statusCode(400).body("violations.field", hasItem("status"));
        String id = asked();
        decide("xab.editor", id, 1, Map.of()).statusCode(400).body("violations.field", hasItem("decision"));
        decide("xab.editor", id, 1, Map.of("decision", "WITHDRAWN")).statusCode(400).body("violations.field", hasItem("decision"));
        decide("xab.editor", id, 1, Map.of("decision", "GRANTED", "reason", "r".repeat(2001))).statusCode(400)
                .body("violations.field", hasItem("reason"));
        decide("xab.editor", id, 1, Map.of("decision", "GRANTED", "decidedOn", "2026-02-30")).statusCode(400)
                .body("violations.field", hasItem("decidedOn"));
        withdraw("xaa.editor", id, 1, " ").statusCode(400).body("violations.field", hasItem("reason"));
        assertThat(LogOfTest.changesOf(id)).hasSize(1);
    }

    @Test
    void aRealDecisionHasBeenTakenWhenItIsRecorded() {
        SampleRecords.party("FRA", "COALITION_MEMBER");
        String real = SampleGuests.delegation("FRA", SampleGuests.gathering(Map.of("host", "FRA")));
        String id = SampleGuests.accreditation("FRA", real, SampleRecords.person("fra.editor", "FRA", "MINISTER"));
        decide("fra.editor", id, 1, Map.of("decision", "GRANTED", "decidedOn", LocalDate.now().plusDays(2).toString()))
                .statusCode(400)
                .body("violations.field", hasItem("decidedOn"));
        decide("fra.editor", id, 1, GRANTED).statusCode(200);
    }

    private String asked() {
        return asked(SampleRecords.person("xaa.editor", "XAA", "OTHER"));
    }

    private String asked(String person) {
        return SampleGuests.accreditation("XAA", delegation, person);
    }

    private ValidatableResponse ask(Map<String, Object> with) {
        Map<String, Object> body = new HashMap<>(Map.of("delegation", delegation, "person", person));
        body.putAll(with);
        return As.user("xaa.editor").body(body).post(PATH).then();
    }

    private static ValidatableResponse decide(String user, String id, int version, Map<String, Object> decision) {
        return As.user(user).header("If-Match", "\"" + version + "\"").body(decision).post(PATH + "/" + id + "/decisions").then();
    }

    private static ValidatableResponse withdraw(String user, String id, int version, String reason) {
        return As.user(user).header("If-Match", "\"" + version + "\"").body(Map.of("reason", reason))
                .post(PATH + "/" + id + "/withdrawals").then();
    }

    private static void refusesAct(ValidatableResponse answer, String detail) {
        answer.statusCode(409).body("type", equalTo(PROBLEMS + "accreditation-act-not-allowed")).body("detail", equalTo(detail));
    }

    private static List<Map.Entry<String, Integer>> statuses(String id) {
        return List.of("xaa.reader", "xab.reader", "xac.reader", "xad.reader", "fra.reader", "coordinator").stream()
                .map(user -> Map.entry(user, As.user(user).get(PATH + "/" + id).statusCode())).toList();
    }

    private static List<String> ids(String user, String... filter) {
        var request = As.user(user).queryParam("limit", 500);
        for (int i = 0; i < filter.length; i += 2) {
            request.queryParam(filter[i], filter[i + 1]);
        }
        return request.get(PATH).then().statusCode(200).extract().path("items.id");
    }
}
