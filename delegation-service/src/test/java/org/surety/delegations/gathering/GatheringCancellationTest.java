package org.surety.delegations.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
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
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Gatherings that are called off, what came out of others, and what was known of them. */
@QuarkusTest
@RealParts
class GatheringCancellationTest {

    private static final String GATHERINGS = "/api/v1/gatherings/";

    private static final Map<String, Object> PLAN = Map.of("title", "Exercise gathering", "host", "XAA", "startsOn", "2026-03-10");

    private static final Map<String, Object> SNOW = Map.of("reason", "The airport is closed.");

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
    }

    @Test
    void aPlannedGatheringIsCalledOffOnce() {
        String id = SampleRecords.gathering("XAA");
        As.coordinator().body(SNOW).post(GATHERINGS + id + "/cancellations").then().statusCode(428);
        cancel(id, 1, SNOW).statusCode(200).header("ETag", "\"2\"").body("status", equalTo("CANCELLED"))
                .body("cancellationReason", equalTo("The airport is closed."));
        cancel(id, 1, SNOW).statusCode(412);
        cancel(id, 2, SNOW).statusCode(200).header("ETag", "\"2\"");
        cancel(id, 2, Map.of("reason", "Nobody came.")).statusCode(409)
                .body("type", equalTo("https://surety.example/problems/gathering-cancelled"));
        As.user("xac.reader").get(GATHERINGS + id).then().statusCode(200).body("status", equalTo("CANCELLED"));
        assertThat(LogOfTest.changesOf(id)).extracting(LogOfTest.Entry::type).containsExactly("org.surety.gathering.planned.v1",
                "org.surety.gathering.cancelled.v1");
        assertThat(LogOfTest.changesOf(id).get(1).changed()).containsExactly("status");
        assertThat(LogOfTest.changesOf(id).get(1).state()).doesNotContain("airport");
        Recorded.keepsItsSchemas(id);
    }

    @Test
    void whatWasHeldIsNotCalledOff() {
        String id = plan(Map.of("status", "HELD"));
        cancel(id, 1, SNOW).statusCode(409).body("type", equalTo("https://surety.example/problems/gathering-held"));
        amend(id, 1, Map.of("status", "PLANNED")).statusCode(200);
        cancel(id, 2, SNOW).statusCode(200);
    }

    @Test
    void onlyTheActCancelsAndNothingBringsBack() {
        As.coordinator().body(with(Map.of("status", "CANCELLED"))).post("/api/v1/gatherings").then().statusCode(400)
                .body("violations.field", hasItem("status"));
        String id = SampleRecords.gathering("XAA");
        amend(id, 1, Map.of("status", "CANCELLED")).statusCode(400).body("violations.field", hasItem("status"));
        cancel(id, 1, SNOW).statusCode(200);
        for (String status : List.of("PLANNED", "HELD")) {
            amend(id, 2, Map.of("status", status)).statusCode(409)
                    .body("type", equalTo("https://surety.example/problems/gathering-cancelled"));
        }
        // What else is said of it is still corrected.
        amend(id, 2, Map.of("place", "Exercise city")).statusCode(200).body("status", equalTo("CANCELLED"))
                .body("cancellationReason", equalTo("The airport is closed."));
        amend(id, 3, Map.of("place", "Exercise city", "status", "CANCELLED")).statusCode(200).header("ETag", "\"3\"");
        assertThat(LogOfTest.changesOf(id).get(2).changed()).containsExactly("place");
    }

    @Test
    void aStatusThatIsLeftOutStays() {
        String id = plan(Map.of("status", "HELD"));
        amend(id, 1, Map.of("place", "Exercise city")).statusCode(200).body("status", equalTo("HELD"));
    }

    @Test
    void onlyTheCoordinatorCancels() {
        String id = SampleRecords.gathering("XAA");
        As.nobody().header("If-Match", "\"1\"").body(SNOW).post(GATHERINGS + id + "/cancellations").then().statusCode(401);
        for (String user : List.of("xaa.editor", "xaa.reader", "auditor")) {
            As.user(user).header("If-Match", "\"1\"").body(SNOW).post(GATHERINGS + id + "/cancellations").then().statusCode(403)
                    .body("type", equalTo("https://surety.example/problems/not-permitted"));
        }
        As.coordinator().header("If-Match", "\"1\"").body(SNOW).post(GATHERINGS + UUID.randomUUID() + "/cancellations").then()
                .statusCode(404);
        cancel(id, 1, Map.of()).statusCode(400).body("violations.field", hasItem("reason"));
        cancel(id, 1, Map.of("reason", "x".repeat(2001))).statusCode(400).body("violations.field", hasItem("reason"));
    }

    @Test
    void whatCameOutOfItIsNamedById() {
        String id = plan(Map.of("status", "HELD"));
        String declaration = UUID.randomUUID().toString();
        amend(id, 1, Map.of("status", "HELD", "outcomes", List.of(declaration))).statusCode(200)
                .body("outcomes", equalTo(List.of(declaration)));
        assertThat(LogOfTest.changesOf(id).get(1).changed()).containsExactly("outcomes");
        assertThat(LogOfTest.changesOf(id).get(1).state()).contains(declaration);
        Recorded.keepsItsSchemas(id);
        amend(id, 2, Map.of("outcomes", List.of(declaration, declaration))).statusCode(400)
                .body("violations.field", hasItem("outcomes"));
        amend(id, 2, Map.of("outcomes", java.util.stream.Stream.generate(UUID::randomUUID).limit(51).toList())).statusCode(400)
                .body("violations.field", hasItem("outcomes"));
        amend(id, 2, Map.of("outcomes", List.of("the declaration"))).statusCode(400);
    }

    @Test
    void whatWasKnownBeforeStays() {
        String id = plan(Map.of("title", "Exercise gathering that was called off", "startsOn", "2031-03-10"));
        Instant planned = Recorded.at(id, 1);
        cancel(id, 1, SNOW).statusCode(200);
        Instant cancelled = Recorded.at(id, 2);
        As.user("xac.reader").queryParam("knownAt", planned.toString()).get(GATHERINGS + id).then().statusCode(200)
                .header("ETag", "\"1\"").body("status", equalTo("PLANNED")).body("cancellationReason", nullValue());
        As.user("xac.reader").queryParam("knownAt", cancelled.toString()).get(GATHERINGS + id).then().statusCode(200)
                .header("ETag", "\"2\"").body("status", equalTo("CANCELLED"));
        assertThat(listed("PLANNED", planned)).contains(id);
        assertThat(listed("CANCELLED", planned)).doesNotContain(id);
        assertThat(listed("CANCELLED", cancelled)).contains(id);
        assertThat(listed("PLANNED", planned.minusMillis(1))).doesNotContain(id);
        As.user("xac.reader").queryParam("knownAt", planned.minusMillis(1).toString()).get(GATHERINGS + id).then().statusCode(404);
        for (String path : List.of("/api/v1/gatherings", GATHERINGS + id)) {
            As.user("xac.reader").queryParam("knownAt", Instant.now().plusSeconds(3600).toString()).get(path).then()
                    .statusCode(409).body("type", equalTo("https://surety.example/problems/not-yet-known"));
        }
    }

    @Test
    void aHiddenGatheringHasNoPastEither() {
        String id = plan(Map.of("label", Map.of("release", "COALITION")));
        String known = Recorded.at(id, 1).toString();
        As.user("xaa.reader").queryParam("knownAt", known).get(GATHERINGS + id).then().statusCode(200);
        As.user("fra.reader").queryParam("knownAt", known).get(GATHERINGS + id).then().statusCode(404);
    }

    private static List<String> listed(String status, Instant known) {
        return As.user("xac.reader").queryParam("status", status).queryParam("knownAt", known.toString()).queryParam("limit", 500)
                .get("/api/v1/gatherings").then().statusCode(200).extract().path("items.id");
    }

    private static Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(PLAN);
        body.putAll(more);
        return body;
    }

    private static String plan(Map<String, Object> more) {
        return As.coordinator().body(with(more)).post("/api/v1/gatherings").then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse amend(String id, int version, Map<String, Object> more) {
        return As.coordinator().header("If-Match", "\"" + version + "\"").body(with(more)).put(GATHERINGS + id).then();
    }

    private static ValidatableResponse cancel(String id, int version, Map<String, Object> body) {
        return As.coordinator().header("If-Match", "\"" + version + "\"").body(body).post(GATHERINGS + id + "/cancellations")
                .then();
    }
}
