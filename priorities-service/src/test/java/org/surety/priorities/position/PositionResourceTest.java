package org.surety.priorities.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.surety.priorities.position.SamplePosition.plain;
import static org.surety.priorities.position.SamplePosition.reserved;
import static org.surety.priorities.position.SamplePosition.stated;
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
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class PositionResourceTest {

    private static final String PATH = "/api/v1/positions";

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @BeforeEach
    void xaaAndXacAreMembersAndXabIsNot() {
        database.clear();
        known.members("XAA", "XAC");
    }

    private static RequestSpecification editor(int version) {
        return As.user("xaa.editor").header("If-Match", "\"" + version + "\"");
    }

    private static ValidatableResponse list(String user, String... query) {
        RequestSpecification request = As.user(user);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get(PATH).then().statusCode(200);
    }

    @Test
    void everyCommandAppendsTheChangeOfItsGoldenSample() {
        Response created = As.user("xaa.editor").body(reserved()).post(PATH);
        created.then().statusCode(201).header("ETag", "\"1\"").body("party", equalTo("XAA")).body("series", equalTo("EXERCISE"));
        String id = created.path("id");
        created.then().header("Location", endsWith(PATH + "/" + id));
        Map<String, Object> corrected = with(reserved(), "reservation", "Only after a ceasefire, and with a mandate");
        editor(1).body(corrected).put(PATH + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
        editor(2).body(corrected).put(PATH + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
        Map<String, String> why = Map.of("reason", "Entered for the wrong priority");
        editor(2).body(why).post(PATH + "/" + id + "/withdrawals").then().statusCode(200).header("ETag", "\"3\"");
        editor(3).body(why).post(PATH + "/" + id + "/withdrawals").then().statusCode(200).header("ETag", "\"3\"");
        editor(3).body(corrected).put(PATH + "/" + id).then().statusCode(409).body("type",
                equalTo("https://surety.example/problems/position-withdrawn"));

        List<LogOfTest.Entry> log = LogOfTest.changesOf(id);
        assertThat(log).extracting(LogOfTest.Entry::changed).containsExactly(List.of(), List.of("reservation"),
                List.of("withdrawn", "withdrawalReason"));
        List<String> types = List.of("position.stated", "position.amended", "position.withdrawn");
        for (int i = 0; i < types.size(); i++) {
            same(log.get(i), Sample.of(types.get(i)), id);
        }
        String least = stated("xaa.editor",
                Map.of("priority", "CEASEFIRE_MONITORING", "stance", "UNDECIDED", "statedOn", "2026-02-11",
                        "label", Map.of("release", "NATIONAL")));
        same(LogOfTest.changesOf(least).get(0), Sample.file("position.stated.v1.smallest"), least);
    }

    private static void same(LogOfTest.Entry change, JsonNode sample, String id) {
        assertThat(change.type()).isEqualTo(sample.get("type").asText());
        assertThat(change.version()).isEqualTo(sample.get("subjectversion").asLong());
        assertThat(change.label()).isEqualTo(sample.get("label").asText());
        assertThat(EventSchemas.strict().faultsOfData(change.type(), change.state())).isEmpty();
        assertThat(Sample.json(change.state())).isEqualTo(((ObjectNode) sample.get("data")).put("id", id));
    }

    @Test
    void thePositionThatWasStatedLastHoldsAndTheEarlierOnesStay() {
        stated("xaa.editor", plain("MULTINATIONAL_FORCE", "UNDECIDED", "2026-01-10"));
        String late = stated("xaa.editor", plain("MULTINATIONAL_FORCE", "SUPPORTS", "2026-03-01"));
        // Learnt late: it takes its place by its day.
        stated("xaa.editor", plain("MULTINATIONAL_FORCE", "DOES_NOT_SUPPORT", "2026-02-01"));
        stated("xac.editor", plain("MULTINATIONAL_FORCE", "UNDECIDED", "2026-01-10"));

        list("fra.reader", "party", "XAA").body("items.stance", contains("SUPPORTS"));
        list("fra.reader", "party", "XAA", "asOf", "2026-02-15").body("items.stance", contains("DOES_NOT_SUPPORT"));
        list("fra.reader", "party", "XAA", "asOf", "2026-01-09").body("items", empty());
        list("fra.reader", "party", "XAA", "earlier", "true").body("items.stance",
                contains("UNDECIDED", "SUPPORTS", "DOES_NOT_SUPPORT"));
        list("fra.reader", "stance", "UNDECIDED", "series", "EXERCISE").body("items.party", contains("XAC"));
        list("fra.reader", "series", "REAL").body("items", empty());

        editor(1).body(Map.of("reason", "Not decided yet")).post(PATH + "/" + late + "/withdrawals").then().statusCode(200);
        list("fra.reader", "party", "XAA").body("items.stance", contains("DOES_NOT_SUPPORT"));
        list("fra.reader", "party", "XAA", "earlier", "true").body("items.withdrawn", contains(false, true, false));
        String before = database.recordedAt(late, 1);
        list("fra.reader", "party", "XAA", "knownAt", before).body("items.stance", contains("SUPPORTS"));
        As.user("fra.reader").queryParam("knownAt", before).get(PATH + "/" + late).then().statusCode(200)
                .body("withdrawn", equalTo(false)).body("version", equalTo(1));
        As.user("fra.reader").queryParam("knownAt", "2999-01-01T00:00:00Z").get(PATH).then().statusCode(409)
                .body("type", equalTo("https://surety.example/problems/not-yet-known"));
    }

    @Test
    void theSameOfOneDayIsStatedOnce() {
        String id = stated("xaa.editor", reserved());
        As.user("xaa.editor").body(reserved()).post(PATH).then().statusCode(200).header("ETag", "\"1\"").body("id", equalTo(id));
        stated("xaa.editor", with(reserved(), "statedOn", "2026-02-11"));
        assertThat(LogOfTest.changesOf(id)).hasSize(1);
    }

    @Test
    void aPartyStatesItsOwnPositionOnly() {
        As.user("xac.editor").body(with(reserved(), "party", "XAA")).post(PATH).then().statusCode(403)
                .body("type", equalTo("https://surety.example/problems/position-of-another-party"))
                .body("detail", containsString("XAA"));
        String id = stated("xaa.editor", with(reserved(), "party", "XAA"));
        RequestSpecification other = As.user("xac.editor").header("If-Match", "\"1\"");
        other.body(reserved()).put(PATH + "/" + id).then().statusCode(403)
                .body("type", equalTo("https://surety.example/problems/position-of-another-party"));
        As.user("xac.editor").header("If-Match", "\"1\"").body(Map.of("reason", "r")).post(PATH + "/" + id + "/withdrawals").then()
                .statusCode(403).body("type", equalTo("https://surety.example/problems/position-of-another-party"));
        for (String user : List.of("coordinator", "xaa.reader", "auditor", "operator")) {
            As.user(user).body(reserved()).post(PATH).then().statusCode(403)
                    .body("type", equalTo("https://surety.example/problems/not-permitted"));
            As.user(user).header("If-Match", "\"1\"").body(reserved()).put(PATH + "/" + id).then().statusCode(403);
            As.user(user).header("If-Match", "\"1\"").body(Map.of("reason", "r")).post(PATH + "/" + id + "/withdrawals").then()
                    .statusCode(403);
        }
        As.nobody().body(reserved()).post(PATH).then().statusCode(401);
        As.nobody().body(reserved()).put(PATH + "/" + id).then().statusCode(401);
        As.nobody().get(PATH).then().statusCode(401);
        As.user("auditor").get(PATH).then().statusCode(403);
        assertThat(LogOfTest.changesOf(id)).hasSize(1);
    }

    @Test
    void whatIsHiddenIsNotThereAndWhatWasStatedBeforeHolds() {
        stated("xaa.editor", plain("MULTINATIONAL_FORCE", "SUPPORTS", "2026-01-10"));
        String hidden = stated("xaa.editor", plain("MULTINATIONAL_FORCE", "DOES_NOT_SUPPORT", "2026-02-10", "XAC"));
        list("xac.reader").body("items.stance", contains("DOES_NOT_SUPPORT"));
        list("xab.reader").body("items.stance", contains("SUPPORTS"));
        list("coordinator").body("items.stance", contains("SUPPORTS"));
        list("xab.reader", "earlier", "true").body("items.stance", contains("SUPPORTS"));
        Response missing = As.user("xab.reader").get(PATH + "/" + UUID.randomUUID());
        As.user("xab.reader").get(PATH + "/" + hidden).then().statusCode(404).body("detail", equalTo(missing.path("detail")));
        As.user("xab.editor").header("If-Match", "\"1\"").body(reserved()).put(PATH + "/" + hidden).then().statusCode(404);

        // Released to all now, and not as it was known before.
        String before = database.recordedAt(hidden, 1);
        editor(1).body(plain("MULTINATIONAL_FORCE", "DOES_NOT_SUPPORT", "2026-02-10")).put(PATH + "/" + hidden).then()
                .statusCode(200);
        list("xab.reader").body("items.stance", contains("DOES_NOT_SUPPORT"));
        list("xab.reader", "knownAt", before).body("items.stance", contains("SUPPORTS"));
    }

    @Test
    void listsPageWithoutGapOrRepeat() {
        List<String> priorities = List.of("ARMED_FORCES_SUPPORT", "CEASEFIRE_MONITORING", "MULTINATIONAL_FORCE");
        for (String user : List.of("xac.editor", "xaa.editor")) {
            priorities.forEach(priority -> stated(user, plain(priority, "UNDECIDED", "2026-01-10")));
            priorities.forEach(priority -> stated(user, plain(priority, "SUPPORTS", "2026-01-11")));
        }
        assertThat(pages("false")).containsExactly("XAA ARMED_FORCES_SUPPORT", "XAA CEASEFIRE_MONITORING",
                "XAA MULTINATIONAL_FORCE", "XAC ARMED_FORCES_SUPPORT", "XAC CEASEFIRE_MONITORING", "XAC MULTINATIONAL_FORCE");
        assertThat(pages("true")).hasSize(12);
    }

    private static List<String> pages(String earlier) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = As.user("xab.reader").queryParam("limit", 4).queryParam("earlier", earlier);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(PATH);
            page.then().statusCode(200);
            page.jsonPath().<Map<String, String>>getList("items")
                    .forEach(item -> seen.add(item.get("party") + " " + item.get("priority")));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        return seen;
    }

    @Test
    void badRequestsNameTheFieldAndStoreNothing() {
        refused(with(reserved(), "priority", "WORLD_PEACE"), "priority");
        refused(with(reserved(), "priority", null), "priority");
        refused(with(reserved(), "stance", "PERHAPS"), "stance");
        refused(with(reserved(), "reservation", null), "reservation");
        refused(with(reserved(), "stance", "SUPPORTS"), "reservation");
        refused(with(reserved(), "statedOn", "0926-02-10"), "statedOn");
        refused(with(reserved(), "statedOn", "2026-02-30"), "statedOn");
        refused(with(reserved(), "label", null), "label");
        refused(with(reserved(), "label", Map.of("release", "NAMED", "parties", List.of("FRA"))), "label.parties");
        refused(with(reserved(), "colour", "red"), "colour");
        As.user("fra.editor").body(with(reserved(), "statedOn", "2099-02-10")).post(PATH).then().statusCode(400)
                .body("violations.message", hasItem("must not be in the future"));
        As.user("xaa.editor").post(PATH).then().statusCode(400).contentType("application/problem+json");
        As.user("xaa.reader").queryParam("asOf", "3026-01-01").get(PATH).then().statusCode(400).body("violations.field",
                hasItem("asOf"));
        As.user("xaa.reader").queryParam("colour", "red").get(PATH).then().statusCode(400).body("detail",
                equalTo("Known here: asOf, cursor, earlier, knownAt, limit, party, priority, series, stance."));
        list("xaa.reader", "earlier", "true").body("items", empty());

        String id = stated("xaa.editor", reserved());
        editor(1).body(with(with(reserved(), "priority", "CEASEFIRE_MONITORING"), "stance", "SUPPORTS")).put(PATH + "/" + id).then()
                .statusCode(400).body("violations.field", hasItems("priority", "reservation"));
        As.user("xaa.editor").body(reserved()).put(PATH + "/" + id).then().statusCode(428);
        editor(7).body(reserved()).put(PATH + "/" + id).then().statusCode(412);
        editor(1).body(Map.of("reason", " ")).post(PATH + "/" + id + "/withdrawals").then().statusCode(400);
    }

    private static void refused(Map<String, Object> body, String field) {
        As.user("xaa.editor").body(body).post(PATH).then().statusCode(400).body("violations.field", hasItem(field));
    }
}
