package org.surety.delegations.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.LogOfTest;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class PersonResourceTest {

    private static final Map<String, Object> MINISTER = Map.of("party", "XAA", "name", "Éxercise Пerson 一", "post",
            "Minister of Defence",
            "rank", "MINISTER");

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("XAB", "COALITION_MEMBER");
        SampleRecords.party("XAC");
    }

    @Test
    void nameStandsInTheRecordAndInNoChange() {
        String id = As.user("xaa.editor").body(MINISTER).post("/api/v1/persons").then().statusCode(201).header("ETag", "\"1\"")
                .extract().path("id");
        As.user("xac.reader").get("/api/v1/persons/" + id).then().statusCode(200).body("name", equalTo("Éxercise Пerson 一"))
                .body("rank", equalTo("MINISTER")).body("series", equalTo("EXERCISE"));
        assertThat(LogOfTest.changesOf(id)).singleElement().satisfies(change -> {
            assertThat(change.type()).isEqualTo("org.surety.person.recorded.v1");
            assertThat(change.state()).doesNotContain("Éxercise").doesNotContain("Defence").contains("MINISTER");
        });
    }

    @Test
    void aNewNameAloneMovesTheVersionAndStaysOutOfTheChange() {
        String id = As.user("xaa.editor").body(MINISTER).post("/api/v1/persons").then().statusCode(201).extract().path("id");
        Map<String, Object> renamed = Map.of("name", "Another", "post", "Minister of Defence", "rank", "MINISTER");
        As.user("xaa.editor").header("If-Match", "\"1\"").body(renamed).put("/api/v1/persons/" + id).then().statusCode(200)
                .header("ETag", "\"2\"").body("name", equalTo("Another"));
        As.user("xaa.editor").header("If-Match", "\"2\"").body(renamed).put("/api/v1/persons/" + id).then().statusCode(200)
                .header("ETag", "\"2\"");
        As.user("xaa.editor").header("If-Match", "\"1\"").body(renamed).put("/api/v1/persons/" + id).then().statusCode(412);
        assertThat(LogOfTest.changesOf(id)).extracting(LogOfTest.Entry::version).containsExactly(1L, 2L);
        assertThat(LogOfTest.changesOf(id).get(1).state()).doesNotContain("Another");
    }

    @Test
    void anEditorWritesForTheOwnPartyAndTheCoordinatorForThePublicRecord() {
        As.nobody().body(MINISTER).post("/api/v1/persons").then().statusCode(401);
        As.user("xaa.reader").body(MINISTER).post("/api/v1/persons").then().statusCode(403);
        As.user("xab.editor").body(MINISTER).post("/api/v1/persons").then().statusCode(403)
                .body("detail", equalTo("Only an editor of XAA writes its records."));
        As.coordinator().body(MINISTER).post("/api/v1/persons").then().statusCode(201);
        As.coordinator().body(Map.of("party", "XAA", "name", "n", "rank", "OTHER", "label", Map.of("release", "COALITION")))
                .post("/api/v1/persons").then().statusCode(403);
    }

    @Test
    void aHiddenPersonLooksMissing() {
        String national = As.user("xaa.editor")
                .body(Map.of("party", "XAA", "name", "n", "rank", "OTHER", "label", Map.of("release", "NATIONAL")))
                .post("/api/v1/persons").then().statusCode(201).extract().path("id");
        String named = As.user("xaa.editor").body(Map.of("party", "XAA", "name", "n", "rank", "OTHER", "label",
                Map.of("release", "NAMED", "parties", java.util.List.of("XAB")))).post("/api/v1/persons").then().statusCode(201)
                .extract().path("id");
        String coalition = As.user("xaa.editor")
                .body(Map.of("party", "XAA", "name", "n", "rank", "OTHER", "label", Map.of("release", "COALITION")))
                .post("/api/v1/persons").then().statusCode(201).extract().path("id");

        assertThat(statuses("xaa.reader", national, named, coalition)).containsExactly(200, 200, 200);
        assertThat(statuses("xab.reader", national, named, coalition)).containsExactly(404, 200, 200);
        assertThat(statuses("xac.reader", national, named, coalition)).containsExactly(404, 404, 404);
        assertThat(statuses("fra.reader", national, named, coalition)).containsExactly(404, 404, 404);
        assertThat(statuses("coordinator", national, named, coalition)).containsExactly(404, 404, 200);
        assertThat(As.user("xac.reader").queryParam("party", "XAA").queryParam("limit", 500).get("/api/v1/persons").jsonPath()
                .getList("items.id")).doesNotContain(national, named, coalition);
        As.user("xab.editor").header("If-Match", "\"1\"").body(Map.of("name", "n", "rank", "OTHER"))
                .put("/api/v1/persons/" + national)
                .then().statusCode(404);
        As.user("xab.editor").header("If-Match", "\"1\"").body(Map.of("name", "n", "rank", "OTHER")).put("/api/v1/persons/" + named)
                .then().statusCode(403);
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        String key = "key-" + System.nanoTime();
        String first = As.user("xaa.editor").header("Idempotency-Key", key).body(MINISTER).post("/api/v1/persons").then()
                .statusCode(201)
                .extract().path("id");
        As.user("xaa.editor").header("Idempotency-Key", key).body(MINISTER).post("/api/v1/persons").then().statusCode(201)
                .header("Idempotency-Replayed", "true").header("ETag", "\"1\"").body("id", equalTo(first));
        As.user("xaa.editor").header("Idempotency-Key", key).body(Map.of("party", "XAA", "name", "other", "rank", "OTHER"))
                .post("/api/v1/persons").then().statusCode(422).body("type", equalTo("https://surety.example/problems/key-reused"));
        // The key belongs to the caller, and a refused request is not kept.
        As.user("xab.editor").header("Idempotency-Key", key).body(Map.of("party", "XAB", "name", "n", "rank", "OTHER"))
                .post("/api/v1/persons").then().statusCode(201);
        String other = key + "-b";
        As.user("xaa.editor").header("Idempotency-Key", other).body(Map.of("party", "XAA", "name", "", "rank", "OTHER"))
                .post("/api/v1/persons").then().statusCode(400);
        As.user("xaa.editor").header("Idempotency-Key", other).body(MINISTER).post("/api/v1/persons").then().statusCode(201);
    }

    @Test
    void aLabelNamesPartiesOfTheSameSeries() {
        As.user("xaa.editor").body(Map.of("party", "XAA", "name", "n", "rank", "OTHER", "label",
                Map.of("release", "NAMED", "parties", java.util.List.of("FRA")))).post("/api/v1/persons").then().statusCode(400)
                .body("violations.field", hasItem("label.parties"));
    }

    @Test
    void badRequestsNameTheField() {
        As.user("xaa.editor").body(Map.of("party", "XAA", "name", "n", "rank", "KING")).post("/api/v1/persons").then()
                .statusCode(400)
                .body("violations.field", hasItem("rank"));
        As.coordinator().body(Map.of("party", "XZY", "name", "n", "rank", "OTHER")).post("/api/v1/persons").then().statusCode(400)
                .body("violations.field", hasItem("party"));
        As.user("xaa.editor").body(Map.of("party", "XAA", "name", "n".repeat(201), "rank", "OTHER")).post("/api/v1/persons").then()
                .statusCode(400).body("violations.field", hasItem("name"));
        As.user("xaa.editor").body(Map.of("party", "XAA", "name", "a\u0000b", "rank", "OTHER")).post("/api/v1/persons").then()
                .statusCode(400).body("violations.field", hasItem("name"));
        As.user("xaa.editor").get("/api/v1/persons/not-an-id").then().statusCode(404);
    }

    private static java.util.List<Integer> statuses(String user, String... ids) {
        return java.util.Arrays.stream(ids).map(id -> As.user(user).get("/api/v1/persons/" + id).statusCode()).toList();
    }
}
