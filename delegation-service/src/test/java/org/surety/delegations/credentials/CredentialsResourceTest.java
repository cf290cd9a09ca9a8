package org.surety.delegations.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.LogOfTest;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;
import org.surety.delegations.hosting.SampleGuests;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@RealParts
class CredentialsResourceTest {

    private static final String PATH = "/api/v1/credentials";
    private static final String PROBLEMS = "https://surety.example/problems/";
    private static final String MISSING = "00000000-0000-0000-0000-000000000001";
    private static final Map<String, Object> CHALLENGED = Map.of("outcome", "CHALLENGED", "reason", "another seal than announced",
            "examinedOn", "2026-03-03");
    private static final Map<String, Object> ACCEPTED = Map.of("outcome", "ACCEPTED", "examinedOn", "2026-03-05");

    private String gathering;
    private String delegation;
    private String head;
    private String issuer;

    @BeforeEach
    void guests() {
        SampleGuests.parties();
        gathering = SampleGuests.gathering();
        head = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        issuer = SampleRecords.person("xaa.editor", "XAA", "HEAD_OF_GOVERNMENT");
        delegation = SampleGuests.delegation("XAA", gathering, head);
    }

    @Test
    void theSenderPresentsTheHostExaminesUntilItAccepts() {
        String id = present(Map.of()).statusCode(201).header("ETag", "\"1\"").body("status", equalTo("PRESENTED"))
                .body("series", equalTo("EXERCISE")).body("party", equalTo("XAA")).body("host", equalTo("XAB"))
                .body("gathering", equalTo(gathering)).body("delegation", equalTo(delegation))
                .body("persons", equalTo(List.of(head)))
                .body("issuedBy", equalTo(issuer)).body("issuedOn", equalTo("2026-03-01"))
                .body("presentedOn", equalTo("2026-03-02")).body("examination", nullValue())
                .body("label", equalTo(Map.of("release", "NAMED", "parties", List.of("XAB")))).extract().path("id");

        As.user("xab.editor").body(CHALLENGED).post(PATH + "/" + id + "/examinations").then().statusCode(428)
                .body("type", equalTo(PROBLEMS + "version-required"));
        examine("xab.editor", id, 1, CHALLENGED).statusCode(200).header("ETag", "\"2\"").body("status", equalTo("CHALLENGED"))
                .body("examination", equalTo(CHALLENGED));
        examine("xab.editor", id, 1, CHALLENGED).statusCode(412).body("type", equalTo(PROBLEMS + "stale-version"));
        examine("xab.editor", id, 2, CHALLENGED).statusCode(200).header("ETag", "\"2\"");
        Map<String, Object> provisional = Map.of("outcome", "PROVISIONAL");
        examine("xab.editor", id, 2, provisional).statusCode(200).header("ETag", "\"3\"")
                .body("examination.examinedOn", equalTo(LocalDate.now().toString())).body("examination.reason", nullValue());
        // For another reason it is another examination, with the same outcome.
        examine("xab.editor", id, 3, Map.of("outcome", "PROVISIONAL", "reason", "original to follow")).statusCode(200)
                .header("ETag", "\"4\"");
        examine("xab.editor", id, 4, ACCEPTED).statusCode(200).header("ETag", "\"5\"").body("status", equalTo("ACCEPTED"));
        examine("xab.editor", id, 5, ACCEPTED).statusCode(200).header("ETag", "\"5\"");
        refusesAct(examine("xab.editor", id, 5, CHALLENGED),
                "Credentials that are ACCEPTED allow no examinations. Allowed: nothing.");

        As.user("xaa.reader").header("If-None-Match", "\"5\"").get(PATH + "/" + id).then().statusCode(304);
        List<LogOfTest.Entry> changes = LogOfTest.changesOf(id);
        assertThat(changes).extracting(LogOfTest.Entry::type).containsExactly("org.surety.credentials.presented.v1",
                "org.surety.credentials.examined.v1", "org.surety.credentials.examined.v1", "org.surety.credentials.examined.v1",
                "org.surety.credentials.examined.v1");
        assertThat(changes).extracting(LogOfTest.Entry::changed).containsExactly(List.of(), List.of("status", "examination"),
                List.of("status", "examination"), List.of("examination"), List.of("status", "examination"));
    }

