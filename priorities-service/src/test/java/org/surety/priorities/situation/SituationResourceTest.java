package org.surety.priorities.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.surety.priorities.situation.SampleSituation.PATH;
import static org.surety.priorities.situation.SampleSituation.act;
import static org.surety.priorities.situation.SampleSituation.ceasefire;
import static org.surety.priorities.situation.SampleSituation.determined;
import static org.surety.priorities.situation.SampleSituation.proposed;
import static org.surety.priorities.situation.SampleSituation.with;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.EventSchemas;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;
import org.surety.kit.label.SystemViewer;
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
class SituationResourceTest {

    private static final String NOT_ALLOWED = "https://surety.example/problems/situation-act-not-allowed";
    private static final String ANOTHER_PARTY = "https://surety.example/problems/another-party-needed";
    private static final String NOT_PERMITTED = "https://surety.example/problems/not-permitted";

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SituationService situations;

    @BeforeEach
    void threeMembersOfTheExerciseAndTwoReal() {
        database.clear();
        known.members("XAA", "XAB", "XAC", "FRA", "GBR");
    }

    private List<SituationInForce> inForce(Series series, String day) {
        return SystemViewer.transaction(() -> situations.inForce(series, LocalDate.parse(day)));
    }

    private String daysInForce(String kind) {
        return database.value("select min(days::text) from situation_in_force where series = 'EXERCISE' and kind = '" + kind + "'");
    }

