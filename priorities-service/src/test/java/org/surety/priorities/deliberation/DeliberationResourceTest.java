package org.surety.priorities.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.priorities.deliberation.SampleDeliberation.STEPS;
import static org.surety.priorities.deliberation.SampleDeliberation.TEXTS;
import static org.surety.priorities.deliberation.SampleDeliberation.draft;
import static org.surety.priorities.deliberation.SampleDeliberation.moved;
import static org.surety.priorities.deliberation.SampleDeliberation.recorded;
import static org.surety.priorities.deliberation.SampleDeliberation.step;
import static org.surety.priorities.requirement.SampleRequirement.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.EventSchemas;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.LogOfTest;
import org.surety.priorities.RealParts;
import org.surety.priorities.Sample;
import org.surety.priorities.SettableClock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Deliberations and texts of the priorities. */
@QuarkusTest
@RealParts
class DeliberationResourceTest {

    private static final String PRIORITY = "/api/v1/priorities/MULTINATIONAL_FORCE";

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SettableClock clock;

    @BeforeEach
    void xaaIsAMemberAndXacIsNot() {
        database.clear();
        known.members("XAA", "XAB");
        clock.set(LocalDate.of(2026, 3, 10));
    }

    @AfterEach
    void theClockGoesOn() {
        clock.set(null);
    }

    private static ValidatableResponse list(String user, String path, String... query) {
        RequestSpecification request = As.user(user);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get(path).then().statusCode(200);
    }

    @Test
    void commandsAppendTheChangesOfTheirGoldenSamplesOnce() {
        Map<String, Object> agreed = with(step("AGREED_IN_PRINCIPLE", "2026-02-02"), "leads", List.of("XAA", "XAB"));
        String id = moved(agreed);
        As.coordinator().body(agreed).post(STEPS).then().statusCode(200).header("ETag", "\"1\"").body("id", equalTo(id));
        same(id, Sample.of("deliberation.moved"));
        Response recorded = As.coordinator().body(draft()).post(TEXTS);
        recorded.then().statusCode(201).header("ETag", "\"1\"").header("Location", endsWith(TEXTS + "/" + recorded.path("id")));
        As.coordinator().body(draft()).post(TEXTS).then().statusCode(200).body("id", equalTo(recorded.path("id")));
        same(recorded.path("id"), Sample.of("text.recorded"));
    }

    private static void same(String id, JsonNode sample) {
        List<LogOfTest.Entry> log = LogOfTest.changesOf(id);
        assertThat(log).hasSize(1);
        assertThat(log.get(0).type()).isEqualTo(sample.get("type").asText());
        assertThat(log.get(0).label()).isEqualTo(sample.get("label").asText());
        assertThat(EventSchemas.strict().faultsOfData(log.get(0).type(), log.get(0).state())).isEmpty();
        assertThat(Sample.json(log.get(0).state())).isEqualTo(((ObjectNode) sample.get("data")).put("id", id));
    }