    @Test
    void presentedAnewTheExaminationIsPutAside() {
        String id = presented();
        Map<String, Object> same = said(Map.of());
        anew("xaa.editor", id, 1, same).statusCode(200).header("ETag", "\"1\"");
        Map<String, Object> undated = new HashMap<>(same);
        undated.remove("presentedOn");
        anew("xaa.editor", id, 1, undated).statusCode(200).header("ETag", "\"1\"").body("presentedOn", equalTo("2026-03-02"));
        examine("xab.editor", id, 1, CHALLENGED).statusCode(200);

        // The same papers again are a new presentation once they were challenged.
        anew("xaa.editor", id, 2, same).statusCode(200).header("ETag", "\"3\"").body("status", equalTo("PRESENTED"))
                .body("examination", nullValue());
        anew("xaa.editor", id, 3, same).statusCode(200).header("ETag", "\"3\"");
        anew("xaa.editor", id, 2, same).statusCode(412);
        As.user("xaa.editor").body(same).put(PATH + "/" + id).then().statusCode(428);
        examine("xab.editor", id, 3, Map.of("outcome", "PROVISIONAL")).statusCode(200);
        String second = SampleRecords.person("xaa.editor", "XAA", "SPECIAL_ENVOY");
        undated.put("persons", List.of(head, second));
        undated.remove("issuedBy");
        anew("xaa.editor", id, 4, undated).statusCode(200).header("ETag", "\"5\"").body("persons", equalTo(List.of(head, second)))
                .body("issuedBy", nullValue()).body("presentedOn", equalTo(LocalDate.now().toString()));

        examine("xab.editor", id, 5, ACCEPTED).statusCode(200);
        anew("xaa.editor", id, 6, undated).statusCode(200).header("ETag", "\"6\"").body("status", equalTo("ACCEPTED"));
        refusesAct(anew("xaa.editor", id, 6, same), "Credentials that are ACCEPTED allow no amendment. Allowed: nothing.");
        List<LogOfTest.Entry> changes = LogOfTest.changesOf(id);
        assertThat(changes).extracting(LogOfTest.Entry::type).map(type -> type.replaceAll("org.surety.credentials.|.v1", ""))
                .containsExactly("presented", "examined", "presented", "examined", "presented", "examined");
        assertThat(changes.get(2).changed()).containsExactly("status", "examination");
        assertThat(changes.get(4).changed()).containsExactly("persons", "issuedBy", "presentedOn", "status", "examination");
    }

    @Test
    void onlyTheHostExamines() {
        String id = present(Map.of("label", Map.of("release", "PUBLIC"))).statusCode(201).extract().path("id");
        for (String other : List.of("xaa.editor", "xad.editor", "fra.editor")) {
            examine(other, id, 1, ACCEPTED).statusCode(403).body("type", equalTo(PROBLEMS + "not-the-host"))
                    .body("detail", equalTo("The host that was asked is XAB: only an editor of XAB decides."));
        }
        for (String role : List.of("xab.reader", "coordinator", "auditor", "operator")) {
            examine(role, id, 1, ACCEPTED).statusCode(403).body("type", equalTo(PROBLEMS + "not-permitted"));
        }
        As.nobody().header("If-Match", "\"1\"").body(ACCEPTED).post(PATH + "/" + id + "/examinations").then().statusCode(401);
        assertThat(LogOfTest.changesOf(id)).hasSize(1);
    }

    @Test
    void onlyTheSenderPresents() {
        Map<String, Object> body = said(Map.of("delegation", delegation));
        As.nobody().body(body).post(PATH).then().statusCode(401);
        for (String other : List.of("xab.editor", "xaa.reader", "coordinator", "auditor")) {
            As.user(other).body(body).post(PATH).then().statusCode(403).body("type", equalTo(PROBLEMS + "not-permitted"));
        }
        String id = presented();
        for (String other : List.of("xab.editor", "xaa.reader", "coordinator")) {
            anew(other, id, 1, said(Map.of())).statusCode(403).body("type", equalTo(PROBLEMS + "not-permitted"));
        }
        As.nobody().header("If-Match", "\"1\"").body(said(Map.of())).put(PATH + "/" + id).then().statusCode(401);
        As.nobody().get(PATH).then().statusCode(401);
        As.nobody().get(PATH + "/" + id).then().statusCode(401);
        As.user("auditor").get(PATH).then().statusCode(403);
        As.user("operator").get(PATH + "/" + id).then().statusCode(403);
    }

    @Test
    void hiddenLooksMissing() {
        String id = presented();
        As.user("xad.reader").get(PATH + "/" + id).then().statusCode(404).body("type", equalTo(PROBLEMS + "not-found"));
        As.user("coordinator").get(PATH + "/" + id).then().statusCode(404);
        As.user("xad.reader").queryParam("gathering", gathering).get(PATH).then().statusCode(200).body("items", equalTo(List.of()));
        examine("xad.editor", id, 1, ACCEPTED).statusCode(404);
        anew("xad.editor", id, 1, said(Map.of())).statusCode(404);
        examine("xab.editor", MISSING, 1, ACCEPTED).statusCode(404);
        String national = SampleGuests.delegation("XAD", gathering, Map.of("label", Map.of("release", "NATIONAL")));
        for (String unknown : List.of(MISSING, national)) {
            present(Map.of("delegation", unknown)).statusCode(400)
                    .body("violations",
                            equalTo(List.of(Map.of("field", "delegation", "message", "must be the id of a delegation"))));
        }
    }

