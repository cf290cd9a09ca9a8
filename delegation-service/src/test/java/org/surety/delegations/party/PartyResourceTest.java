package org.surety.delegations.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.LogOfTest;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@RealParts
class PartyResourceTest {

    private static final Map<String, Object> GRANITE = Map.of("code", "XQA", "kind", "STATE", "names",
            Map.of("en", "Exercise state Granite", "fr", "Etat d'exercice Granit"), "attributes",
            List.of(Map.of("attribute", "EUROPEAN"),
                    Map.of("attribute", "COALITION_MEMBER", "from", "2026-01-06", "source", "order 1")));

    @Test
    void registeredPartyIsReadWithItsVersion() {
        As.coordinator().body(GRANITE).post("/api/v1/parties").then().statusCode(201)
                .header("ETag", "\"1\"").header("Location", org.hamcrest.Matchers.endsWith("/api/v1/parties/XQA"));

        As.user("xaa.reader").get("/api/v1/parties/XQA").then().statusCode(200).header("ETag", "\"1\"")
                .body("series", equalTo("EXERCISE")).body("names.fr", equalTo("Etat d'exercice Granit"))
                .body("attributes.attribute", hasItems("EUROPEAN", "COALITION_MEMBER")).body("label.release", equalTo("PUBLIC"));
        As.user("xaa.reader").header("If-None-Match", "\"1\"").get("/api/v1/parties/XQA").then().statusCode(304);
        assertThat(LogOfTest.changesOf("XQA")).extracting(LogOfTest.Entry::type).containsExactly("org.surety.party.registered.v1");

        As.coordinator().body(GRANITE).post("/api/v1/parties").then().statusCode(409)
                .contentType("application/problem+json").body("type", equalTo("https://surety.example/problems/party-exists"));
    }

    @Test
    void amendingNeedsTheVersionAndTheSameAgainChangesNothing() {
        SampleRecords.party("XQB");
        Map<String, Object> renamed = Map.of("names", Map.of("en", "Renamed"), "attributes", List.of());

        As.coordinator().body(renamed).put("/api/v1/parties/XQB").then().statusCode(428)
                .body("type", equalTo("https://surety.example/problems/version-required"));
        As.coordinator().header("If-Match", "\"1\"").body(renamed).put("/api/v1/parties/XQB").then().statusCode(200)
                .header("ETag", "\"2\"").body("names.en", equalTo("Renamed"));
        As.coordinator().header("If-Match", "\"1\"").body(renamed).put("/api/v1/parties/XQB").then().statusCode(412)
                .body("type", equalTo("https://surety.example/problems/stale-version"));
        As.coordinator().header("If-Match", "\"2\"").body(renamed).put("/api/v1/parties/XQB").then().statusCode(200)
                .header("ETag", "\"2\"");
        assertThat(LogOfTest.changesOf("XQB")).extracting(LogOfTest.Entry::version).containsExactly(1L, 2L);
        assertThat(LogOfTest.changesOf("XQB").get(1).changed()).containsExactly("names");
    }

    @Test
    void onlyTheCoordinatorWrites() {
        As.nobody().body(GRANITE).post("/api/v1/parties").then().statusCode(401)
                .contentType("application/problem+json").body("type", equalTo("https://surety.example/problems/unauthenticated"));
        for (String user : List.of("xaa.editor", "xaa.reader", "auditor", "operator")) {
            As.user(user).body(GRANITE).post("/api/v1/parties").then().statusCode(403)
                    .body("type", equalTo("https://surety.example/problems/not-permitted"));
            As.user(user).header("If-Match", "\"1\"").body(Map.of("names", Map.of("en", "x"))).put("/api/v1/parties/XQA").then()
                    .statusCode(403);
        }
        As.nobody().get("/api/v1/parties").then().statusCode(401);
        As.user("auditor").get("/api/v1/parties").then().statusCode(403);
    }

