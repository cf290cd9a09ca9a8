package org.surety.delegations.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
import org.surety.delegations.LogOfTest;
import org.surety.delegations.RealParts;
import org.surety.delegations.Recorded;
import org.surety.delegations.RecordedTime;
import org.surety.delegations.SampleRecords;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A delegation of a day and as it was known: planned, formed, restructured, also afterwards, and corrected. */
@QuarkusTest
@RealParts
class DelegationTimelineTest {

    private static final List<Map<String, String>> SOURCES = List.of(Map.of("text", "exercise order"));

    private String gathering;
    private String minister;
    private String envoy;
    private String other;

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("XAB", "COALITION_MEMBER");
        gathering = SampleRecords.gathering("XAA");
        minister = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        envoy = SampleRecords.person("xaa.editor", "XAA", "SPECIAL_ENVOY");
        other = SampleRecords.person("xaa.editor", "XAA", "AMBASSADOR");
    }

    @Test
    void theCompositionIsThatOfTheDay() {
        String id = form(Map.of("formedOn", "2026-03-02"));
        restructure(id, 1, envoy, "2026-03-09T21:30:00Z").statusCode(201).body("effectiveOn", equalTo("2026-03-09"))
                .body("effectiveBasis", equalTo("EFFECTIVE"));

        read(id, "2026-03-01").statusCode(404);
        read(id, "2026-03-02").statusCode(200).header("ETag", "\"2\"").body("head.persons", equalTo(List.of(minister)))
                .body("level", equalTo("MINISTERIAL")).body("former", equalTo(List.of())).body("formedOn", equalTo("2026-03-02"));
        read(id, "2026-03-08").body("head.persons", equalTo(List.of(minister)));
        read(id, "2026-03-09").body("head.persons", equalTo(List.of(envoy))).body("former", equalTo(List.of(minister)));
        read(id, null).body("head.persons", equalTo(List.of(envoy))).body("level", equalTo("ENVOY"));

        assertThat(list("2026-03-01", null)).isEmpty();
        assertThat(list("2026-03-08", "MINISTERIAL")).containsExactly(id);
        assertThat(list("2026-03-08", "ENVOY")).isEmpty();
        assertThat(list("2026-03-09", "ENVOY")).containsExactly(id);
    }

    @Test
    void aDelegationOfWhichNobodySaysWhenItWasFormedIsThereOnEveryDay() {
        String id = form(Map.of());
        read(id, "2020-01-01").statusCode(200).body("formedOn.undisclosed", equalTo("UNKNOWN"));
        String withheld = SampleRecords.gathering("XAB");
        String another = form(Map.of("gathering", withheld, "formedOn", Map.of("undisclosed", "WITHHELD")));
        read(another, "2020-01-01").statusCode(200).body("formedOn.undisclosed", equalTo("WITHHELD"));
    }

    @Test
    void whatWasPlannedStandsBesideWhatIs() {
        String id = form(Map.of("plannedLevel", "MINISTERIAL", "plannedHead", single(other), "plannedMembers", List.of(envoy)));
        read(id, null).body("plannedHead", equalTo(single(other))).body("plannedMembers", equalTo(List.of(envoy)))
                .body("head.persons", equalTo(List.of(minister))).body("former", equalTo(List.of()));
        As.user("xaa.editor").header("If-Match", "\"1\"").body(Map.of("plannedHead", single(envoy), "formedOn", "2026-03-02"))
                .put("/api/v1/delegations/" + id).then().statusCode(200).body("plannedHead", equalTo(single(envoy)))
                .body("plannedMembers", nullValue()).body("plannedLevel", nullValue());
        assertThat(LogOfTest.changesOf(id).get(1).changed()).containsExactly("formedOn", "plannedLevel", "plannedHead",
                "plannedMembers");
        Recorded.keepsItsSchemas(id);

        String foreign = SampleRecords.person("xab.editor", "XAB", "MINISTER");
        refusePlanned(id, "plannedHead", Map.of("plannedHead", single(foreign)));
        refusePlanned(id, "plannedHead", Map.of("plannedHead", Map.of("kind", "JOINT", "persons", List.of(envoy))));
        refusePlanned(id, "plannedMembers", Map.of("plannedHead", single(envoy), "plannedMembers", List.of(envoy)));
        refusePlanned(id, "formedOn", Map.of("formedOn", "2026-02-30"));
    }

    @Test
    void whatIsLearntLateTakesItsPlaceAndNeedNotBeTheEnd() {
        String id = form(Map.of());
        restructure(id, 1, envoy, "2026-03-09T21:30:00Z").statusCode(201).body("levelChange", equalTo("FELL"));
        restructure(id, 2, other, "2026-03-05T08:00:00Z").statusCode(201).header("ETag", "\"3\"")
                .body("from.head.persons", equalTo(List.of(minister))).body("levelChange", equalTo("FELL"));
        read(id, null).header("ETag", "\"3\"").body("head.persons", equalTo(List.of(envoy)))
                .body("former", equalTo(List.of(minister, other)));
        read(id, "2026-03-06").body("head.persons", equalTo(List.of(other))).body("level", equalTo("AMBASSADOR"));
        // The level of the first one is now seen from what was before it in time.
        restructures(id, null).body("items", hasSize(2)).body("items[0].from.head.persons", equalTo(List.of(other)))
                .body("items[0].levelChange", equalTo("ROSE")).body("items[1].levelChange", equalTo("FELL"));
        // Again the same, in its place: nothing.
        restructure(id, 3, other, "2026-03-05T08:00:00Z").statusCode(200).header("ETag", "\"3\"");
        restructure(id, 3, other, "2026-03-06T08:00:00Z").statusCode(200).header("ETag", "\"3\"");
        assertThat(LogOfTest.changesOf(id)).hasSize(3);
        assertThat(LogOfTest.changesOf(id).get(2).state()).contains("\"heads\":[\"" + envoy + "\"]")
                .contains("\"composition\":{\"level\":\"AMBASSADOR\"");
        Recorded.keepsItsSchemas(id);
    }

    @Test
    void withoutAnyTimeItCountsFromTheGatheringAtTheLatest() {
        String id = form(Map.of());
        restructure(id, 1, envoy, null).statusCode(201).body("effectiveOn", equalTo("2026-03-10"))
                .body("effectiveBasis", equalTo("GATHERING")).body("effectiveAt.undisclosed", equalTo("UNKNOWN"))
                .body("recordedAt.undisclosed", equalTo("NOT_DECIDED")).body("notice.undisclosed", equalTo("UNKNOWN"));
        read(id, "2026-03-09").body("head.persons", equalTo(List.of(minister)));
        read(id, "2026-03-10").body("head.persons", equalTo(List.of(envoy)));
        Instant recorded = RecordedTime.of(id, 2);
        restructures(id, null).body("items[0].recordedAt", equalTo(recorded.toString()));

        String later = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        String planned = As.coordinator().body(Map.of("title", "t", "host", "XAA", "startsOn", later)).post("/api/v1/gatherings")
                .then()
                .statusCode(201).extract().path("id");
        String early = form(Map.of("gathering", planned));
        restructure(early, 1, envoy, null).statusCode(201)
                .body("effectiveOn", equalTo(LocalDate.now(ZoneOffset.UTC).toString()));
        Map<String, Object> announced = restructuring(other, null);
        announced.put("announcedAt", "2026-03-07T19:00:00Z");
        As.user("xaa.editor").header("If-Match", "\"2\"").body(announced).post("/api/v1/delegations/" + id + "/restructures").then()
                .statusCode(201).body("effectiveOn", equalTo("2026-03-07")).body("effectiveBasis", equalTo("ANNOUNCED"));
    }

    @Test
    void nothingChangesBeforeThereIsADelegation() {
        String id = form(Map.of("formedOn", "2026-03-02"));
        restructure(id, 1, envoy, "2026-03-01T23:59:59Z").statusCode(409)
                .body("type", equalTo("https://surety.example/problems/effective-before-formation"));
        String restructure = restructure(id, 1, envoy, "2026-03-02T00:00:00Z").statusCode(201).extract().path("id");
        correct(id, 2, restructure, restructuring(envoy, "2026-03-01T12:00:00Z")).statusCode(409)
                .body("type", equalTo("https://surety.example/problems/effective-before-formation"));
        As.user("xaa.editor").header("If-Match", "\"2\"").body(Map.of("formedOn", "2026-03-03")).put("/api/v1/delegations/" + id)
                .then()
                .statusCode(409).body("type", equalTo("https://surety.example/problems/effective-before-formation"));
        As.user("xaa.editor").header("If-Match", "\"2\"").body(Map.of("formedOn", "2026-03-01")).put("/api/v1/delegations/" + id)
                .then()
                .statusCode(200);
        assertThat(LogOfTest.changesOf(id)).hasSize(3);
    }

    @Test
    void aCorrectionKeepsWhatWasBelieved() {
        String id = form(Map.of("formedOn", "2026-03-02"));
        String first = restructure(id, 1, envoy, "2026-03-09T21:30:00Z").statusCode(201).extract().path("id");
        Instant believed = RecordedTime.of(id, 2);
        Map<String, Object> right = restructuring(other, "2026-03-07T10:00:00Z");
        String correction = correct(id, 2, first, right).statusCode(201).header("ETag", "\"3\"").body("corrects", equalTo(first))
                .body("correctionReason", equalTo("misread")).body("effectiveOn", equalTo("2026-03-07"))
                .body("from.head.persons", equalTo(List.of(minister))).extract().path("id");
        Instant known = RecordedTime.of(id, 3);

        read(id, null).body("head.persons", equalTo(List.of(other))).body("former", equalTo(List.of(minister)));
        read(id, "2026-03-08").body("head.persons", equalTo(List.of(other)));
        readKnown(id, "2026-03-08", believed).header("ETag", "\"2\"").body("head.persons", equalTo(List.of(minister)));
        readKnown(id, "2026-03-09", believed).body("head.persons", equalTo(List.of(envoy)));
        readKnown(id, null, believed).body("head.persons", equalTo(List.of(envoy)));
        readKnown(id, "2026-03-08", known).header("ETag", "\"3\"").body("head.persons", equalTo(List.of(other)));
        readKnown(id, null, RecordedTime.of(id, 1).minusMillis(1)).statusCode(404);

        restructures(id, null).body("items.id", equalTo(List.of(first, correction)))
                .body("items[0].correctedBy", equalTo(correction))
                .body("items[0].to.head.persons", equalTo(List.of(envoy)))
                .body("items[0].from.head.persons", equalTo(List.of(minister)));
        restructures(id, believed).body("items.id", equalTo(List.of(first))).body("items[0].correctedBy", nullValue());
        assertThat(LogOfTest.changesOf(id)).extracting(LogOfTest.Entry::type).containsExactly("org.surety.delegation.formed.v1",
                "org.surety.delegation.restructured.v1", "org.surety.delegation.corrected.v1");
        assertThat(LogOfTest.changesOf(id).get(2).changed()).containsExactly("head", "level", "effectiveAt");
        assertThat(RecordedTime.reasonOf(id, 3)).isEqualTo("CORRECTION");
        Recorded.keepsItsSchemas(id);

        // The same again changes nothing; another one goes to what stands now.
        correct(id, 3, first, right).statusCode(200).header("ETag", "\"3\"");
        correct(id, 3, correction, right).statusCode(200).header("ETag", "\"3\"");
        correct(id, 3, first, restructuring(envoy, null)).statusCode(409)
                .body("type", equalTo("https://surety.example/problems/already-corrected"));
        correct(id, 3, correction, restructuring(envoy, "2026-03-09T21:30:00Z")).statusCode(201).header("ETag", "\"4\"");
        read(id, null).body("head.persons", equalTo(List.of(envoy)));
        assertThat(LogOfTest.changesOf(id)).hasSize(4);
    }

    @Test
    void aCorrectionWithoutTimesHasThePlaceOfWhatItCorrects() {
        String id = form(Map.of());
        String first = restructure(id, 1, envoy, null).statusCode(201).extract().path("id");
        restructure(id, 2, other, null).statusCode(201);
        Map<String, Object> joint = restructuring(envoy, null);
        joint.put("members", List.of(minister));
        correct(id, 3, first, joint).statusCode(201).body("effectiveOn", equalTo("2026-03-10"));
        read(id, null).body("head.persons", equalTo(List.of(other))).body("members", equalTo(List.of()));
        restructures(id, null).body("items[1].from.members", equalTo(List.of(minister)));
    }

    @Test
    void correctionsAreWrittenAsRestructuresAre() {
        String id = form(Map.of("label", Map.of("release", "NAMED", "parties", List.of("XAC")), "sources", SOURCES));
        String first = restructure(id, 1, envoy, null).statusCode(201).extract().path("id");
        Map<String, Object> body = Map.of("restructure", first, "corrected", restructuring(other, null), "reason", "misread");
        String path = "/api/v1/delegations/" + id + "/corrections";
        As.nobody().body(body).post(path).then().statusCode(401);
        As.user("xaa.reader").header("If-Match", "\"2\"").body(body).post(path).then().statusCode(403);
        As.user("xab.editor").header("If-Match", "\"2\"").body(body).post(path).then().statusCode(404);
        As.coordinator().header("If-Match", "\"2\"").body(body).post(path).then().statusCode(404);
        As.user("xaa.editor").body(body).post(path).then().statusCode(428);
        As.user("xaa.editor").header("If-Match", "\"1\"").body(body).post(path).then().statusCode(412);
        String key = UUID.randomUUID().toString();
        As.user("xaa.editor").header("If-Match", "\"2\"").header("Idempotency-Key", key).body(body).post(path).then()
                .statusCode(201)
                .header("ETag", "\"3\"");
        As.user("xaa.editor").header("If-Match", "\"2\"").header("Idempotency-Key", key).body(body).post(path).then()
                .statusCode(201)
                .header("ETag", "\"3\"").header("Idempotency-Replayed", "true");
        assertThat(LogOfTest.changesOf(id)).hasSize(3);

        String open = form(Map.of("gathering", SampleRecords.gathering("XAB"), "sources", SOURCES));
        String wrong = restructure(open, 1, envoy, null).statusCode(201).extract().path("id");
        Map<String, Object> unsourced = Map.of("restructure", wrong, "corrected", restructuring(other, null), "reason", "misread");
        As.user("xab.editor").header("If-Match", "\"2\"").body(unsourced).post("/api/v1/delegations/" + open + "/corrections")
                .then()
                .statusCode(403);
        As.coordinator().header("If-Match", "\"2\"").body(unsourced).post("/api/v1/delegations/" + open + "/corrections").then()
                .statusCode(403);
        Map<String, Object> sourced = restructuring(other, null);
        sourced.put("sources", SOURCES);
        As.coordinator().header("If-Match", "\"2\"").body(Map.of("restructure", wrong, "corrected", sourced, "reason", "misread"))
                .post("/api/v1/delegations/" + open + "/corrections").then().statusCode(201);
    }

    @Test
    void badCorrectionsNameTheField() {
        String id = form(Map.of());
        String first = restructure(id, 1, envoy, null).statusCode(201).extract().path("id");
        correct(id, 2, UUID.randomUUID().toString(), restructuring(other, null)).statusCode(400).body("violations.field",
                hasItem("restructure"));
        String elsewhere = form(Map.of("gathering", SampleRecords.gathering("XAB")));
        String another = restructure(elsewhere, 1, envoy, null).statusCode(201).extract().path("id");
        correct(id, 2, another, restructuring(other, null)).statusCode(400).body("violations.field", hasItem("restructure"));
        As.user("xaa.editor").header("If-Match", "\"2\"")
                .body(Map.of("restructure", first, "corrected", Map.of("head", single(other))))
                .post("/api/v1/delegations/" + id + "/corrections").then().statusCode(400)
                .body("violations.field", equalTo(List.of("reason", "corrected.reason")));
        Map<String, Object> twice = restructuring(other, null);
        twice.put("members", List.of(other));
        correct(id, 2, first, twice).statusCode(400).body("violations.field", hasItem("corrected.members"));
        As.user("xaa.editor").header("If-Match", "\"2\"").body(Map.of("reason", "r"))
                .post("/api/v1/delegations/" + id + "/corrections")
                .then().statusCode(400).body("violations.field", equalTo(List.of("restructure", "corrected")));
    }

    @Test
    void thereIsAnEndOfRestructures() {
        String id = form(Map.of());
        Database database = Arc.container().instance(Database.class).get();
        SystemViewer.transaction(() -> database.run(connection -> Database.update(connection,
                "update delegation set restructures = 199, version = version + 1 where id = ?::uuid", id)));
        String last = restructure(id, 2, envoy, null).statusCode(201).extract().path("id");
        restructure(id, 3, other, null).statusCode(409)
                .body("type", equalTo("https://surety.example/problems/too-many-restructures"));
        correct(id, 3, last, restructuring(other, null)).statusCode(409)
                .body("type", equalTo("https://surety.example/problems/too-many-restructures"));
        restructure(id, 3, envoy, null).statusCode(200);
    }

    @Test
    void whatIsNotYetKnownIsNotAnswered() {
        String id = form(Map.of());
        String future = Instant.now().plusSeconds(3600).toString();
        for (String path : List.of("/api/v1/delegations", "/api/v1/delegations/" + id,
                "/api/v1/delegations/" + id + "/restructures")) {
            As.user("xaa.reader").queryParam("knownAt", future).get(path).then().statusCode(409)
                    .body("type", equalTo("https://surety.example/problems/not-yet-known")).body("latest", notNullValue());
            As.nobody().queryParam("knownAt", future).get(path).then().statusCode(401);
            As.user("auditor").queryParam("knownAt", future).get(path).then().statusCode(403);
            As.user("xaa.reader").queryParam("knownAt", "yesterday").get(path).then().statusCode(400).body("violations.field",
                    hasItem("knownAt"));
        }
        As.user("xaa.reader").queryParam("asOf", "2026-02-30").get("/api/v1/delegations/" + id).then().statusCode(400)
                .body("violations.field", hasItem("asOf"));
    }

    @Test
    void aHiddenDelegationIsInNoAnswerOfThePast() {
        String id = form(Map.of("label", Map.of("release", "NATIONAL")));
        Instant known = RecordedTime.of(id, 1);
        As.user("xab.reader").queryParam("knownAt", known.toString()).get("/api/v1/delegations/" + id).then().statusCode(404);
        As.user("xab.reader").queryParam("knownAt", known.toString()).get("/api/v1/delegations/" + id + "/restructures").then()
                .statusCode(404);
        As.user("xab.reader").queryParam("knownAt", known.toString()).queryParam("gathering", gathering).get("/api/v1/delegations")
                .then().statusCode(200).body("items", hasSize(0));
    }

    private String form(Map<String, Object> with) {
        Map<String, Object> body = new HashMap<>(Map.of("gathering", gathering, "party", "XAA", "head", single(minister)));
        body.putAll(with);
        return As.user("xaa.editor").body(body).post("/api/v1/delegations").then().statusCode(201).extract().path("id");
    }

    private static Map<String, Object> restructuring(String head, String effectiveAt) {
        Map<String, Object> body = new HashMap<>(Map.of("reason", "r", "head", single(head)));
        if (effectiveAt != null) {
            body.put("effectiveAt", effectiveAt);
        }
        return body;
    }

    private static ValidatableResponse restructure(String id, long version, String head, String effectiveAt) {
        return As.user("xaa.editor").header("If-Match", "\"" + version + "\"").body(restructuring(head, effectiveAt))
                .post("/api/v1/delegations/" + id + "/restructures").then();
    }

    private static ValidatableResponse correct(String id, long version, String restructure, Map<String, Object> corrected) {
        return As.user("xaa.editor").header("If-Match", "\"" + version + "\"")
                .body(Map.of("restructure", restructure, "corrected", corrected, "reason", "misread"))
                .post("/api/v1/delegations/" + id + "/corrections").then();
    }

    private static ValidatableResponse read(String id, String asOf) {
        return readKnown(id, asOf, null);
    }

    private static ValidatableResponse readKnown(String id, String asOf, Instant knownAt) {
        Map<String, Object> parameters = new HashMap<>();
        if (asOf != null) {
            parameters.put("asOf", asOf);
        }
        if (knownAt != null) {
            parameters.put("knownAt", knownAt.toString());
        }
        return As.user("xaa.reader").queryParams(parameters).get("/api/v1/delegations/" + id).then();
    }

    private static ValidatableResponse restructures(String id, Instant knownAt) {
        Map<String, Object> parameters = knownAt == null ? Map.of() : Map.of("knownAt", knownAt.toString());
        return As.user("xaa.reader").queryParams(parameters).get("/api/v1/delegations/" + id + "/restructures").then()
                .statusCode(200);
    }

    private List<String> list(String asOf, String level) {
        Map<String, Object> parameters = new HashMap<>(Map.of("gathering", gathering, "asOf", asOf));
        if (level != null) {
            parameters.put("level", level);
        }
        return As.user("xaa.reader").queryParams(parameters).get("/api/v1/delegations").then().statusCode(200).extract()
                .path("items.id");
    }

    private static void refusePlanned(String id, String field, Map<String, Object> body) {
        As.user("xaa.editor").header("If-Match", "\"2\"").body(body).put("/api/v1/delegations/" + id).then().statusCode(400)
                .body("violations.field", hasItem(field));
    }

    private static Map<String, Object> single(String person) {
        return Map.of("kind", "SINGLE", "persons", List.of(person));
    }
}
