package org.surety.delegations.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.delegations.grant.SampleGrants.fullPowers;
import static org.surety.delegations.grant.SampleGrants.grant;
import static org.surety.delegations.grant.SampleGrants.office;
import static org.surety.delegations.grant.SampleGrants.powers;
import static org.surety.delegations.grant.SampleGrants.with;
import static org.surety.delegations.grant.SampleGrants.without;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.RealParts;
import org.surety.delegations.RecordedTime;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@RealParts
class AuthorityResourceTest {

    private static final String PROBLEMS = "https://surety.example/problems/";

    private String minister;
    private String envoy;

    @BeforeEach
    void persons() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("XAB", "COALITION_MEMBER");
        SampleRecords.party("XAC");
        SampleRecords.party("EU");
        minister = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        envoy = SampleRecords.person("xaa.editor", "XAA", "SPECIAL_ENVOY");
    }

    @Test
    void aForeignMinisterActsByOfficeAlsoAfterLeavingTheDelegation() {
        String office = office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        String gathering = SampleRecords.gathering("XAA");
        String delegation = As.user("xaa.editor").body(Map.of("gathering", gathering, "party", "XAA", "head",
                Map.of("kind", "SINGLE", "persons", List.of(minister)))).post("/api/v1/delegations").then().statusCode(201)
                .extract()
                .path("id");
        byName(minister, "CONSENT_TO_BE_BOUND", "2026-03-10");
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of("reason", "other engagements", "head",
                Map.of("kind", "SINGLE", "persons", List.of(envoy)))).post("/api/v1/delegations/" + delegation + "/restructures")
                .then().statusCode(201);
        byName(minister, "CONSENT_TO_BE_BOUND", "2026-03-11")
                .body("records",
                        equalTo(List.of(Map.of("id", office, "path", "/api/v1/offices/" + office, "ground", "OFFICE", "from",
                                "2026-01-01"))))
                .body("missing", nullValue()).body("series", equalTo("EXERCISE")).body("act", equalTo("CONSENT_TO_BE_BOUND"))
                .body("scope", equalTo("ALL")).body("at", equalTo("2026-03-11")).body("party", equalTo("XAA"))
                .body("person", equalTo(minister)).body("knownAt", nullValue())
                .body("rule",
                        equalTo("Heads of state, heads of government and ministers for foreign affairs represent their state by "
                                + "virtue of their functions, without full powers (Vienna Convention on the Law of Treaties, art. 7(2)(a))."))
                .body("note", containsString("Exercise: none of this is real."))
                .body("note", containsString("NO says nothing about the world"));
        // Before the office was held nothing is on record of this person.
        ask("xaa.reader", minister, "CONSENT_TO_BE_BOUND", "2025-12-31").body("answer", equalTo("NO"));
    }

    @Test
    void anEnvoyNeedsPowersForWhatBindsAndNoneForAPromise() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        ask("xaa.reader", envoy, "POLITICAL_PROMISE", "2026-03-10").body("answer", equalTo("YES"))
                .body("ground", equalTo(Map.of("undisclosed", "NOT_APPLICABLE"))).body("records", empty())
                .body("rule", containsString("art. 7(1)")).body("missing", nullValue());
        ask("xaa.reader", envoy, "CONSENT_TO_BE_BOUND", "2026-03-10").body("answer", equalTo("NO"))
                .body("ground", equalTo(Map.of("undisclosed", "NOT_APPLICABLE"))).body("records", empty())
                .body("missing", containsString("No office, full powers")).body("rule", containsString("art. 7 and 8"));

        String powers = fullPowers("xaa.editor", "XAA", envoy, "CONSENT_TO_BE_BOUND", minister);
        ask("xaa.reader", envoy, "CONSENT_TO_BE_BOUND", "2026-12-31").body("answer", equalTo("YES"))
                .body("ground", equalTo("FULL_POWERS")).body("rule", containsString("art. 7(1)(a)"))
                .body("records", equalTo(List.of(Map.of("id", powers, "path", "/api/v1/full-powers/" + powers, "ground",
                        "FULL_POWERS", "from", "2026-01-01", "until", "2026-12-31"))));
        ask("xaa.reader", envoy, "CONSENT_TO_BE_BOUND", "2027-01-01").body("answer", equalTo("NO"));
        ask("xaa.reader", envoy, "TERMINATION", "2026-03-10").body("answer", equalTo("NO")).body("rule",
                containsString("art. 67(2)"));
    }

    @Test
    void aRevocationEndsPowersOnTheDayBefore() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        String powers = fullPowers("xaa.editor", "XAA", envoy, "TERMINATION", minister);
        Instant before = RecordedTime.of(powers, 1);
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of("revokedOn", "2026-05-01", "reason", "recalled"))
                .post("/api/v1/full-powers/" + powers + "/revocations").then().statusCode(200);
        Instant after = RecordedTime.of(powers, 2);
        ask("xaa.reader", envoy, "TERMINATION", "2026-04-30").body("answer", equalTo("YES")).body("records[0].until",
                equalTo("2026-04-30"));
        ask("xaa.reader", envoy, "TERMINATION", "2026-05-01").body("answer", equalTo("NO"));
        known("xaa.reader", envoy, "TERMINATION", "2026-05-01", before).body("answer", equalTo("YES"))
                .body("records[0].until", equalTo("2026-12-31")).body("knownAt", equalTo(before.toString()));
        known("xaa.reader", envoy, "TERMINATION", "2026-05-01", after).body("answer", equalTo("NO"));
        known("xaa.reader", envoy, "TERMINATION", "2026-04-30", before.minusNanos(1000)).body("answer", equalTo("NO"));
    }

    @Test
    void whatWasDoneWithoutPowersIsConfirmedAfterwards() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        String commitment = UUID.randomUUID().toString();
        Map<String, Object> body = with(with(powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister), "until", "2026-01-31"),
                "issuedOn", "2026-02-10");
        Instant before = RecordedTime.of(envoy, 1);
        String confirmation = grant("xaa.editor", "confirmations", with(body, "scope", commitment));
        asked("xaa.reader", question(envoy, "CONSENT_TO_BE_BOUND", "2026-01-20", "scope", commitment))
                .body("answer", equalTo("YES"))
                .body("ground", equalTo("CONFIRMATION")).body("rule", containsString("art. 8"))
                .body("records.path", contains("/api/v1/confirmations/" + confirmation)).body("scope", equalTo(commitment));
        // Another commitment, all of them, and a later day are not confirmed; nor was this one before the confirmation was known.
        ask("xaa.reader", envoy, "CONSENT_TO_BE_BOUND", "2026-01-20").body("answer", equalTo("NO"));
        asked("xaa.reader", question(envoy, "CONSENT_TO_BE_BOUND", "2026-02-01", "scope", commitment)).body("answer",
                equalTo("NO"));
        asked("xaa.reader", with(question(envoy, "CONSENT_TO_BE_BOUND", "2026-01-20", "scope", commitment), "knownAt",
                before.toString())).body("answer", equalTo("NO"));
    }

    @Test
    void theFirstGroundDecidesAndAllItsRecordsAreNamed() {
        String practice = grant("xaa.editor", "accepted-practices",
                Map.of("party", "XAA", "person", minister, "act", "ADOPTION_OF_TEXT", "from", "2026-01-01"));
        ask("xaa.reader", minister, "ADOPTION_OF_TEXT", "2026-03-10").body("ground", equalTo("PRACTICE"))
                .body("records.id", contains(practice)).body("rule", containsString("art. 7(1)(b)"));
        String foreign = office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        String deputyHead = office("xaa.editor", "XAA", minister, "HEAD_OF_GOVERNMENT");
        ask("xaa.reader", minister, "ADOPTION_OF_TEXT", "2026-03-10").body("ground", equalTo("OFFICE"))
                .body("records.id", containsInAnyOrder(foreign, deputyHead));
        ask("xaa.reader", minister, "TERMINATION", "2026-03-10").body("rule", containsString("art. 67(2)"));
        ask("xaa.reader", minister, "ISSUE_OF_POWERS", "2026-03-10").body("answer", equalTo("YES")).body("rule",
                containsString("art. 2(1)(c)"));
    }

    @Test
    void aScopeIsCoveredByItselfAndByPowersWithoutLimit() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        String limited = grant("xaa.editor", "full-powers",
                with(powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister), "scope", "MULTINATIONAL_FORCE"));
        asked("xaa.reader", question(envoy, "CONSENT_TO_BE_BOUND", "2026-03-10", "scope", "MULTINATIONAL_FORCE"))
                .body("records.id", contains(limited));
        asked("xaa.reader", question(envoy, "CONSENT_TO_BE_BOUND", "2026-03-10", "scope", "CEASEFIRE_MONITORING")).body("answer",
                equalTo("NO"));
        for (Map<String, Object> all : List.of(question(envoy, "CONSENT_TO_BE_BOUND", "2026-03-10"),
                question(envoy, "CONSENT_TO_BE_BOUND", "2026-03-10", "scope", "ALL"))) {
            asked("xaa.reader", all).body("answer", equalTo("NO"));
        }
        String unlimited = fullPowers("xaa.editor", "XAA", envoy, "CONSENT_TO_BE_BOUND", minister);
        asked("xaa.reader", question(envoy, "CONSENT_TO_BE_BOUND", "2026-03-10", "scope", "MULTINATIONAL_FORCE"))
                .body("records.id", containsInAnyOrder(limited, unlimited));
        ask("xaa.reader", envoy, "CONSENT_TO_BE_BOUND", "2026-03-10").body("records.id", contains(unlimited));
    }

    @Test
    void aRankAloneIsProvisional() {
        String president = SampleRecords.person("xaa.editor", "XAA", "HEAD_OF_STATE");
        Instant before = RecordedTime.of(president, 1);
        ask("xaa.reader", president, "CONSENT_TO_BE_BOUND", "2026-03-10").body("answer", equalTo("PROVISIONAL"))
                .body("ground.undisclosed", equalTo("NOT_APPLICABLE")).body("records", empty())
                .body("missing", containsString("HEAD_OF_STATE")).body("rule", containsString("art. 7(2)(a)"));
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of("name", "n", "rank", "MINISTER"))
                .put("/api/v1/persons/" + president).then().statusCode(200);
        ask("xaa.reader", president, "CONSENT_TO_BE_BOUND", "2026-03-10").body("answer", equalTo("NO"));
        known("xaa.reader", president, "CONSENT_TO_BE_BOUND", "2026-03-10", before).body("answer", equalTo("PROVISIONAL"));
    }

    @Test
    void theHeadOfAnOrganisationIssuesItsPowersAndBindsItByThem() {
        List<Map<String, String>> source = List.of(Map.of("text", "exercise order"));
        String head = SampleRecords.person("coordinator", "EU", "HEAD_OF_ORGANISATION");
        grant("coordinator", "offices",
                Map.of("party", "EU", "person", head, "office", "HEAD_OF_ORGANISATION", "from", "2026-01-01",
                        "sources", source));
        Map<String, Object> issue = with(question(head, "ISSUE_OF_POWERS", "2026-03-10"), "party", "EU");
        asked("xaa.reader", issue).body("answer", equalTo("YES")).body("series", equalTo("REAL"))
                .body("rule", containsString("1986, art. 2(1)(c)")).body("note", not(containsString("Exercise")));
        asked("xaa.reader", with(issue, "act", "CONSENT_TO_BE_BOUND")).body("answer", equalTo("NO")).body("rule",
                containsString("1986"));
    }

    @Test
    void aPersonOfAnotherPartyDoesNotActForThisOne() {
        String foreign = SampleRecords.person("xab.editor", "XAB", "HEAD_OF_STATE");
        office("xab.editor", "XAB", foreign, "HEAD_OF_STATE");
        for (String act : List.of("CONSENT_TO_BE_BOUND", "POLITICAL_PROMISE")) {
            ask("xaa.reader", foreign, act, "2026-03-10").body("answer", equalTo("NO")).body("records", empty())
                    .body("missing", equalTo("The person is of XAB. Only a person of XAA acts for it."));
        }
        asked("xaa.reader", with(question(foreign, "CONSENT_TO_BE_BOUND", "2026-03-10"), "party", "XAB")).body("answer",
                equalTo("YES"));
    }

    @Test
    void todayIsAskedWhenNoDayIs() {
        office("xaa.editor", "XAA", minister, "HEAD_OF_STATE");
        asked("xaa.reader", without(question(minister, "TERMINATION", "x"), "at")).body("answer", equalTo("YES")).body("at",
                equalTo(LocalDate.now(ZoneOffset.UTC).toString()));
    }

    @Test
    void hiddenPowersChangeNoByteOfTheAnswer() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        fullPowers("xaa.editor", "XAA", envoy, "TERMINATION", minister);
        List<Map<String, Object>> questions = List.of(question(envoy, "CONSENT_TO_BE_BOUND", "2026-03-10"),
                question(envoy, "CONSENT_TO_BE_BOUND", "2026-03-10", "scope", "MULTINATIONAL_FORCE"),
                question(envoy, "TERMINATION", "2026-03-10"));
        List<byte[]> before = questions.stream().map(question -> bytes("xab.reader", question)).toList();
        Map<String, Object> hidden = with(powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister), "label",
                Map.of("release", "NATIONAL"));
        grant("xaa.editor", "full-powers", hidden);
        grant("xaa.editor", "full-powers", with(hidden, "scope", "MULTINATIONAL_FORCE"));
        grant("xaa.editor", "accepted-practices", without(with(hidden, "act", "TERMINATION"), "issuedBy", "issuedOn"));
        List<byte[]> after = questions.stream().map(question -> bytes("xab.reader", question)).toList();
        for (int i = 0; i < questions.size(); i++) {
            assertThat(after.get(i)).as(questions.get(i).toString()).isEqualTo(before.get(i));
        }
        ask("xaa.reader", envoy, "CONSENT_TO_BE_BOUND", "2026-03-10").body("answer", equalTo("YES"));
    }

    @Test
    void whoIsNotThereOrNotReleasedIsNotFound() {
        String secret = As.user("xaa.editor").body(Map.of("party", "XAA", "name", "n", "rank", "MINISTER", "label",
                Map.of("release", "NATIONAL"))).post("/api/v1/persons").then().statusCode(201).extract().path("id");
        Map<String, Object> hidden = notFound(question(secret, "TERMINATION", "2026-03-10"));
        Map<String, Object> missing = notFound(question(UUID.randomUUID().toString(), "TERMINATION", "2026-03-10"));
        Map<String, Object> noParty = notFound(with(question(envoy, "TERMINATION", "2026-03-10"), "party", "XZZ"));
        assertThat(hidden).isEqualTo(missing).isEqualTo(noParty).containsEntry("type", PROBLEMS + "not-found");
        Instant before = RecordedTime.of(envoy, 1).minusNanos(1000);
        assertThat(notFound(with(question(envoy, "TERMINATION", "2026-03-10"), "knownAt", before.toString()))).isEqualTo(missing);
    }

    @Test
    void whatIsMissingFromTheQuestionIsNamed() {
        As.user("xaa.reader").get("/api/v1/authority").then().statusCode(400).body("violations.field",
                contains("party", "person", "act"));
        refuse("act", "WAR");
        refuse("scope", "EVERYTHING");
        refuse("at", "yesterday");
        refuse("knownAt", "2026-01-01");
        refuse("person", "x");
        As.user("xaa.reader").queryParams(with(question(envoy, "TERMINATION", "2026-03-10"), "asOf", "2026-01-01"))
                .get("/api/v1/authority").then().statusCode(400).body("type", equalTo(PROBLEMS + "unknown-parameter"));
        As.user("xaa.reader").queryParams(with(question(envoy, "TERMINATION", "2026-03-10"), "knownAt", "2999-01-01T00:00:00Z"))
                .get("/api/v1/authority").then().statusCode(409).body("type", equalTo(PROBLEMS + "not-yet-known"))
                .body("latest", notNullValue());
        As.nobody().queryParams(question(envoy, "TERMINATION", "2026-03-10")).get("/api/v1/authority").then().statusCode(401);
        As.user("auditor").queryParams(question(envoy, "TERMINATION", "2026-03-10")).get("/api/v1/authority").then()
                .statusCode(403);
        As.coordinator().queryParams(question(envoy, "TERMINATION", "2026-03-10")).get("/api/v1/authority").then().statusCode(200);
    }

    private void refuse(String field, String value) {
        As.user("xaa.reader").queryParams(with(question(envoy, "TERMINATION", "2026-03-10"), field, value)).get("/api/v1/authority")
                .then().statusCode(400).body("violations.field", contains(field));
    }

    private static ValidatableResponse byName(String person, String act, String day) {
        return ask("xac.reader", person, act, day).body("answer", equalTo("YES")).body("ground", equalTo("OFFICE"))
                .body("records", hasSize(1));
    }

    private static ValidatableResponse ask(String user, String person, String act, String day) {
        return asked(user, question(person, act, day));
    }

    private static ValidatableResponse known(String user, String person, String act, String day, Instant knownAt) {
        return asked(user, with(question(person, act, day), "knownAt", knownAt.toString()));
    }

    private static ValidatableResponse asked(String user, Map<String, Object> question) {
        return As.user(user).queryParams(question).get("/api/v1/authority").then().statusCode(200);
    }

    private static byte[] bytes(String user, Map<String, Object> question) {
        Response answer = As.user(user).queryParams(question).get("/api/v1/authority");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asByteArray();
    }

    /** The body without what is of the request alone. */
    private static Map<String, Object> notFound(Map<String, Object> question) {
        Map<String, Object> body = new HashMap<>(As.user("xab.reader").queryParams(question).get("/api/v1/authority").then()
                .statusCode(404).extract().jsonPath().getMap(""));
        body.remove("traceId");
        return body;
    }

    private static Map<String, Object> question(String person, String act, String day) {
        return new HashMap<>(Map.of("party", "XAA", "person", person, "act", act, "at", day));
    }

    private static Map<String, Object> question(String person, String act, String day, String field, String value) {
        return with(question(person, act, day), field, value);
    }
}