    @Test
    void aLabelMustIncludeTheHost() {
        for (Map<String, Object> without : List.<Map<String, Object>>of(Map.of("release", "NATIONAL"),
                Map.of("release", "NAMED", "parties", List.of("XAD")))) {
            present(Map.of("label", without)).statusCode(400).body("violations.field", equalTo(List.of("label")));
        }
        present(Map.of("label", Map.of("release", "COALITION"))).statusCode(201).body("label.release", equalTo("COALITION"));
        String own = SampleGuests.delegation("XAB", gathering);
        As.user("xab.editor")
                .body(Map.of("delegation", own, "persons", List.of(SampleRecords.person("xab.editor", "XAB", "MINISTER")),
                        "issuedOn",
                        "2026-03-01"))
                .post(PATH).then().statusCode(201).body("label", equalTo(Map.of("release", "NATIONAL")));
    }

    @Test
    void theHostLearnsOfPersonsWhatIsReleasedToIt() {
        String hidden = As.user("xaa.editor")
                .body(Map.of("party", "XAA", "name", "n", "rank", "OTHER", "label", Map.of("release", "NATIONAL")))
                .post("/api/v1/persons").then().statusCode(201).extract().path("id");
        String id = present(Map.of("persons", List.of(head, hidden), "issuedBy", hidden)).statusCode(201)
                .body("persons", equalTo(List.of(head, hidden))).extract().path("id");
        As.user("xab.reader").get(PATH + "/" + id).then().statusCode(200)
                .body("persons", equalTo(List.of(head, Map.of("undisclosed", "NOT_RELEASED"))))
                .body("issuedBy.undisclosed", equalTo("NOT_RELEASED"));
        assertThat(As.user("xab.reader").queryParam("delegation", delegation).get(PATH).asString()).contains(id)
                .doesNotContain(hidden);
    }

    @Test
    void aCancelledGatheringTakesNone() {
        String id = presented();
        SampleGuests.cancel(gathering);
        for (ValidatableResponse answer : List.of(present(Map.of()), examine("xab.editor", id, 1, ACCEPTED),
                anew("xaa.editor", id, 1, said(Map.of("issuedOn", "2026-02-28"))))) {
            answer.statusCode(409).body("type", equalTo(PROBLEMS + "gathering-cancelled"));
        }
    }

    @Test
    void listsAreNarrowedByWhereWhoseAndHowTheyStand() {
        String first = presented();
        String second = presented();
        examine("xab.editor", second, 1, CHALLENGED).statusCode(200);
        assertThat(ids("gathering", gathering)).containsExactly(Stream.of(first, second).sorted().toArray(String[]::new));
        assertThat(ids("gathering", gathering, "status", "PRESENTED")).containsExactly(first);
        assertThat(ids("delegation", delegation, "party", "XAA", "status", "CHALLENGED", "series", "EXERCISE"))
                .containsExactly(second);
        assertThat(ids("gathering", gathering, "party", "XAB")).isEmpty();
        String page = As.user("xab.reader").queryParam("gathering", gathering).queryParam("limit", 1).get(PATH).path("next");
        As.user("xab.reader").queryParam("gathering", gathering).queryParam("limit", 1).queryParam("cursor", page).get(PATH).then()
                .statusCode(200).body("items.id", equalTo(Stream.of(first, second).sorted().skip(1).toList()))
                .body("next", nullValue());
        As.user("xab.reader").queryParam("status", "DOUBTED").get(PATH).then().statusCode(400);
        As.user("xab.reader").queryParam("person", head).get(PATH).then().statusCode(400)
                .body("type", equalTo(PROBLEMS + "unknown-parameter"));
    }

