package org.surety.delegations.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
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
class GatheringResourceTest {

    private static final Map<String, Object> EXERCISE = Map.of("title", "Exercise gathering", "host", "XAA", "coChairs",
            List.of("XAA", "XAB"),
            "startsOn", "2026-03-10", "endsOn", "2026-03-11", "sources", List.of(Map.of("text", "exercise order 1")));

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("XAB", "COALITION_MEMBER");
        SampleRecords.party("XAC");
        SampleRecords.party("FRA", "COALITION_MEMBER");
    }

    @Test
    void plannedGatheringIsReadAndAmended() {
        String id = As.coordinator().body(EXERCISE).post("/api/v1/gatherings").then().statusCode(201).header("ETag", "\"1\"")
                .body("series", equalTo("EXERCISE")).body("status", equalTo("PLANNED")).extract().path("id");
        As.user("xac.reader").get("/api/v1/gatherings/" + id).then().statusCode(200).body("coChairs",
                equalTo(List.of("XAA", "XAB")));

        Map<String, Object> held = new java.util.HashMap<>(EXERCISE);
        held.put("status", "HELD");
        As.coordinator().body(held).put("/api/v1/gatherings/" + id).then().statusCode(428);
        As.coordinator().header("If-Match", "\"1\"").body(held).put("/api/v1/gatherings/" + id).then().statusCode(200)
                .header("ETag", "\"2\"");
        As.coordinator().header("If-Match", "\"2\"").body(held).put("/api/v1/gatherings/" + id).then().statusCode(200)
                .header("ETag", "\"2\"");
        assertThat(LogOfTest.changesOf(id)).extracting(LogOfTest.Entry::type)
                .containsExactly("org.surety.gathering.planned.v1", "org.surety.gathering.amended.v1");
        assertThat(LogOfTest.changesOf(id).get(1).changed()).containsExactly("status");
    }

    @Test
    void onlyTheCoordinatorPlans() {
        As.nobody().body(EXERCISE).post("/api/v1/gatherings").then().statusCode(401);
        As.user("xaa.editor").body(EXERCISE).post("/api/v1/gatherings").then().statusCode(403);
        As.nobody().get("/api/v1/gatherings").then().statusCode(401);
        As.user("operator").get("/api/v1/gatherings").then().statusCode(403);
    }

    @Test
    void aGatheringOfTheCoalitionIsHiddenFromOthersAndFromTheOtherSeries() {
        Map<String, Object> closed = new java.util.HashMap<>(EXERCISE);
        closed.put("label", Map.of("release", "COALITION"));
        String id = As.coordinator().body(closed).post("/api/v1/gatherings").then().statusCode(201).extract().path("id");
        As.user("xab.reader").get("/api/v1/gatherings/" + id).then().statusCode(200);
        As.coordinator().get("/api/v1/gatherings/" + id).then().statusCode(200);
        As.user("xac.reader").get("/api/v1/gatherings/" + id).then().statusCode(404);
        As.user("xac.reader").get("/api/v1/gatherings/" + id + "/tally").then().statusCode(404);
        As.user("fra.reader").get("/api/v1/gatherings/" + id).then().statusCode(404);
        assertThat(
                As.user("fra.reader").queryParam("series", "EXERCISE").queryParam("limit", 500).get("/api/v1/gatherings").jsonPath()
                        .getList("items.id"))
                .doesNotContain(id);
    }

    @Test
    void seriesNeverMix() {
        As.coordinator().body(Map.of("title", "t", "host", "XAA", "coChairs", List.of("FRA"), "startsOn", "2026-03-10"))
                .post("/api/v1/gatherings").then().statusCode(400).body("violations.field", hasItem("coChairs"));
        As.coordinator().body(Map.of("series", "REAL", "title", "t", "host", "XAA", "startsOn", "2026-03-10"))
                .post("/api/v1/gatherings").then().statusCode(400).body("violations.field", hasItem("series"));
    }

    @Test
    void badRequestsNameTheField() {
        As.coordinator().body(Map.of("title", "t", "host", "XAA", "startsOn", "2026-03-10", "endsOn", "2026-03-09"))
                .post("/api/v1/gatherings").then().statusCode(400).body("violations.field", hasItem("endsOn"));
        As.coordinator().body(Map.of("title", "t", "host", "XAA", "startsOn", "10 March")).post("/api/v1/gatherings").then()
                .statusCode(400).body("violations.field", hasItem("startsOn"));
        As.coordinator().body(Map.of("title", "t", "host", "XZY", "startsOn", "2026-03-10")).post("/api/v1/gatherings").then()
                .statusCode(400).body("violations.field", hasItem("host"));
        As.coordinator().body(Map.of("title", "t", "host", "XAA", "startsOn", "2026-03-10", "label", Map.of("release", "NATIONAL")))
                .post("/api/v1/gatherings").then().statusCode(400).body("violations.field", hasItem("label.release"));
        As.coordinator().body(Map.of("title", "t", "host", "XAA", "startsOn", "2026-03-10", "label", Map.of("release", "NAMED")))
                .post("/api/v1/gatherings").then().statusCode(400).body("violations.field", hasItem("label.parties"));
        As.coordinator().body(Map.of("title", "t", "host", "XAA", "startsOn", "2026-03-10", "label",
                Map.of("release", "NAMED", "parties", List.of("XAB")))).post("/api/v1/gatherings").then().statusCode(400)
                .body("violations.field", hasItem("label.release"));
    }
}