    @Test
    void listsPageWithoutGapOrRepeat() {
        List<String> codes = List.of("XRA", "XRB", "XRC", "XRD", "XRE");
        codes.forEach(code -> SampleRecords.party(code, "NUCLEAR_CAPABLE"));
        List<String> seen = new java.util.ArrayList<>();
        String cursor = null;
        do {
            var request = As.user("xaa.reader").queryParam("limit", 2).queryParam("series", "EXERCISE").queryParam("attribute",
                    "NUCLEAR_CAPABLE");
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/api/v1/parties");
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.code"));
            cursor = page.jsonPath().getString("next");
            assertThat(page.header("Link") != null).isEqualTo(cursor != null);
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(codes);
    }

    @Test
    void cursorIsGoodForItsOwnQuestionOnly() {
        List.of("XSA", "XSB").forEach(SampleRecords::party);
        String cursor = As.user("xaa.reader").queryParam("limit", 1).get("/api/v1/parties").jsonPath().getString("next");
        As.user("xaa.reader").queryParam("cursor", cursor).get("/api/v1/parties").then().statusCode(200);
        As.user("xab.reader").queryParam("cursor", cursor).get("/api/v1/parties").then().statusCode(400)
                .body("violations.field", hasItem("cursor"));
        As.user("xaa.reader").queryParam("series", "REAL").queryParam("cursor", cursor).get("/api/v1/parties").then()
                .statusCode(400);
    }

    @Test
    void badRequestsNameTheFieldAndTheRule() {
        As.coordinator().body(Map.of("code", "XQC", "kind", "STATE", "names", Map.of("en", "x"), "capital", "y"))
                .post("/api/v1/parties")
                .then().statusCode(400).contentType("application/problem+json").body("violations.field", hasItem("capital"))
                .body("traceId", notNullValue());
        As.coordinator().body(Map.of("code", "toolong", "kind", "STATE", "names", Map.of("en", "x"))).post("/api/v1/parties")
                .then().statusCode(400).body("violations.field", hasItem("code"));
        As.coordinator().body(Map.of("code", "XQC", "kind", "EMPIRE", "names", Map.of("en", "x"))).post("/api/v1/parties")
                .then().statusCode(400).body("violations.field", hasItem("kind"))
                .body("detail", not(org.hamcrest.Matchers.containsString("org.surety")));
        As.coordinator().body(Map.of("code", "XQC", "kind", "STATE", "names", Map.of("en", "x"), "attributes",
                List.of(Map.of("attribute", "EUROPEAN", "from", "2026-02-30")))).post("/api/v1/parties")
                .then().statusCode(400).body("violations.field", hasItem("attributes[0].from"));
        As.coordinator().body(Map.of("code", "XQC", "kind", "STATE", "names", Map.of("fr", "x"))).post("/api/v1/parties")
                .then().statusCode(400).body("violations.field", hasItem("names.en"));
        As.coordinator().body("{").post("/api/v1/parties").then().statusCode(400).contentType("application/problem+json");
        As.coordinator().post("/api/v1/parties").then().statusCode(400).contentType("application/problem+json");
        As.coordinator().contentType("text/plain").body("x").post("/api/v1/parties").then().statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("https://surety.example/problems/unsupported-media-type"));
        As.coordinator().body("{\"code\": \"" + "X".repeat(1_100_000) + "\"}").post("/api/v1/parties").then().statusCode(413)
                .contentType("application/problem+json").body("type", equalTo("https://surety.example/problems/payload-too-large"));
        As.coordinator().delete("/api/v1/parties/XQA").then().statusCode(405)
                .body("type", equalTo("https://surety.example/problems/method-not-allowed"));
        As.user("xaa.reader").queryParam("colour", "red").get("/api/v1/parties").then().statusCode(400)
                .body("type", equalTo("https://surety.example/problems/unknown-parameter"))
                .body("detail", equalTo("Known here: asOf, attribute, cursor, kind, knownAt, limit, series."));
        As.user("xaa.reader").queryParam("limit", 501).get("/api/v1/parties").then().statusCode(400);
        As.user("xaa.reader").queryParam("series", "FAKE").get("/api/v1/parties").then().statusCode(400);
        As.user("xaa.reader").get("/api/v1/parties/XZZ").then().statusCode(404)
                .body("type", equalTo("https://surety.example/problems/not-found"));
        assertThat(LogOfTest.changesOf("XQC")).isEmpty();
    }
}
