package org.surety.priorities.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.surety.priorities.requirement.SampleRequirement.observers;
import static org.surety.priorities.requirement.SampleRequirement.stated;
import static org.surety.priorities.requirement.SampleRequirement.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.EventSchemas;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.LogOfTest;
import org.surety.priorities.RealParts;
import org.surety.priorities.Sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class RequirementResourceTest {

    private static final String PATH = "/api/v1/requirements";

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @BeforeEach
    void xaaIsAMemberAndXabIsNot() {
        database.clear();
        known.members("XAA");
    }

    private static RequestSpecification coordinator(int version) {
        return As.coordinator().header("If-Match", "\"" + version + "\"");
    }

    @Test
    void statedRequirementIsReadWithItsVersion() {
        Response created = As.coordinator().body(observers()).post(PATH);
        created.then().statusCode(201).header("ETag", "\"1\"").body("unit", equalTo("observers")).body("quantity", equalTo(600))
                .body("withdrawn", equalTo(false)).body("version", equalTo(1));
        String id = created.path("id");
        created.then().header("Location", endsWith(PATH + "/" + id));

        As.user("xaa.reader").get(PATH + "/" + id).then().statusCode(200).header("ETag", "\"1\"")
                .body("title", equalTo("Observers along the line of contact")).body("label.release", equalTo("COALITION"))
                .body("kinds", equalTo(List.of("MONITORING", "FORCE_CONTRIBUTION"))).body("until", equalTo("2028-02-29"));
        As.user("xaa.reader").header("If-None-Match", "\"1\"").get(PATH + "/" + id).then().statusCode(304);
        As.nobody().get(PATH + "/" + id).then().statusCode(401);
        As.user("auditor").get(PATH + "/" + id).then().statusCode(403);
    }

    @Test
    void everyCommandAppendsTheChangeOfItsGoldenSample() {
        UUID id = stated(observers());
        coordinator(1).body(with(observers(), "minimum", 350)).put(PATH + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
        coordinator(2).body(Map.of("reason", "The line of contact was moved")).post(PATH + "/" + id + "/withdrawals").then()
                .statusCode(200).header("ETag", "\"3\"").body("withdrawn", equalTo(true));

        List<LogOfTest.Entry> log = LogOfTest.changesOf(id.toString());
        assertThat(log).hasSize(3);
        assertThat(log).extracting(LogOfTest.Entry::changed).containsExactly(List.of(), List.of("minimum"),
                List.of("withdrawn", "withdrawalReason"));
        List<String> types = List.of("requirement.stated", "requirement.amended", "requirement.withdrawn");
        for (int i = 0; i < types.size(); i++) {
            JsonNode sample = Sample.of(types.get(i));
            assertThat(log.get(i).type()).isEqualTo(sample.get("type").asText());
            assertThat(EventSchemas.strict().faultsOfData(log.get(i).type(), log.get(i).state())).isEmpty();
            assertThat(log.get(i).version()).isEqualTo(sample.get("subjectversion").asLong());
            assertThat(log.get(i).label()).isEqualTo(sample.get("label").asText());
            assertThat(sample.get("data").get("id")).isEqualTo(sample.get("subject"));
            assertThat(Sample.json(log.get(i).state())).isEqualTo(((ObjectNode) sample.get("data")).put("id", id.toString()));
        }
    }

    @Test
    void theLeastThatCanBeStatedIsTheSmallestSample() {
        JsonNode sample = Sample.file("requirement.stated.v1.smallest");
        UUID id = stated(
                Map.of("series", "EXERCISE", "priority", "MULTINATIONAL_FORCE", "title", "A land component", "unit", "soldiers",
                        "quantity", "1E+3", "minimum", 0, "domain", "NONE", "bindingForm", "POLITICAL", "label",
                        Map.of("release", "COALITION")));
        LogOfTest.Entry change = LogOfTest.changesOf(id.toString()).get(0);
        assertThat(change.label()).isEqualTo(sample.get("label").asText());
        assertThat(Sample.json(change.state())).isEqualTo(((ObjectNode) sample.get("data")).put("id", id.toString()));
        assertThat(EventSchemas.strict().faultsOfData(change.type(), change.state())).isEmpty();
    }

    @Test
    void rotationPhasesAndAttributesAreThoseOfTheGoldenSample() {
        JsonNode sample = Sample.file("requirement.amended.v1.phased").get("data");
        UUID id = stated(with(observers(), "minimum", 350));
        Map<String, Object> body = with(observers(), "minimum", 350);
        for (String field : List.of("rotationFactor", "phases", "attributeRules")) {
            body = with(body, field, new ObjectMapper().convertValue(sample.get(field), Object.class));
        }
        coordinator(1).body(body).put(PATH + "/" + id).then().statusCode(200).body("rotationFactor", equalTo(3))
                .body("phases", equalTo(List.of(Map.of("from", "2026-09-01", "quantity", 900, "minimum", 600))))
                .body("attributeRules.atLeast", equalTo(List.of(1)));
        coordinator(2).body(body).put(PATH + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
        LogOfTest.Entry change = LogOfTest.changesOf(id.toString()).get(1);
        assertThat(change.changed()).containsExactly("rotationFactor", "phases", "attributeRules");
        assertThat(Sample.json(change.state())).isEqualTo(((ObjectNode) sample).put("id", id.toString()));
        assertThat(EventSchemas.strict().faultsOfData(change.type(), change.state())).isEmpty();

        coordinator(2).body(with(body, "phases", List.of(Map.of("from", "3026-01-01", "quantity", 1, "minimum", 2))))
                .put(PATH + "/" + id).then().statusCode(400)
                .body("violations.field", equalTo(List.of("phases[0].from", "phases[0].from", "phases[0].minimum")));
    }

    @Test
    void itSaysOnWhoseTerritoryItHasToBeMet() {
        Map<String, Object> hosted = with(observers(), "host", "XAJ");
        UUID id = stated(hosted);
        As.coordinator().get("/api/v1/requirements/" + id).then().body("host", equalTo("XAJ"));
        Map<String, Object> amended = with(with(hosted, "host", null), "title", "Elsewhere");
        As.coordinator().header("If-Match", "\"1\"").body(amended).put("/api/v1/requirements/" + id).then().statusCode(200)
                .body("host", equalTo(null));
        As.coordinator().body(with(hosted, "host", "DEU")).post("/api/v1/requirements").then().statusCode(400)
                .body("violations.field", equalTo(List.of("host")));
        As.coordinator().header("If-Match", "\"2\"").body(with(amended, "host", "DEU"))
                .put("/api/v1/requirements/" + id).then().statusCode(400).body("violations.field", equalTo(List.of("host")));
        LogOfTest.Entry change = LogOfTest.changesOf(id.toString()).get(0);
        assertThat(Sample.json(change.state()).get("host"))
                .isEqualTo(Sample.file("requirement.stated.v1.hosted").get("data").get("host"));
        assertThat(EventSchemas.strict().faultsOfData(change.type(), change.state())).isEmpty();
    }

    @Test
    void changingNeedsTheVersionAndTheSameAgainChangesNothing() {
        UUID id = stated(observers());
        Map<String, Object> changed = with(observers(), "title", "Observers");

        As.coordinator().body(changed).put(PATH + "/" + id).then().statusCode(428)
                .body("type", equalTo("https://surety.example/problems/version-required"));
        coordinator(1).body(changed).put(PATH + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
        coordinator(1).body(changed).put(PATH + "/" + id).then().statusCode(412)
                .body("type", equalTo("https://surety.example/problems/stale-version"));
        coordinator(2).body(changed).put(PATH + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
        As.coordinator().body(Map.of("reason", "r")).post(PATH + "/" + id + "/withdrawals").then().statusCode(428);
        assertThat(LogOfTest.changesOf(id.toString())).extracting(LogOfTest.Entry::version).containsExactly(1L, 2L);
    }

    @Test
    void settledFieldsAreNamedWhenTheyWouldChange() {
        UUID id = stated(observers());
        Map<String, Object> other = with(with(with(observers(), "unit", "soldiers"), "priority", "ARMED_FORCES_SUPPORT"), "series",
                "REAL");
        coordinator(1).body(other).put(PATH + "/" + id).then().statusCode(400).contentType("application/problem+json")
                .body("violations.field", equalTo(List.of("series", "priority", "unit")))
                .body("violations[2].message", containsString("is settled as observers"));
        coordinator(1).body(with(with(with(observers(), "unit", null), "priority", null), "series", null)).put(PATH + "/" + id)
                .then()
                .statusCode(200).header("ETag", "\"1\"").body("unit", equalTo("observers"));
    }

    @Test
    void withdrawnRequirementStaysReadableAndRefusesChanges() {
        UUID id = stated(observers());
        coordinator(1).body(Map.of("reason", "r")).post(PATH + "/" + id + "/withdrawals").then().statusCode(200);
        coordinator(2).body(Map.of("reason", "r")).post(PATH + "/" + id + "/withdrawals").then().statusCode(200)
                .header("ETag", "\"2\"");
        coordinator(2).body(observers()).put(PATH + "/" + id).then().statusCode(409)
                .body("type", equalTo("https://surety.example/problems/requirement-withdrawn"));
        coordinator(2).body(Map.of("reason", "s")).post(PATH + "/" + id + "/withdrawals").then().statusCode(409);
        As.user("xaa.reader").get(PATH + "/" + id).then().statusCode(200).body("withdrawalReason", equalTo("r"));
        As.coordinator().delete(PATH + "/" + id).then().statusCode(405)
                .body("type", equalTo("https://surety.example/problems/method-not-allowed"));
    }

    @Test
    void onlyTheCoordinatorWrites() {
        UUID id = stated(observers());
        for (String user : List.of("xaa.editor", "xaa.reader", "auditor", "operator")) {
            As.user(user).body(observers()).post(PATH).then().statusCode(403)
                    .body("type", equalTo("https://surety.example/problems/not-permitted"));
            As.user(user).header("If-Match", "\"1\"").body(observers()).put(PATH + "/" + id).then().statusCode(403);
            As.user(user).header("If-Match", "\"1\"").body(Map.of("reason", "r")).post(PATH + "/" + id + "/withdrawals").then()
                    .statusCode(403);
        }
        As.nobody().body(observers()).post(PATH).then().statusCode(401)
                .body("type", equalTo("https://surety.example/problems/unauthenticated"));
        As.nobody().body(observers()).put(PATH + "/" + id).then().statusCode(401);
        As.nobody().body(Map.of("reason", "r")).post(PATH + "/" + id + "/withdrawals").then().statusCode(401);
        As.nobody().get(PATH).then().statusCode(401);
        As.user("auditor").get(PATH).then().statusCode(403);
        assertThat(LogOfTest.changesOf(id.toString())).hasSize(1);
    }

    @Test
    void hiddenRequirementLooksMissing() {
        UUID id = stated(observers());
        Response hidden = As.user("xab.reader").get(PATH + "/" + id);
        Response missing = As.user("xab.reader").get(PATH + "/" + UUID.randomUUID());
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.<Object>path("type")).isEqualTo(missing.path("type"))
                .isEqualTo("https://surety.example/problems/not-found");
        assertThat(hidden.<Object>path("detail")).isEqualTo(missing.path("detail"));
        As.user("xab.reader").get(PATH).then().statusCode(200).body("items.id", not(hasItem(id.toString())));
        As.user("xaa.reader").get(PATH).then().body("items.id", hasItem(id.toString()));

        coordinator(1).body(with(observers(), "label", Map.of("release", "PUBLIC"))).put(PATH + "/" + id).then().statusCode(200);
        As.user("xab.reader").get(PATH + "/" + id).then().statusCode(200);
    }

    @Test
    void repeatedRequestWithAKeyStatesOneRequirement() {
        String key = UUID.randomUUID().toString();
        Response first = As.coordinator().header("Idempotency-Key", key).body(observers()).post(PATH);
        Response second = As.coordinator().header("Idempotency-Key", key).body(observers()).post(PATH);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        As.coordinator().get(PATH).then().body("items.size()", equalTo(1));
    }

    @Test
    void listsFilterAndPageWithoutGapOrRepeat() {
        List<String> titles = List.of("Alpha", "Bravo", "Bravo", "Charlie", "Delta");
        titles.forEach(title -> stated(with(observers(), "title", title)));
        stated(with(with(observers(), "title", "Elsewhere"), "domain", "AIR"));
        stated(with(observers(), "priority", "ARMED_FORCES_SUPPORT"));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = As.user("xaa.reader").queryParam("limit", 2).queryParam("series", "EXERCISE")
                    .queryParam("priority", "CEASEFIRE_MONITORING").queryParam("domain", "LAND");
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(PATH);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.title"));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(titles);
        As.user("xaa.reader").queryParam("series", "REAL").get(PATH).then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void badRequestsNameTheFieldAndStoreNothing() {
        As.coordinator().body(with(observers(), "priority", "WORLD_PEACE")).post(PATH).then().statusCode(400)
                .body("violations.field", hasItem("priority"))
                .body("violations[0].message", containsString("LONG_TERM_DEFENCE_COOPERATION"));
        As.coordinator().body(with(observers(), "unit", null)).post(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("unit")));
        As.coordinator().body(with(with(observers(), "quantity", -1), "from", "2029-01-01")).post(PATH).then().statusCode(400)
                .body("violations.field", hasItems("quantity", "until"));
        As.coordinator().body(with(observers(), "until", "2026-02-30")).post(PATH).then().statusCode(400)
                .body("violations.field", hasItem("until"));
        As.coordinator().body(with(observers(), "colour", "red")).post(PATH).then().statusCode(400)
                .body("violations.field", hasItem("colour"));
        As.coordinator().body(with(observers(), "label", Map.of("release", "NATIONAL"))).post(PATH).then().statusCode(400)
                .body("violations.field", hasItem("label"));
        As.coordinator().post(PATH).then().statusCode(400).contentType("application/problem+json");
        As.coordinator().body("{").post(PATH).then().statusCode(400).contentType("application/problem+json");
        As.user("xaa.reader").queryParam("priority", "WORLD_PEACE").get(PATH).then().statusCode(400);
        As.user("xaa.reader").queryParam("colour", "red").get(PATH).then().statusCode(400)
                .body("detail", equalTo("Known here: cursor, domain, limit, priority, series."));
        As.user("xaa.reader").get(PATH + "/none").then().statusCode(404).contentType("application/problem+json");
        As.coordinator().get(PATH).then().body("items.size()", equalTo(0));
    }
}