    @Test
    void theStepThatHasBegunHoldsAndAStepBackIsToBeSeen() {
        String first = moved(with(step("AGREED_IN_PRINCIPLE", "2026-02-02"), "leads", List.of("XAA", "XAB")));
        moved(step("TEXT_AGREED", "2026-03-01"));
        moved(with(step("OPERATIONAL", "2026-03-20"), "leads", List.of("XAB")));
        list("xaa.reader", PRIORITY, "series", "EXERCISE").body("deliberation.state", equalTo("TEXT_AGREED"))
                .body("deliberation.leads", contains("XAA", "XAB")).body("deliberation.from", equalTo("2026-03-01"))
                .body("series", equalTo("EXERCISE"));
        String before = database.recordedAt(first, 1);
        String back = moved(step("UNDER_DELIBERATION", "2026-03-05"));
        list("xaa.reader", PRIORITY, "series", "EXERCISE").body("deliberation.state", equalTo("UNDER_DELIBERATION"))
                .body("deliberation.steppedBack", equalTo(true));
        list("xaa.reader", STEPS, "series", "EXERCISE")
                .body("items.state", contains("AGREED_IN_PRINCIPLE", "TEXT_AGREED", "UNDER_DELIBERATION", "OPERATIONAL"))
                .body("items.steppedBack", contains(false, false, true, false));
        list("xaa.reader", STEPS, "series", "EXERCISE", "asOf", "2026-03-01").body("items.state",
                contains("AGREED_IN_PRINCIPLE", "TEXT_AGREED"));
        list("xaa.reader", STEPS, "series", "EXERCISE", "knownAt", before).body("items.state", contains("AGREED_IN_PRINCIPLE"));
        As.user("xaa.reader").get(STEPS + "/" + back).then().statusCode(200).body("steppedBack", equalTo(true));

        // A midnight changes the answer, and with it its tag.
        String tag = list("xaa.reader", PRIORITY, "series", "EXERCISE").extract().header("ETag");
        assertThat(tag).startsWith("\"1.");
        As.user("xaa.reader").header("If-None-Match", tag).queryParam("series", "EXERCISE").get(PRIORITY).then().statusCode(304);
        clock.set(LocalDate.of(2026, 3, 20));
        list("xaa.reader", PRIORITY, "series", "EXERCISE").body("deliberation.state", equalTo("OPERATIONAL"))
                .body("deliberation.leads", contains("XAB"));
    }

    @Test
    void seriesNeverMixAndLabelsHide() {
        String id = moved(step("AGREED_IN_PRINCIPLE", "2026-02-02"));
        moved(with(with(step("UNDER_DELIBERATION", "2026-01-06"), "series", "REAL"), "label", Map.of("release", "PUBLIC")));
        list("xaa.reader", "/api/v1/priorities", "series", "REAL").body("items.size()", equalTo(5))
                .body("items[2].deliberation.state", equalTo("UNDER_DELIBERATION")).body("items[0].deliberation", nullValue())
                .body("items[2].series", equalTo("REAL"));
        list("xaa.reader", STEPS, "series", "REAL").body("items.state", contains("UNDER_DELIBERATION"));
        list("xaa.reader", STEPS, "series", "EXERCISE").body("items.state", contains("AGREED_IN_PRINCIPLE"));
        list("xac.reader", STEPS, "series", "EXERCISE").body("items", empty());
        list("xac.reader", PRIORITY, "series", "EXERCISE").body("deliberation", nullValue());
        list("xac.reader", PRIORITY).body("deliberation", nullValue()).body("series", nullValue()).header("ETag", "\"1\"");
        String missing = As.user("xac.reader").get(STEPS + "/" + UUID.randomUUID()).then().statusCode(404).extract().path("detail");
        As.user("xac.reader").get(STEPS + "/" + id).then().statusCode(404).body("detail", equalTo(missing));
        As.user("xaa.reader").get("/api/v1/priorities/CEASEFIRE_MONITORING/deliberations/" + id).then().statusCode(404);
    }

    @Test
    void whatWasRecordedOfATextStays() {
        As.coordinator().body(draft()).post(TEXTS).then().statusCode(201);
        As.coordinator().body(with(draft(), "title", "Another")).post(TEXTS).then().statusCode(409).body("type",
                equalTo("https://surety.example/problems/text-recorded"));
        As.coordinator().body(with(draft(), "language", "uk")).post(TEXTS).then().statusCode(201);
        Map<String, Object> last = with(with(with(draft(), "number", 2), "status", "FINAL"), "label", Map.of("release", "PUBLIC"));
        String id = recorded(last);
        As.coordinator().body(with(draft(), "series", "REAL")).post(TEXTS).then().statusCode(201);

        list("xaa.reader", PRIORITY, "series", "EXERCISE").body("texts.number", contains(2, 1))
                .body("texts.language", contains("en", "uk")).body("texts.status", contains("FINAL", "DRAFT"));
        list("xaa.reader", TEXTS, "series", "EXERCISE").body("items.number", contains(1, 1, 2));
        list("xaa.reader", TEXTS, "series", "EXERCISE", "language", "en", "status", "DRAFT").body("items.number", contains(1));
        list("xac.reader", TEXTS, "series", "EXERCISE").body("items.number", contains(2));
        As.user("xac.reader").get(TEXTS + "/" + id).then().statusCode(200).header("ETag", "\"1\"").body("title", notNullValue());
        As.user("xac.reader").get(TEXTS + "/" + UUID.randomUUID()).then().statusCode(404);
        List<Integer> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = As.user("xaa.reader").queryParam("series", "EXERCISE").queryParam("limit", 1);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(TEXTS);
            seen.addAll(page.jsonPath().getList("items.number"));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        assertThat(seen).containsExactly(1, 1, 2);
    }

