package org.surety.priorities.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.surety.priorities.question.SampleQuestion.act;
import static org.surety.priorities.question.SampleQuestion.drones;
import static org.surety.priorities.question.SampleQuestion.raised;
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

@QuarkusTest
@RealParts
class QuestionResourceTest {

    private static final String PATH = "/api/v1/questions";

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SettableClock clock;

    @BeforeEach
    void xaaAndXacAreMembersAndXabIsNot() {
        database.clear();
        known.members("XAA", "XAC");
        clock.set(LocalDate.of(2026, 3, 10));
    }

    @AfterEach
    void theClockGoesOn() {
        clock.set(null);
    }

    private static RequestSpecification as(String user, int version) {
        return As.user(user).header("If-Match", "\"" + version + "\"");
    }

    private static ValidatableResponse list(String user, String... query) {
        RequestSpecification request = As.user(user);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get(PATH).then().statusCode(200);
    }

    private static ValidatableResponse resolve(String user, String id, int version, Map<String, Object> act) {
        return as(user, version).body(act).post(PATH + "/" + id + "/resolutions").then();
    }

    private static ValidatableResponse reopen(String user, String id, int version, Map<String, Object> act) {
        return as(user, version).body(act).post(PATH + "/" + id + "/reopenings").then();
    }

    @Test
    void everyCommandAppendsTheChangeOfItsGoldenSample() {
        Response created = As.user("coordinator").body(drones()).post(PATH);
        created.then().statusCode(201).header("ETag", "\"1\"").body("status", equalTo("OVERDUE")).body("daysOpen", equalTo(37))
                .body("daysOverdue", equalTo(18));
        String id = created.path("id");
        created.then().header("Location", endsWith(PATH + "/" + id));
        Map<String, Object> later = with(drones(), "dueOn", "2026-02-28");
        as("xaa.editor", 1).body(later).put(PATH + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
        as("coordinator", 2).body(later).put(PATH + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
        Map<String, Object> settled = Map.of("day", "2026-02-25", "text", "The head of the mission decides", "source",
                "Letter of the ministry");
        resolve("xaa.editor", id, 2, settled).statusCode(200).header("ETag", "\"3\"").body("status", equalTo("RESOLVED"))
                .body("daysOpen", equalTo(24)).body("daysOverdue", equalTo(0));
        resolve("xaa.editor", id, 3, settled).statusCode(200).header("ETag", "\"3\"");
        reopen("coordinator", id, 3, act("2026-03-02", "The host objects")).statusCode(200).header("ETag", "\"4\"")
                .body("status", equalTo("OVERDUE")).body("daysOpen", equalTo(32)).body("daysOverdue", equalTo(10));

        List<LogOfTest.Entry> log = LogOfTest.changesOf(id);
        assertThat(log).extracting(LogOfTest.Entry::changed).containsExactly(List.of(), List.of("dueOn"),
                List.of("resolved", "acts"), List.of("resolved", "acts"));
        List<String> types = List.of("question.raised", "question.amended", "question.resolved", "question.reopened");
        for (int i = 0; i < types.size(); i++) {
            JsonNode sample = Sample.of(types.get(i));
            assertThat(log.get(i).type()).isEqualTo(sample.get("type").asText());
            assertThat(log.get(i).version()).isEqualTo(sample.get("subjectversion").asLong());
            assertThat(log.get(i).label()).isEqualTo(sample.get("label").asText());
            assertThat(EventSchemas.strict().faultsOfData(log.get(i).type(), log.get(i).state())).isEmpty();
            assertThat(Sample.json(log.get(i).state())).isEqualTo(((ObjectNode) sample.get("data")).put("id", id));
        }
    }

    @Test
    void listsTellWhatIsOpenAndOverdueOfADayAndAsKnown() {
        String drones = raised("xaa.editor", drones());
        raised("xac.editor", with(with(with(drones(), "party", "XAC"), "dueOn", "2026-06-01"), "priority", "MULTINATIONAL_FORCE"));
        list("xaa.reader").body("items.party", contains("XAA", "XAC")).body("items.status", contains("OVERDUE", "OPEN"))
                .body("items.daysOpen", contains(37, 37)).body("items.daysOverdue", contains(18, 0));
        list("xaa.reader", "status", "OVERDUE").body("items.party", contains("XAA"));
        list("xaa.reader", "status", "OPEN").body("items.party", contains("XAA", "XAC"));
        list("xaa.reader", "party", "XAC", "series", "EXERCISE").body("items.party", contains("XAC"));
        list("xaa.reader", "priority", "MULTINATIONAL_FORCE").body("items.party", contains("XAC"));
        list("xaa.reader", "series", "REAL").body("items", empty());
        list("xaa.reader", "status", "OVERDUE", "asOf", "2026-02-20").body("items", empty());
        list("xaa.reader", "asOf", "2026-01-31").body("items", empty());

        String before = database.recordedAt(drones, 1);
        resolve("xaa.editor", drones, 1, act("2026-03-01", "The head of the mission")).statusCode(200);
        list("xaa.reader", "status", "RESOLVED").body("items.party", contains("XAA")).body("items.daysOverdue", contains(9));
        list("xaa.reader", "status", "OPEN").body("items.party", contains("XAC"));
        list("xaa.reader", "status", "OVERDUE", "asOf", "2026-02-28").body("items.party", contains("XAA"))
                .body("items[0].acts", empty());
        list("xaa.reader", "status", "OVERDUE", "knownAt", before).body("items.party", contains("XAA"));
        As.user("xaa.reader").queryParam("knownAt", before).get(PATH + "/" + drones).then().statusCode(200)
                .body("status", equalTo("OVERDUE")).body("version", equalTo(1));
        As.user("xaa.reader").queryParam("asOf", "2026-01-31").get(PATH + "/" + drones).then().statusCode(404);

        // The day makes another answer of the same version, and the tag of it still names the version.
        String tag = As.user("xaa.reader").get(PATH + "/" + drones).header("ETag");
        As.user("xaa.reader").header("If-None-Match", tag).get(PATH + "/" + drones).then().statusCode(304);
        As.user("xaa.editor").header("If-Match", tag).body(act("2026-03-09", "The host objects"))
                .post(PATH + "/" + drones + "/reopenings").then().statusCode(200);
        clock.set(LocalDate.of(2026, 3, 11));
        As.user("xaa.reader").get(PATH + "/" + drones).then().body("daysOpen", equalTo(30)).body("daysOverdue", equalTo(19));
    }

    @Test
    void theDatabaseTellsOfADayWhatTheRecordTells() {
        String acts = """
                [{"act": "RESOLVED", "day": "2026-02-10"}, {"act": "REOPENED", "day": "2026-02-12"}, {"act": "RESOLVED", "day": "2026-02-12"}]""";
        List<String> told = new ArrayList<>();
        for (String day : List.of("2026-02-09", "2026-02-10", "2026-02-11", "2026-02-12", "9999-12-31")) {
            told.add(database.value("select question_resolved_on('" + acts + "', '" + day + "')"));
        }
        assertThat(told).containsExactly("f", "t", "t", "t", "t");
        String reopened = """
                [{"act": "RESOLVED", "day": "2026-02-10"}, {"act": "REOPENED", "day": "2026-02-10"}]""";
        assertThat(database.value("select question_resolved_on('" + reopened + "', '2026-02-10')")).isEqualTo("f");
    }

    @Test
    void theOwnerResolvesAndTheCoordinatorAsksWhatTheCoalitionSees() {
        String id = raised("coordinator", drones());
        for (String user : List.of("xac.editor", "xaa.reader", "auditor", "operator")) {
            As.user(user).body(drones()).post(PATH).then().statusCode(403)
                    .body("type", equalTo("https://surety.example/problems/not-permitted"));
            as(user, 1).body(drones()).put(PATH + "/" + id).then().statusCode(403);
            resolve(user, id, 1, act("2026-02-02", "r")).statusCode(403);
            reopen(user, id, 1, act("2026-02-02", "r")).statusCode(403);
        }
        resolve("coordinator", id, 1, act("2026-02-02", "r")).statusCode(403);
        As.coordinator().body(with(drones(), "label", Map.of("release", "NATIONAL"))).post(PATH).then().statusCode(403);
        as("coordinator", 1).body(with(drones(), "label", Map.of("release", "NATIONAL"))).put(PATH + "/" + id).then()
                .statusCode(403);
        As.nobody().body(drones()).post(PATH).then().statusCode(401);
        As.nobody().get(PATH).then().statusCode(401);
        As.user("auditor").get(PATH).then().statusCode(403);
        assertThat(LogOfTest.changesOf(id)).hasSize(1);
        // Without a party it is the editor's own.
        As.user("xac.editor").body(with(drones(), "party", null)).post(PATH).then().statusCode(201).body("party", equalTo("XAC"));
    }

    @Test
    void hiddenQuestionLooksMissing() {
        String id = raised("xaa.editor", drones());
        String missing = As.user("xab.reader").get(PATH + "/" + UUID.randomUUID()).then().statusCode(404).extract().path("detail");
        As.user("xab.reader").get(PATH + "/" + id).then().statusCode(404).body("detail", equalTo(missing));
        resolve("xab.editor", id, 1, act("2026-02-02", "r")).statusCode(404);
        list("xab.reader").body("items", empty());
        list("xac.reader").body("items.id", contains(id));
    }

    @Test
    void whatTheStateDoesNotAllowIsRefused() {
        String id = raised("xaa.editor", drones());
        reopen("xaa.editor", id, 1, act("2026-02-02", "r")).statusCode(409).body("type",
                equalTo("https://surety.example/problems/question-act-not-allowed"));
        resolve("xaa.editor", id, 1, act("2026-02-02", "r")).statusCode(200);
        resolve("xaa.editor", id, 2, act("2026-02-03", "s")).statusCode(409);
        resolve("xaa.editor", id, 1, act("2026-02-03", "s")).statusCode(412);
        reopen("xaa.editor", id, 2, act("2026-02-01", "s")).statusCode(400).body("violations.field", hasItem("day"));
        As.user("xaa.editor").body(act("2026-02-03", "s")).post(PATH + "/" + id + "/reopenings").then().statusCode(428);
    }

    @Test
    void listsPageWithoutGapOrRepeat() {
        for (String day : List.of("2026-03-05", "2026-03-01", "2026-03-03", "2026-03-03", "2026-03-02")) {
            raised("xaa.editor", with(drones(), "dueOn", day));
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = As.user("xac.reader").queryParam("limit", 2);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(PATH);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.dueOn"));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        assertThat(seen).containsExactly("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-03", "2026-03-05");
    }

    @Test
    void badRequestsNameTheFieldAndStoreNothing() {
        refused(with(drones(), "priority", "WORLD_PEACE"), "priority");
        refused(with(drones(), "party", "XAZ"), "party");
        refused(with(drones(), "party", "nobody"), "party");
        refused(with(drones(), "party", null), "party");
        refused(with(drones(), "text", " "), "text");
        refused(with(drones(), "text", "x".repeat(1001)), "text");
        refused(with(drones(), "dueOn", null), "dueOn");
        refused(with(drones(), "dueOn", "3026-02-20"), "dueOn");
        refused(with(drones(), "dueOn", "2026-01-31"), "dueOn");
        refused(with(drones(), "label", null), "label");
        refused(with(drones(), "colour", "red"), "colour");
        As.user("fra.editor").body(with(with(with(drones(), "party", "FRA"), "raisedOn", "2026-03-11"), "dueOn", "2026-04-01"))
                .post(PATH).then().statusCode(400).body("violations.field", hasItem("raisedOn"));
        As.user("xaa.reader").queryParam("status", "FORGOTTEN").get(PATH).then().statusCode(400);
        As.user("xaa.reader").queryParam("asOf", "3026-01-01").get(PATH).then().statusCode(400);
        As.user("xaa.reader").queryParam("colour", "red").get(PATH).then().statusCode(400).body("detail",
                equalTo("Known here: asOf, cursor, knownAt, limit, party, priority, series, status."));
        list("xaa.reader").body("items", empty());
    }

    private static void refused(Map<String, Object> body, String field) {
        As.coordinator().body(body).post(PATH).then().statusCode(400).body("violations.field", hasItem(field));
    }
}