    /** Reads once the log has passed the instant, which is a matter of moments. */
    private static Response readKnown(UUID id, Instant instant) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(
                () -> As.user("xac.reader").queryParam("knownAt", instant.toString()).get(PATH + "/" + id),
                answer -> answer.statusCode() != 409);
    }

    @Test
    void aRealSituationTakesTwoPersonsOfDifferentParties() {
        Map<String, Object> real = with(with(ceasefire(), "series", "REAL"), "host", "UKR");
        UUID id = proposed("fra.editor", real);
        As.user("gbr.reader").get(PATH + "/" + id).then().statusCode(200).header("ETag", startsWith("\"1."))
                .body("state", equalTo("PROPOSED")).body("proposedBy", equalTo("FRA")).body("inForce", equalTo(false));
        act("fra.editor", id, 1, "determinations", Map.of()).then().statusCode(409)
                .body("type", equalTo(ANOTHER_PARTY));
        assertThat(inForce(Series.REAL, "2026-03-01")).isEmpty();
        act("xab.editor", id, 1, "determinations", Map.of()).then().statusCode(404);
        act("gbr.editor", id, 1, "determinations", Map.of("on", "2999-01-01")).then().statusCode(400);
        act("gbr.editor", id, 1, "determinations", Map.of()).then().statusCode(200).header("ETag", "\"2\"")
                .body("state", equalTo("DETERMINED")).body("acts.party", equalTo(List.of("FRA", "GBR")))
                .body("acts.kind", equalTo(List.of("PROPOSAL", "DETERMINATION"))).body("inForce", equalTo(true));
        assertThat(inForce(Series.REAL, "2026-03-01"))
                .containsExactly(new SituationInForce(id, SituationKind.CEASEFIRE_IN_FORCE, LocalDate.of(2026, 3, 1), false));
        assertThat(inForce(Series.REAL, "2026-02-28")).isEmpty();
        assertThat(inForce(Series.EXERCISE, "2026-03-01")).isEmpty();
        assertThat(As.coordinator().get(PATH + "/" + id).asString()).doesNotContain("person");
    }

    @Test
    void everyCommandAppendsTheChangeOfItsGoldenSample() {
        Response created = As.coordinator().body(ceasefire()).post(PATH);
        created.then().statusCode(201).header("ETag", "\"1\"").header("Location", endsWith(PATH + "/" + created.path("id")));
        UUID id = UUID.fromString(created.path("id"));
        Map<String, Object> day = Map.of("on", "2026-03-02");
        Map<String, Object> why = Map.of("on", "2026-03-02", "reason", "r");
        As.coordinator().header("If-Match", "\"1\"").body(with(ceasefire(), "until", "2026-08-31")).put(PATH + "/" + id).then()
                .statusCode(200).header("ETag", "\"2\"");
        act("xaa.editor", id, 2, "determinations", day).then().statusCode(200).body("state", equalTo("PROPOSED"));
        act("xab.editor", id, 3, "determinations", day).then().statusCode(200).body("state", equalTo("DETERMINED"));
        act("xac.editor", id, 4, "contests", why).then().statusCode(200).body("contests.party", equalTo(List.of("XAC")))
                .body("contests.reason", equalTo(List.of("r"))).body("state", equalTo("DETERMINED"));
        act("xac.editor", id, 5, "contest-withdrawals", why).then().statusCode(200).body("contests", equalTo(List.of()));
        act("xaa.editor", id, 6, "rescissions", with(why, "from", "2026-05-01")).then().statusCode(200)
                .body("rescissions.from", equalTo(List.of("2026-05-01")));
        act("xaa.editor", id, 7, "rescission-withdrawals", why).then().statusCode(200).body("rescissions", equalTo(List.of()));
        act("xaa.editor", id, 8, "rescissions", with(why, "from", "2026-06-01")).then().statusCode(200);
        act("xab.editor", id, 9, "rescissions", with(why, "from", "2026-06-01")).then().statusCode(200)
                .body("state", equalTo("RESCINDED")).body("rescindedFrom", equalTo("2026-06-01"));

        List<LogOfTest.Entry> log = LogOfTest.changesOf(id.toString());
        List<String> types = List.of("proposed", "amended", "confirmed", "determined", "contested", "contest-withdrawn",
                "rescission-proposed", "rescission-withdrawn", "rescission-proposed", "rescinded");
        assertThat(log).extracting(LogOfTest.Entry::type)
                .containsExactlyElementsOf(types.stream().map(type -> "org.surety.situation." + type + ".v1").toList());
        for (int i = 0; i < types.size(); i++) {
            assertThat(EventSchemas.strict().faultsOfData(log.get(i).type(), log.get(i).state())).isEmpty();
            JsonNode sample = Sample.of("situation." + types.get(i));
            if (i != 8) {
                assertThat(told(log.get(i).state(), i)).isEqualTo(((ObjectNode) sample.get("data")).put("id", id.toString()));
                assertThat(log.get(i).version()).isEqualTo(sample.get("subjectversion").asLong());
                assertThat(log.get(i).label()).isEqualTo(sample.get("label").asText());
            }
        }
        assertThat(log.get(3).changed()).containsExactly("state", "determinedOn", "acts");
    }

    /** The change with the days and times that the samples have where the clock of the test has been at work. */
    private static JsonNode told(String state, int step) {
        ObjectNode told = (ObjectNode) Sample.json(state);
        for (int i = 0; i < told.get("acts").size(); i++) {
            ObjectNode act = (ObjectNode) told.get("acts").get(i);
            assertThat(Instant.parse(act.get("at").asText())).isBetween(Instant.now().minusSeconds(600), Instant.now());
            act.put("at", "2026-03-02T%02d:00:00Z".formatted(9 + i)).put("on", "2026-03-02");
        }
        assertThat(told.get("acts")).hasSize(step + 1);
        return told;
    }

    @Test
    void anExerciseWakesNothingInEitherForm() {
        Map<String, Object> body = with(with(ceasefire(), "exercise", true), "kind", "RENEWED_ARMED_ATTACK");
        body.keySet().removeAll(List.of("text", "host", "place"));
        body = with(with(body, "title", "Drill: attack across the line of contact"), "label", Map.of("release", "PUBLIC"));
        body = with(with(with(body, "from", "2026-03-02"), "until", "2026-03-06"), "determinedBy", "Exercise control");
        UUID id = proposed("xaa.editor", with(body, "source", "Drill book of the exercise"));
        As.user("xab.reader").queryParam("asOf", "2026-03-06").get(PATH + "/" + id).then().statusCode(200)
                .body("state", equalTo("DETERMINED")).body("exercise", equalTo(true)).body("inForce", equalTo(true));
        assertThat(inForce(Series.EXERCISE, "2026-03-02")).isEmpty();
        assertThat(daysInForce("RENEWED_ARMED_ATTACK")).isNull();
        As.user("xab.reader").queryParam("exercise", true).queryParam("asOf", "2026-03-02").get(PATH).then()
                .body("items.id", equalTo(List.of(id.toString())));
        As.user("xab.reader").queryParam("exercise", false).get(PATH).then().body("items", equalTo(List.of()));

        LogOfTest.Entry change = LogOfTest.changesOf(id.toString()).get(0);
        ObjectNode told = (ObjectNode) told(change.state(), 0);
        ((ObjectNode) told.get("acts").get(0)).put("at", "2026-03-02T19:00:00Z");
        assertThat(told.put("determinedOn", "2026-03-02")).isEqualTo(
                ((ObjectNode) Sample.file("situation.determined.v1.exercise").get("data")).put("id", id.toString()));
        act("xaa.editor", id, 1, "rescissions", Map.of("reason", "over", "from", "2026-03-04")).then().statusCode(200)
                .body("state", equalTo("RESCINDED"));
    }

    @Test
    void theDaysOfAKindAreWhatIsDeterminedAndNotRescinded() {
        UUID first = determined(with(ceasefire(), "until", "2026-03-31"));
        determined(with(with(ceasefire(), "from", "2026-05-01"), "until", "2026-05-10"));
        determined(with(with(ceasefire(), "from", "2026-05-11"), "until", "2026-05-20"));
        proposed("xaa.editor", with(ceasefire(), "from", "2027-01-01"));
        assertThat(daysInForce("CEASEFIRE_IN_FORCE")).isEqualTo("{[2026-03-01,2026-04-01),[2026-05-01,2026-05-21)}");
        act("xac.editor", first, 2, "contests", Map.of("reason", "shots were heard")).then().statusCode(200);
        assertThat(inForce(Series.EXERCISE, "2026-03-15")).extracting(SituationInForce::contested).containsExactly(true);
        act("xaa.editor", first, 3, "rescissions", Map.of("reason", "over", "from", "2026-03-11")).then().statusCode(200);
        assertThat(inForce(Series.EXERCISE, "2026-03-15")).hasSize(1);
        act("xac.editor", first, 4, "rescissions", Map.of("reason", "over", "from", "2026-03-11")).then().statusCode(200);
        assertThat(inForce(Series.EXERCISE, "2026-03-15")).isEmpty();
        assertThat(inForce(Series.EXERCISE, "2026-03-10")).extracting(SituationInForce::id).containsExactly(first);
        assertThat(daysInForce("CEASEFIRE_IN_FORCE")).isEqualTo("{[2026-03-01,2026-03-11),[2026-05-01,2026-05-21)}");

        UUID never = determined(with(ceasefire(), "kind", "HOST_REQUEST"));
        for (String user : List.of("xaa.editor", "xab.editor")) {
            act(user, never, user.startsWith("xaa") ? 2 : 3, "rescissions",
                    Map.of("reason", "it was never so", "from", "2026-02-01"))
                    .then().statusCode(200);
        }
        assertThat(daysInForce("HOST_REQUEST")).isNull();
    }

    @Test
    void nobodyAloneEndsWhatIsDetermined() {
        UUID id = determined(ceasefire());
        Map<String, Object> over = Map.of("reason", "over", "from", "2026-04-01");
        act("coordinator", id, 2, "rescissions", over).then().statusCode(403).body("type", equalTo(NOT_PERMITTED));
        act("xaa.editor", id, 2, "rescissions", Map.of("reason", "over")).then().statusCode(400)
                .body("violations.field", equalTo(List.of("from")));
        act("xaa.editor", id, 2, "rescissions", over).then().statusCode(200).body("state", equalTo("DETERMINED"));
        act("xaa.editor", id, 3, "rescissions", over).then().statusCode(200).header("ETag", "\"3\"");
        act("xaa.editor", id, 3, "rescissions", with(over, "reason", "again")).then().statusCode(409)
                .body("type", equalTo(ANOTHER_PARTY));
        assertThat(LogOfTest.changesOf(id.toString())).hasSize(3);
        As.coordinator().delete(PATH + "/" + id).then().statusCode(405);
    }

    @Test
    void whatTheStateDoesNotAllowIsRefused() {
        UUID id = proposed("xaa.editor", ceasefire());
        act("xac.editor", id, 1, "contests", Map.of("reason", "r")).then().statusCode(409)
                .body("type", equalTo(NOT_ALLOWED));
        act("xab.editor", id, 1, "determinations", Map.of()).then().statusCode(200);
        act("xab.editor", id, 2, "determinations", Map.of()).then().statusCode(200).header("ETag", "\"2\"");
        As.user("xaa.editor").header("If-Match", "\"2\"").body(with(ceasefire(), "title", "Truce")).put(PATH + "/" + id).then()
                .statusCode(409).body("type", equalTo(NOT_ALLOWED));
        As.user("xaa.editor").header("If-Match", "\"2\"").body(ceasefire()).put(PATH + "/" + id).then().statusCode(200)
                .header("ETag", "\"2\"");
        act("xab.editor", id, 1, "contests", Map.of("reason", "r")).then().statusCode(412);
        As.user("xab.editor").body(Map.of("reason", "r")).post(PATH + "/" + id + "/contests").then().statusCode(428);
    }

    @Test
    void itIsAnsweredAsItWasKnown() throws InterruptedException {
        UUID id = proposed("xaa.editor", ceasefire());
        Instant proposed = Instant.parse(database.value(
                "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
        readKnown(id, proposed.plusMillis(300)).then().statusCode(200).body("state", equalTo("PROPOSED"));
        act("xab.editor", id, 1, "determinations", Map.of()).then().statusCode(200);
        readKnown(id, proposed.plusMillis(300)).then().statusCode(200).body("state", equalTo("PROPOSED"))
                .body("determinedOn", nullValue()).header("ETag", startsWith("\"1."));
        readKnown(id, Instant.parse("2020-01-01T00:00:00Z")).then().statusCode(404);
        As.user("xac.reader").queryParam("knownAt", proposed.plusMillis(300).toString()).queryParam("state", "PROPOSED").get(PATH)
                .then().statusCode(200).body("items.id", equalTo(List.of(id.toString())));
        As.user("xac.reader").queryParam("knownAt", proposed.plusMillis(300).toString()).queryParam("asOf", "2026-03-01").get(PATH)
                .then().statusCode(200).body("items", equalTo(List.of()));
        As.user("xac.reader").queryParam("knownAt", "2999-01-01T00:00:00Z").get(PATH).then().statusCode(409)
                .body("type", equalTo("https://surety.example/problems/not-yet-known"));
        Response now = As.user("xac.reader").queryParam("asOf", "2026-02-28").get(PATH + "/" + id);
        now.then().statusCode(200).body("state", equalTo("DETERMINED")).body("inForce", equalTo(false));
        As.user("xac.reader").queryParam("asOf", "2026-02-28").header("If-None-Match", now.header("ETag")).get(PATH + "/" + id)
                .then()
                .statusCode(304);
        As.user("xac.reader").queryParam("asOf", "2026-03-01").header("If-None-Match", now.header("ETag")).get(PATH + "/" + id)
                .then()
                .statusCode(200).body("inForce", equalTo(true));
    }

    @Test
    void onlyThePartiesOfTheCoalitionSpeak() {
        UUID id = proposed("xaa.editor", with(ceasefire(), "label", Map.of("release", "PUBLIC")));
        Map<String, Object> why = Map.of("reason", "r");
        for (String act : List.of("determinations", "contests", "contest-withdrawals", "rescissions", "rescission-withdrawals")) {
            Map<String, Object> body = act.equals("determinations") ? Map.of() : why;
            for (String user : List.of("xaa.reader", "auditor", "operator", "xad.editor", "fra.editor")) {
                act(user, id, 1, act, body).then().statusCode(403).body("type", equalTo(NOT_PERMITTED));
            }
            As.nobody().body(body).post(PATH + "/" + id + "/" + act).then().statusCode(401);
        }
        for (String act : List.of("determinations", "contests", "contest-withdrawals", "rescission-withdrawals")) {
            act("coordinator", id, 1, act, act.equals("determinations") ? Map.of() : why).then().statusCode(403);
        }
        for (String user : List.of("xaa.reader", "auditor", "operator", "xad.editor", "fra.editor")) {
            As.user(user).body(ceasefire()).post(PATH).then().statusCode(403);
        }
        for (String user : List.of("xaa.reader", "xab.editor", "xad.editor")) {
            As.user(user).header("If-Match", "\"1\"").body(with(ceasefire(), "title", "Truce")).put(PATH + "/" + id).then()
                    .statusCode(403);
        }
        As.nobody().body(ceasefire()).post(PATH).then().statusCode(401);
        As.nobody().get(PATH).then().statusCode(401);
        As.user("auditor").get(PATH).then().statusCode(403);
        As.user("auditor").get(PATH + "/" + id).then().statusCode(403);
        assertThat(LogOfTest.changesOf(id.toString())).hasSize(1);
    }

    @Test
    void hiddenSituationLooksMissing() {
        UUID id = determined(ceasefire());
        Response hidden = As.user("xad.reader").get(PATH + "/" + id);
        Response missing = As.user("xad.reader").get(PATH + "/" + UUID.randomUUID());
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.<Object>path("detail")).isEqualTo(missing.path("detail"));
        As.user("xad.reader").get(PATH).then().statusCode(200).body("items.id", not(hasItem(id.toString())));
        As.user("fra.reader").get(PATH).then().body("items.id", not(hasItem(id.toString())));
        As.user("xac.reader").get(PATH).then().body("items.id", hasItem(id.toString()));
        act("xad.editor", id, 2, "contests", Map.of("reason", "r")).then().statusCode(404);
    }

    @Test
    void listsFilterAndPageWithoutGapOrRepeat() {
        List<String> days = List.of("2026-01-01", "2026-02-01", "2026-02-01", "2026-03-01", "2026-04-01");
        days.forEach(day -> proposed("coordinator", with(ceasefire(), "from", day)));
        proposed("coordinator", with(ceasefire(), "kind", "CONFIRMED_BREACH"));
        UUID determined = determined(ceasefire());
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = As.user("xaa.reader").queryParam("limit", 2).queryParam("series", "EXERCISE")
                    .queryParam("kind", "CEASEFIRE_IN_FORCE").queryParam("state", "PROPOSED");
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(PATH);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.from"));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(days);
        As.user("xaa.reader").queryParam("asOf", "2026-03-01").get(PATH).then()
                .body("items.id", equalTo(List.of(determined.toString())));
        As.user("xaa.reader").queryParam("asOf", "2026-02-28").get(PATH).then().body("items", equalTo(List.of()));
    }

    @Test
    void badRequestsNameTheFieldAndStoreNothing() throws Exception {
        As.coordinator().body(with(ceasefire(), "kind", "WAR")).post(PATH).then().statusCode(400)
                .body("violations.field", hasItem("kind"));
        As.coordinator().body(with(ceasefire(), "host", "DEU")).post(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("host")));
        As.coordinator().body(with(ceasefire(), "label", Map.of("release", "NATIONAL"))).post(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("label")));
        As.coordinator().body(with(ceasefire(), "drill", true)).post(PATH).then().statusCode(400)
                .body("violations.field", hasItem("drill"));
        As.coordinator().post(PATH).then().statusCode(400).contentType("application/problem+json");
        As.coordinator().queryParam("state", "CONTESTED").get(PATH).then().statusCode(400);
        As.coordinator().get(PATH).then().body("items", equalTo(List.of()));
        String key = UUID.randomUUID().toString();
        Response first = As.coordinator().header("Idempotency-Key", key).body(ceasefire()).post(PATH);
        assertThat(As.coordinator().header("Idempotency-Key", key).body(ceasefire()).post(PATH).<String>path("id"))
                .isEqualTo(first.path("id"));

        JsonNode schemas = new ObjectMapper().readTree(As.nobody().get("/openapi?format=json").asString())
                .at("/components/schemas");
        for (String text : List.of("SituationDescription/title", "SituationDescription/text", "SituationDescription/place",
                "SituationDescription/determinedBy", "SituationDescription/source", "Statement/reason", "Rescission/reason")) {
            assertThat(schemas.at("/" + text.replace("/", "/properties/") + "/description").asText()).as(text)
                    .contains("Do not write the name of a person");
        }
    }

    @Test
    void theLeastThatCanBeProposedIsTheSmallestSample() {
        Map<String, Object> least = Map.of("series", "EXERCISE", "kind", "HOST_REQUEST", "title", "Juniper asks for help", "from",
                "2026-03-02", "determinedBy", "Government of exercise state Juniper", "source", "Note of the exercise", "label",
                Map.of("release", "COALITION"));
        UUID id = proposed("coordinator", least);
        LogOfTest.Entry change = LogOfTest.changesOf(id.toString()).get(0);
        ObjectNode told = (ObjectNode) told(change.state(), 0);
        ((ObjectNode) told.get("acts").get(0)).put("at", "2026-03-02T20:00:00Z");
        assertThat(told).isEqualTo(
                ((ObjectNode) Sample.file("situation.proposed.v1.smallest").get("data")).put("id", id.toString()));
        assertThat(EventSchemas.strict().faultsOfData(change.type(), change.state())).isEmpty();
    }
}