    @Test
    void onlyTheCoordinatorWrites() {
        for (String path : List.of(STEPS, TEXTS)) {
            Map<String, Object> body = path.equals(STEPS) ? step("OPERATIONAL", "2026-02-02") : draft();
            for (String user : List.of("xaa.editor", "xaa.reader", "auditor", "operator")) {
                As.user(user).body(body).post(path).then().statusCode(403).body("type",
                        equalTo("https://surety.example/problems/not-permitted"));
            }
            As.nobody().body(body).post(path).then().statusCode(401);
            As.nobody().queryParam("series", "EXERCISE").get(path).then().statusCode(401);
            As.user("auditor").queryParam("series", "EXERCISE").get(path).then().statusCode(403);
            list("xaa.reader", path, "series", "EXERCISE").body("items", empty());
        }
    }

    @Test
    void badRequestsNameTheFieldAndStoreNothing() {
        Map<String, Object> step = step("OPERATIONAL", "2026-02-02");
        refused(STEPS, with(step, "series", null), "series");
        refused(STEPS, with(step, "state", "DONE"), "state");
        refused(STEPS, with(step, "state", null), "state");
        refused(STEPS, with(step, "from", "3026-02-02"), "from");
        refused(STEPS, with(with(step, "reason", null), "source", null), "reason");
        refused(STEPS, with(step, "reason", " "), "reason");
        refused(STEPS, with(step, "leads", List.of("XAZ")), "leads");
        refused(STEPS, with(step, "leads", List.of("XAA", "XAA")), "leads");
        refused(STEPS, with(with(step, "series", "REAL"), "leads", List.of("XAA")), "leads");
        refused(STEPS, with(step, "label", Map.of("release", "NATIONAL")), "label.release");
        refused(STEPS, with(step, "label", null), "label");
        refused(TEXTS, with(draft(), "number", 0), "number");
        refused(TEXTS, with(draft(), "language", "English"), "language");
        refused(TEXTS, with(draft(), "status", null), "status");
        refused(TEXTS, with(draft(), "title", null), "title");
        refused(TEXTS, with(draft(), "day", "0026-02-03"), "day");
        refused(TEXTS, with(draft(), "source", null), "source");
        refused(TEXTS, with(draft(), "label", Map.of("release", "NAMED", "parties", List.of("XAA"))), "label.release");
        As.coordinator().body(step).post("/api/v1/priorities/WORLD_PEACE/deliberations").then().statusCode(404)
                .contentType("application/problem+json");
        As.user("xaa.reader").get(STEPS).then().statusCode(400).body("violations.field", hasItem("series"));
        As.user("xaa.reader").get(TEXTS).then().statusCode(400).body("violations.field", hasItem("series"));
        As.user("xaa.reader").queryParam("series", "REAL").queryParam("asOf", "3026-01-01").get(STEPS).then().statusCode(400);
        list("coordinator", STEPS, "series", "EXERCISE").body("items", empty());
        list("coordinator", TEXTS, "series", "EXERCISE").body("items", empty());
    }

    private static void refused(String path, Map<String, Object> body, String field) {
        As.coordinator().body(body).post(path).then().statusCode(400).body("violations.field", hasItem(field));
    }
}
