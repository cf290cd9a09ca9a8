package org.surety.delegations.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.delegations.grant.SampleGrants.grant;
import static org.surety.delegations.grant.SampleGrants.office;
import static org.surety.delegations.grant.SampleGrants.powers;
import static org.surety.delegations.grant.SampleGrants.with;
import static org.surety.delegations.grant.SampleGrants.without;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.LogOfTest;
import org.surety.delegations.RealParts;
import org.surety.delegations.RecordedTime;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@RealParts
class GrantResourceTest {

    private static final String PROBLEMS = "https://surety.example/problems/";
    private static final List<Map<String, String>> SOURCE = List.of(Map.of("text", "exercise order 4/2026"));

    private String minister;
    private String envoy;

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("XAB", "COALITION_MEMBER");
        SampleRecords.party("XAC");
        SampleRecords.party("EU");
        minister = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        envoy = SampleRecords.person("xaa.editor", "XAA", "SPECIAL_ENVOY");
    }

    @Test
    void anOfficeIsPublicAndPowersAreForTheCoalitionUnlessTheirLabelSaysOtherwise() {
        String office = office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        String powers = grant("xaa.editor", "full-powers", with(with(powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister), "scope",
                "MULTINATIONAL_FORCE"), "issuingAuthority", "the ministry"));

        As.user("xac.reader").get("/api/v1/offices/" + office).then().statusCode(200).header("ETag", "\"1\"")
                .body("label.release", equalTo("PUBLIC")).body("ground", equalTo("OFFICE")).body("person", equalTo(minister))
                .body("office", equalTo("FOREIGN_MINISTER")).body("act", nullValue()).body("scope", equalTo("ALL"))
                .body("from", equalTo("2026-01-01")).body("until", nullValue()).body("series", equalTo("EXERCISE"));
        As.user("xac.reader").get("/api/v1/full-powers/" + powers).then().statusCode(404);
        As.user("xab.reader").get("/api/v1/full-powers/" + powers).then().statusCode(200)
                .body("label.release", equalTo("COALITION")).body("act", equalTo("CONSENT_TO_BE_BOUND"))
                .body("scope", equalTo("MULTINATIONAL_FORCE")).body("issuedBy", equalTo(minister))
                .body("issuedOn", equalTo("2026-01-01")).body("issuingAuthority", equalTo("the ministry"));
        // Each ground has its path: under another the record is not there.
        As.user("xaa.reader").get("/api/v1/offices/" + powers).then().statusCode(404);
        As.user("xaa.editor").body(revocation("2026-05-01")).header("If-Match", "\"1\"")
                .post("/api/v1/confirmations/" + powers + "/revocations").then().statusCode(404);
    }

    @Test
    void whatIsLeftOutIsToday() {
        office("xaa.editor", "XAA", minister, "HEAD_OF_STATE");
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Map<String, Object> body = Map.of("party", "XAA", "person", envoy, "act", "TERMINATION", "from", today, "issuedBy",
                minister);
        String id = grant("xaa.editor", "full-powers", body);
        As.user("xaa.reader").get("/api/v1/full-powers/" + id).then().body("issuedOn", equalTo(today)).body("scope",
                equalTo("ALL"));
        // A correction that leaves it out keeps what is on record, here the same day, and so changes nothing.
        As.user("xaa.editor").header("If-Match", "\"1\"").body(without(body, "party", "person"))
                .put("/api/v1/full-powers/" + id).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void aCorrectionKeepsWhatWasBelieved() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        Map<String, Object> body = powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister);
        String id = grant("xaa.editor", "full-powers", body);
        Instant before = RecordedTime.of(id, 1);
        Map<String, Object> shorter = without(with(body, "until", "2026-06-30"), "party", "person");

        As.user("xaa.editor").body(shorter).put("/api/v1/full-powers/" + id).then().statusCode(428);
        As.user("xaa.editor").header("If-Match", "\"1\"").body(shorter).put("/api/v1/full-powers/" + id).then().statusCode(200)
                .header("ETag", "\"2\"").body("until", equalTo("2026-06-30"));
        As.user("xaa.editor").header("If-Match", "\"1\"").body(shorter).put("/api/v1/full-powers/" + id).then().statusCode(412);
        As.user("xaa.editor").header("If-Match", "\"2\"").body(shorter).put("/api/v1/full-powers/" + id).then().statusCode(200)
                .header("ETag", "\"2\"");
        Instant after = RecordedTime.of(id, 2);

        As.user("xab.reader").queryParam("knownAt", before.toString()).get("/api/v1/full-powers/" + id).then().statusCode(200)
                .header("ETag", "\"1\"").body("until", equalTo("2026-12-31"));
        As.user("xab.reader").queryParam("knownAt", after.toString()).get("/api/v1/full-powers/" + id).then()
                .header("ETag", "\"2\"")
                .body("until", equalTo("2026-06-30"));
        As.user("xab.reader").queryParam("knownAt", "2026-01-01T00:00:00Z").get("/api/v1/full-powers/" + id).then()
                .statusCode(404);
        listed("xab.reader", "full-powers", Map.of("person", envoy, "validOn", "2026-09-01")).body("items", hasSize(0));
        listed("xab.reader", "full-powers", Map.of("person", envoy, "validOn", "2026-09-01", "knownAt", before.toString()))
                .body("items.id", contains(id)).body("items[0].version", equalTo(1));

        List<LogOfTest.Entry> changes = LogOfTest.changesOf(id);
        assertThat(changes).extracting(LogOfTest.Entry::type).containsExactly("org.surety.authority.granted.v1",
                "org.surety.authority.amended.v1");
        assertThat(changes.get(1).changed()).containsExactly("until");
        assertThat(RecordedTime.reasonOf(id, 2)).isEqualTo("CORRECTION");
        assertThat(changes.get(1).state()).contains("\"until\":\"2026-06-30\"");
    }

    @Test
    void aRevocationCutsThePeriodOnce() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        Map<String, Object> body = powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister);
        String id = grant("xaa.editor", "full-powers", body);
        String path = "/api/v1/full-powers/" + id + "/revocations";

        As.user("xaa.editor").body(revocation("2026-05-01")).post(path).then().statusCode(428);
        As.user("xaa.editor").header("If-Match", "\"1\"").body(revocation("2026-05-01")).post(path).then().statusCode(200)
                .header("ETag", "\"2\"").body("until", equalTo("2026-12-31")).body("revocation.revokedOn", equalTo("2026-05-01"))
                .body("revocation.reason", equalTo("recalled"));
        As.user("xaa.editor").header("If-Match", "\"2\"").body(revocation("2026-05-01")).post(path).then().statusCode(200)
                .header("ETag", "\"2\"");
        As.user("xaa.editor").header("If-Match", "\"2\"").body(revocation("2026-05-02")).post(path).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "already-revoked"))
                .body("detail", equalTo("It was revoked on 2026-05-01 and stands as it is. Record a new one instead."));
        As.user("xaa.editor").header("If-Match", "\"2\"").body(without(with(body, "until", "2026-04-01"), "party", "person"))
                .put("/api/v1/full-powers/" + id).then().statusCode(409).body("type", equalTo(PROBLEMS + "already-revoked"));

        listed("xab.reader", "full-powers", Map.of("person", envoy, "validOn", "2026-04-30")).body("items.id", contains(id));
        listed("xab.reader", "full-powers", Map.of("person", envoy, "validOn", "2026-05-01")).body("items", hasSize(0));
        List<LogOfTest.Entry> changes = LogOfTest.changesOf(id);
        assertThat(changes).extracting(LogOfTest.Entry::type).containsExactly("org.surety.authority.granted.v1",
                "org.surety.authority.revoked.v1");
        assertThat(changes.get(1).state()).contains("\"until\":\"2026-04-30\"").doesNotContain("recalled");
        assertThat(changes.get(1).changed()).containsExactly("revocation");
    }

    @Test
    void powersForTheSameMayNotOverlap() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        Map<String, Object> body = powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister);
        String first = grant("xaa.editor", "full-powers", with(body, "until", "2026-03-31"));
        overlap("full-powers", with(body, "from", "2026-03-31")).body("detail", equalTo("The period overlaps with that of "
                + "/api/v1/full-powers/" + first + ". Correct that one, or revoke it first."));
        overlap("full-powers", without(body, "until"));

        // The day after, another act, another scope and another person are no overlap; nor is what was revoked.
        String second = grant("xaa.editor", "full-powers", with(body, "from", "2026-04-01"));
        grant("xaa.editor", "full-powers", with(body, "act", "TERMINATION"));
        grant("xaa.editor", "full-powers", with(body, "scope", "MULTINATIONAL_FORCE"));
        grant("xaa.editor", "full-powers", with(body, "person", minister));
        As.user("xaa.editor").header("If-Match", "\"1\"")
                .body(without(with(body, "until", "2026-04-01"), "party", "person")).put("/api/v1/full-powers/" + first)
                .then().statusCode(409).body("type", equalTo(PROBLEMS + "powers-overlap"));
        As.user("xaa.editor").get("/api/v1/full-powers/" + first).then().header("ETag", "\"1\"");
        As.user("xaa.editor").header("If-Match", "\"1\"").body(revocation("2026-06-01"))
                .post("/api/v1/full-powers/" + second + "/revocations").then().statusCode(200);
        grant("xaa.editor", "full-powers", with(body, "from", "2026-05-01"));

        // Practices and confirmations may repeat what others say.
        Map<String, Object> practice = Map.of("party", "XAA", "person", envoy, "act", "ADOPTION_OF_TEXT", "from", "2026-01-01");
        grant("xaa.editor", "accepted-practices", practice);
        grant("xaa.editor", "accepted-practices", practice);
    }

    @Test
    void nobodyHasTheSameOfficeTwiceAtOnce() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        overlap("offices", Map.of("party", "XAA", "person", minister, "office", "FOREIGN_MINISTER", "from", "2025-06-01"));
        grant("xaa.editor", "offices", Map.of("party", "XAA", "person", minister, "office", "FOREIGN_MINISTER", "from",
                "2025-06-01", "until", "2025-12-31"));
        office("xaa.editor", "XAA", minister, "HEAD_OF_GOVERNMENT");
        office("xaa.editor", "XAA", envoy, "FOREIGN_MINISTER");
    }

    @Test
    void powersComeFromWhoMayIssueThem() {
        Map<String, Object> body = powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister);
        withoutAuthority("full-powers", body);
        // The rank of a head of state is not the office.
        String president = SampleRecords.person("xaa.editor", "XAA", "HEAD_OF_STATE");
        withoutAuthority("full-powers", with(body, "issuedBy", president));

        // An office on another day does not help: neither before it was held nor after.
        grant("xaa.editor", "offices", Map.of("party", "XAA", "person", minister, "office", "FOREIGN_MINISTER", "from",
                "2026-02-01", "until", "2026-02-28"));
        withoutAuthority("full-powers", body);
        withoutAuthority("full-powers", with(with(body, "issuedOn", "2026-03-01"), "from", "2026-03-01"));
        String id = grant("xaa.editor", "full-powers", with(with(body, "issuedOn", "2026-02-28"), "from", "2026-03-01"));
        // A correction may not take the ground away either; leaving the issue as it is, it stands.
        Map<String, Object> correction = without(with(body, "from", "2026-03-02"), "party", "person");
        As.user("xaa.editor").header("If-Match", "\"1\"").body(with(correction, "issuedOn", "2026-03-01"))
                .put("/api/v1/full-powers/" + id).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "issuer-without-authority"));
        As.user("xaa.editor").header("If-Match", "\"1\"").body(without(correction, "issuedOn")).put("/api/v1/full-powers/" + id)
                .then().statusCode(200).body("issuedOn", equalTo("2026-02-28"));

        Map<String, Object> confirmation = without(with(with(body, "until", "2026-01-31"), "issuedOn", "2026-02-01"), "x");
        grant("xaa.editor", "confirmations", confirmation);
        withoutAuthority("confirmations", with(confirmation, "issuedOn", "2026-03-01"));
    }

    @Test
    void powersToIssuePowersMayBeIssuedForAScope() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        String deputy = SampleRecords.person("xaa.editor", "XAA", "DEPUTY_MINISTER");
        Map<String, Object> issue = powers("XAA", deputy, "ISSUE_OF_POWERS", minister);
        grant("xaa.editor", "full-powers", with(issue, "scope", "MULTINATIONAL_FORCE"));
        Map<String, Object> body = powers("XAA", envoy, "CONSENT_TO_BE_BOUND", deputy);
        withoutAuthority("full-powers", body);
        withoutAuthority("full-powers", with(body, "scope", "CEASEFIRE_MONITORING"));
        grant("xaa.editor", "full-powers", with(body, "scope", "MULTINATIONAL_FORCE"));
        // An accepted practice is no power to issue powers.
        String clerk = SampleRecords.person("xaa.editor", "XAA", "SENIOR_OFFICIAL");
        grant("xaa.editor", "accepted-practices",
                Map.of("party", "XAA", "person", clerk, "act", "ISSUE_OF_POWERS", "from", "2026-01-01"));
        withoutAuthority("full-powers", with(body, "issuedBy", clerk));
    }

    @Test
    void powersIssuedByThemselvesAreNone() {
        String deputy = SampleRecords.person("xaa.editor", "XAA", "DEPUTY_MINISTER");
        withoutAuthority("full-powers", powers("XAA", deputy, "ISSUE_OF_POWERS", deputy));
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        Map<String, Object> body = powers("XAA", deputy, "ISSUE_OF_POWERS", minister);
        String id = grant("xaa.editor", "full-powers", body);
        As.user("xaa.editor").header("If-Match", "\"1\"").body(without(with(body, "issuedBy", deputy), "party", "person"))
                .put("/api/v1/full-powers/" + id).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "issuer-without-authority"));
    }

    @Test
    void badRequestsNameTheField() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        String foreign = SampleRecords.person("xab.editor", "XAB", "MINISTER");
        Map<String, Object> body = powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister);
        refuse("act", with(body, "act", "DECLARATION_OF_WAR"));
        refuse("act", with(body, "act", "POLITICAL_PROMISE"));
        refuse("act", without(body, "act"));
        refuse("office", with(body, "office", "FOREIGN_MINISTER"));
        refuse("office", with(body, "office", "KING"));
        refuse("scope", with(body, "scope", "EVERYTHING"));
        refuse("until", with(body, "until", "2025-12-31"));
        refuse("from", without(body, "from"));
        refuse("from", with(body, "from", "2025-12-31"));
        refuse("issuedOn", with(body, "issuedOn", "2999-01-01"));
        refuse("issuedBy", without(body, "issuedBy"));
        refuse("issuedBy", with(body, "issuedBy", foreign));
        refuse("issuedBy", with(body, "issuedBy", "00000000-0000-0000-0000-000000000001"));
        refuse("person", with(body, "person", foreign));
        refuse("person", with(body, "person", "00000000-0000-0000-0000-000000000001"));
        refuse("person", without(body, "person"));
        refuse("party", with(body, "party", "XZZ"));
        refuse("issuingAuthority", with(body, "issuingAuthority", "x".repeat(301)));
        refuse("label.parties", with(body, "label", Map.of("release", "NAMED")));
        refuse("personName", with(body, "personName", "n"));

        String id = grant("xaa.editor", "full-powers", body);
        for (Map<String, Object> act : List.of(Map.<String, Object>of("reason", "r"), with(revocation("2026-05-01"), "reason",
                "x".repeat(2001)), with(revocation("2026-05-01"), "reason", " "))) {
            As.user("xaa.editor").header("If-Match", "\"1\"").body(act).post("/api/v1/full-powers/" + id + "/revocations").then()
                    .statusCode(400).body("violations.field", hasItem(act.containsKey("revokedOn") ? "reason" : "revokedOn"));
        }
        for (Map.Entry<String, String> filter : Map.of("act", "WAR", "scope", "EVERYTHING", "validOn", "yesterday", "knownAt",
                "2026-01-01", "person", "x").entrySet()) {
            As.user("xaa.reader").queryParam(filter.getKey(), filter.getValue()).get("/api/v1/full-powers").then().statusCode(400)
                    .body("violations.field", hasItem(filter.getKey()));
        }
        As.user("xaa.reader").queryParam("ground", "OFFICE").get("/api/v1/full-powers").then().statusCode(400)
                .body("type", equalTo(PROBLEMS + "unknown-parameter"));
    }

    @Test
    void anOrganisationHasAHeadAndNoForeignMinister() {
        String head = SampleRecords.person("coordinator", "EU", "HEAD_OF_ORGANISATION");
        Map<String, Object> body = Map.of("party", "EU", "person", head, "from", "2026-01-01", "sources", SOURCE);
        As.coordinator().body(with(body, "office", "FOREIGN_MINISTER")).post("/api/v1/offices").then().statusCode(400)
                .body("violations.field", contains("office"));
        String id = grant("coordinator", "offices", with(body, "office", "HEAD_OF_ORGANISATION"));
        As.user("xaa.reader").get("/api/v1/offices/" + id).then().body("act", equalTo("ISSUE_OF_POWERS")).body("series",
                equalTo("REAL"));
        As.user("xaa.editor").body(Map.of("party", "XAA", "person", minister, "office", "HEAD_OF_ORGANISATION", "from",
                "2026-01-01")).post("/api/v1/offices").then().statusCode(400).body("violations.field", contains("office"));
        listed("xaa.reader", "offices", Map.of("party", "EU", "act", "ISSUE_OF_POWERS")).body("items.id", hasItem(id));
        listed("xaa.reader", "offices", Map.of("party", "EU", "act", "TERMINATION")).body("items", hasSize(0));
    }

    @Test
    void onlyThePartyWritesAndTheCoordinatorPublicOfficesFromASource() {
        Map<String, Object> office = Map.of("party", "XAA", "person", minister, "office", "HEAD_OF_STATE", "from", "2026-01-01");
        As.nobody().body(office).post("/api/v1/offices").then().statusCode(401);
        As.nobody().get("/api/v1/offices").then().statusCode(401);
        As.user("xaa.reader").body(office).post("/api/v1/offices").then().statusCode(403);
        As.user("xab.editor").body(office).post("/api/v1/offices").then().statusCode(403);
        As.coordinator().body(office).post("/api/v1/offices").then().statusCode(403);
        As.coordinator().body(with(with(office, "sources", SOURCE), "label", Map.of("release", "COALITION")))
                .post("/api/v1/offices").then().statusCode(403);
        String id = grant("coordinator", "offices", with(office, "sources", SOURCE));
        As.user("xab.editor").header("If-Match", "\"1\"").body(revocation("2026-05-01"))
                .post("/api/v1/offices/" + id + "/revocations").then().statusCode(403);
        As.coordinator().header("If-Match", "\"1\"").body(revocation("2026-05-01")).post("/api/v1/offices/" + id + "/revocations")
                .then().statusCode(200);

        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        Map<String, Object> body = with(with(powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister), "sources", SOURCE), "label",
                Map.of("release", "PUBLIC"));
        Map<String, Object> correction = without(body, "party", "person", "label");
        for (String path : List.of("/api/v1/full-powers", "/api/v1/accepted-practices", "/api/v1/confirmations")) {
            As.coordinator().body(body).post(path).then().statusCode(403);
            As.user("xab.editor").body(path.endsWith("practices")
                    ? without(body, "issuedBy", "issuedOn")
                    : with(body, "until",
                            path.endsWith("confirmations") ? "2026-01-01" : "2026-12-31"))
                    .post(path).then().statusCode(403);
            As.nobody().body(body).post(path).then().statusCode(401);
            As.user("auditor").get(path).then().statusCode(403);
        }
        String powers = grant("xaa.editor", "full-powers", body);
        for (String user : List.of("xab.editor", "coordinator", "xaa.reader")) {
            As.user(user).header("If-Match", "\"1\"").body(correction).put("/api/v1/full-powers/" + powers).then().statusCode(403);
            As.user(user).header("If-Match", "\"1\"").body(revocation("2026-05-01"))
                    .post("/api/v1/full-powers/" + powers + "/revocations").then().statusCode(403);
        }
        assertThat(LogOfTest.changesOf(powers)).hasSize(1);
    }

    @Test
    void aHiddenGrantLooksMissing() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        Map<String, Object> body = powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister);
        String id = grant("xaa.editor", "full-powers", with(body, "label", Map.of("release", "NAMED", "parties", List.of("XAC"))));
        Instant before = RecordedTime.of(id, 1);
        As.user("xac.reader").get("/api/v1/full-powers/" + id).then().statusCode(200);
        As.user("xac.reader").queryParam("knownAt", before.toString()).get("/api/v1/full-powers/" + id).then().statusCode(200);
        listed("xac.reader", "full-powers", Map.of("person", envoy, "knownAt", before.toString())).body("items.id", contains(id));
        As.user("xab.reader").get("/api/v1/full-powers/" + id).then().statusCode(404);
        As.user("xab.reader").queryParam("knownAt", before.toString()).get("/api/v1/full-powers/" + id).then().statusCode(404);
        listed("xab.reader", "full-powers", Map.of("person", envoy)).body("items", hasSize(0));
        listed("xab.reader", "full-powers", Map.of("person", envoy, "knownAt", before.toString())).body("items", hasSize(0));
        As.user("xab.editor").header("If-Match", "\"1\"").body(revocation("2026-05-01"))
                .post("/api/v1/full-powers/" + id + "/revocations").then().statusCode(404);
    }

    @Test
    void aPersonWhoIsNotReleasedIsNotNamed() {
        String secret = As.user("xaa.editor").body(Map.of("party", "XAA", "name", "n", "rank", "MINISTER", "label",
                Map.of("release", "NATIONAL"))).post("/api/v1/persons").then().statusCode(201).extract().path("id");
        String office = office("xaa.editor", "XAA", secret, "FOREIGN_MINISTER");
        String powers = SampleGrants.fullPowers("xaa.editor", "XAA", envoy, "TERMINATION", secret);
        As.user("xab.reader").get("/api/v1/offices/" + office).then().statusCode(200)
                .body("person", equalTo(Map.of("undisclosed", "NOT_RELEASED")));
        As.user("xab.reader").get("/api/v1/full-powers/" + powers).then().body("person", equalTo(envoy))
                .body("issuedBy.undisclosed", equalTo("NOT_RELEASED"));
        listed("xab.reader", "offices", Map.of("person", secret)).body("items", hasSize(0));
        listed("xaa.reader", "offices", Map.of("person", secret)).body("items.person", contains(secret));
        // Nor does the coordinator record anything of somebody hidden.
        As.coordinator().body(Map.of("party", "XAA", "person", secret, "office", "HEAD_OF_STATE", "from", "2026-01-01", "sources",
                SOURCE)).post("/api/v1/offices").then().statusCode(400).body("violations.field", contains("person"));
    }

    @Test
    void listsAreNarrowedAndPaged() {
        office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        Map<String, Object> body = powers("XAA", envoy, "CONSENT_TO_BE_BOUND", minister);
        String instrument = "6c3d8e2f-9a4b-4c7d-8e1f-2a3b4c5d6e7f";
        String all = grant("xaa.editor", "full-powers", body);
        String force = grant("xaa.editor", "full-powers", with(body, "scope", "MULTINATIONAL_FORCE"));
        String text = grant("xaa.editor", "full-powers", with(with(body, "scope", instrument.toUpperCase()), "act",
                "ADOPTION_OF_TEXT"));
        listed("xaa.reader", "full-powers", Map.of("person", envoy)).body("items.id", hasSize(3));
        listed("xaa.reader", "full-powers", Map.of("person", envoy, "scope", "ALL")).body("items.id", contains(all));
        listed("xaa.reader", "full-powers", Map.of("person", envoy, "scope", "MULTINATIONAL_FORCE")).body("items.id",
                contains(force));
        listed("xaa.reader", "full-powers", Map.of("person", envoy, "scope", instrument.toUpperCase()))
                .body("items.id", contains(text)).body("items.scope", contains(instrument));
        listed("xaa.reader", "full-powers", Map.of("person", envoy, "act", "ADOPTION_OF_TEXT")).body("items.id", contains(text));
        listed("xaa.reader", "full-powers", Map.of("person", envoy, "party", "XAB")).body("items", hasSize(0));
        listed("xaa.reader", "full-powers", Map.of("person", envoy, "validOn", "2027-01-01")).body("items", hasSize(0));
        listed("xaa.reader", "confirmations", Map.of("person", envoy)).body("items", hasSize(0));

        ValidatableResponse first = listed("xaa.reader", "full-powers", Map.of("person", envoy, "limit", 2))
                .body("items", hasSize(2)).header("Link", containsString("rel=\"next\"")).body("next", notNullValue());
        List<String> seen = new java.util.ArrayList<>(first.extract().<List<String>>path("items.id"));
        String cursor = first.extract().path("next");
        seen.addAll(listed("xaa.reader", "full-powers", Map.of("person", envoy, "limit", 2, "cursor", cursor)).body("next",
                nullValue()).extract().<List<String>>path("items.id"));
        assertThat(seen).containsExactlyInAnyOrder(all, force, text).isSorted();
    }

    @Test
    void whatIsNotYetKnownIsNotAnswered() {
        String office = office("xaa.editor", "XAA", minister, "FOREIGN_MINISTER");
        for (String path : List.of("/api/v1/offices", "/api/v1/offices/" + office)) {
            As.user("xaa.reader").queryParam("knownAt", "2999-01-01T00:00:00Z").get(path).then().statusCode(409)
                    .body("type", equalTo(PROBLEMS + "not-yet-known")).body("latest", notNullValue());
        }
    }

    @Test
    void theSameKeyRecordsOnce() {
        Map<String, Object> body = Map.of("party", "XAA", "person", minister, "office", "FOREIGN_MINISTER", "from", "2026-01-01");
        String key = java.util.UUID.randomUUID().toString();
        String first = As.user("xaa.editor").header("Idempotency-Key", key).body(body).post("/api/v1/offices").then()
                .statusCode(201).extract().path("id");
        As.user("xaa.editor").header("Idempotency-Key", key).body(body).post("/api/v1/offices").then().statusCode(201)
                .header("Idempotency-Replayed", "true").header("ETag", "\"1\"").body("id", equalTo(first))
                .body("person", equalTo(minister));
    }

    private static ValidatableResponse listed(String user, String path, Map<String, ?> filter) {
        return As.user(user).queryParams(filter).get("/api/v1/" + path).then().statusCode(200);
    }

    private static Map<String, Object> revocation(String day) {
        return Map.of("revokedOn", day, "reason", "recalled");
    }

    private static ValidatableResponse overlap(String path, Map<String, Object> body) {
        return As.user("xaa.editor").body(body).post("/api/v1/" + path).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "powers-overlap"));
    }

    private static void withoutAuthority(String path, Map<String, Object> body) {
        As.user("xaa.editor").body(body).post("/api/v1/" + path).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "issuer-without-authority"));
    }

    private static void refuse(String field, Map<String, Object> body) {
        As.user("xaa.editor").body(body).post("/api/v1/full-powers").then().statusCode(400).body("violations.field",
                hasItem(field));
    }
}