    @Test
    void whatWasKnownBeforeTheExaminationIsToldAfterIt() {
        String id = presented();
        Instant presented = SampleGuests.recordedAt(id, 1);
        examine("xab.editor", id, 1, CHALLENGED).statusCode(200);
        SampleGuests.recordedAt(id, 2);
        As.user("xab.reader").queryParam("knownAt", presented.toString()).get(PATH + "/" + id).then().statusCode(200)
                .header("ETag", "\"1\"").body("status", equalTo("PRESENTED")).body("examination", nullValue());
        assertThat(ids("gathering", gathering, "status", "PRESENTED", "knownAt", presented.toString())).containsExactly(id);
        assertThat(ids("gathering", gathering, "status", "PRESENTED")).isEmpty();
        As.user("xad.reader").queryParam("knownAt", presented.toString()).get(PATH + "/" + id).then().statusCode(404);
        As.user("xab.reader").queryParam("knownAt", Instant.now().plusSeconds(3600).toString()).get(PATH + "/" + id).then()
                .statusCode(409).body("type", equalTo(PROBLEMS + "not-yet-known"));
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        String key = "credentials-" + System.nanoTime();
        Map<String, Object> body = said(Map.of("delegation", delegation));
        String first = As.user("xaa.editor").header("Idempotency-Key", key).body(body).post(PATH).then().statusCode(201).extract()
                .path("id");
        As.user("xaa.editor").header("Idempotency-Key", key).body(body).post(PATH).then().statusCode(201)
                .header("Idempotency-Replayed", "true").body("id", equalTo(first));
        assertThat(ids("delegation", delegation)).containsExactly(first);
    }

    @Test
    void badRequestsNameTheField() {
        String foreign = SampleRecords.person("xab.editor", "XAB", "OTHER");
        present(Map.of("persons", List.of())).statusCode(400).body("violations.field", hasItem("persons"));
        present(Map.of("persons", List.of(head, head))).statusCode(400).body("violations.field", hasItem("persons"));
        present(Map.of("persons", List.of(foreign))).statusCode(400).body("violations.message", hasItem("must be persons of XAA"));
        present(Map.of("persons", List.of(MISSING), "issuedBy", foreign)).statusCode(400)
                .body("violations.field", equalTo(List.of("persons", "issuedBy")));
        present(Map.of("persons", Stream.generate(() -> UUID.randomUUID().toString()).limit(201).toList())).statusCode(400)
                .body("violations.field", hasItem("persons"));
        present(Map.of("presentedOn", "2026-02-28")).statusCode(400).body("violations.field", hasItem("presentedOn"));
        present(Map.of("status", "ACCEPTED")).statusCode(400).body("violations.field", hasItem("status"));
        As.user("xaa.editor").body(Map.of("delegation", delegation)).post(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("persons", "issuedOn")));
        As.user("xaa.editor").body(said(Map.of())).post(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("delegation")));
        String id = presented();
        anew("xaa.editor", id, 1, Map.of("persons", List.of(foreign), "issuedOn", "2026-03-01")).statusCode(400)
                .body("violations.field", hasItem("persons"));
        examine("xab.editor", id, 1, Map.of()).statusCode(400).body("violations.field", hasItem("outcome"));
        examine("xab.editor", id, 1, Map.of("outcome", "PRESENTED")).statusCode(400).body("violations.field", hasItem("outcome"));
        examine("xab.editor", id, 1, Map.of("outcome", "ACCEPTED", "reason", "r".repeat(2001))).statusCode(400)
                .body("violations.field", hasItem("reason"));
        assertThat(LogOfTest.changesOf(id)).hasSize(1);
    }

    private String presented() {
        return present(Map.of()).statusCode(201).extract().path("id");
    }

    private ValidatableResponse present(Map<String, Object> with) {
        Map<String, Object> body = said(Map.of("delegation", delegation));
        body.putAll(with);
        return As.user("xaa.editor").body(body).post(PATH).then();
    }

    private Map<String, Object> said(Map<String, Object> with) {
        Map<String, Object> said = new HashMap<>(
                Map.of("persons", List.of(head), "issuedBy", issuer, "issuedOn", "2026-03-01", "presentedOn", "2026-03-02"));
        said.putAll(with);
        return said;
    }

    private static ValidatableResponse anew(String user, String id, int version, Map<String, Object> said) {
        return As.user(user).header("If-Match", "\"" + version + "\"").body(said).put(PATH + "/" + id).then();
    }

    private static ValidatableResponse examine(String user, String id, int version, Map<String, Object> examination) {
        return As.user(user).header("If-Match", "\"" + version + "\"").body(examination).post(PATH + "/" + id + "/examinations")
                .then();
    }

    private static void refusesAct(ValidatableResponse answer, String detail) {
        answer.statusCode(409).body("type", equalTo(PROBLEMS + "credentials-act-not-allowed")).body("detail", equalTo(detail));
    }

    private static List<String> ids(String... filter) {
        var request = As.user("xab.reader").queryParam("limit", 500);
        for (int i = 0; i < filter.length; i += 2) {
            request.queryParam(filter[i], filter[i + 1]);
        }
        return request.get(PATH).then().statusCode(200).extract().path("items.id");
    }
}
