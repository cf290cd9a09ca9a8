package org.surety.commitments.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Rest.PROBLEMS;
import static org.surety.commitments.Rest.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.Sample;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Instruments over HTTP: who writes and sees what, their texts, their life, their past, and the commitments under them. */
@QuarkusTest
@RealParts
class InstrumentResourceTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String INSTRUMENTS = "/api/v1/instruments";

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB", "XAC", "FRA", "GBR");
    }

    private static String said(String binding, String label) {
        return """
                "kind": "DECLARATION_OF_INTENT", "title": "On the force", "binding": "%s", "place": "Amber",
                "sources": [{"text": "exercise order 3"}], "label": %s}""".formatted(binding, label);
    }

    private static String label(String release) {
        return "{\"release\": \"" + release + "\"}";
    }

    private static String recorded(String user, String party, String binding, String label) {
        return INSTRUMENTS + "/" + as(user).body("{\"party\": \"" + party + "\", " + said(binding, label)).post(INSTRUMENTS).then()
                .statusCode(201).header("ETag", "\"1\"").extract().path("id");
    }

    private static String recorded(String binding, String release) {
        return recorded("xaa.editor", "XAA", binding, label(release));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String onRecord(String party, LocalDate day) {
        return "{\"party\": \"%s\", \"kind\": \"SIGNED\", \"doneOn\": \"%s\", \"source\": \"s\"}".formatted(party, day);
    }

    private static String text(String status, String language, String... clauses) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < clauses.length; i++) {
            json.append(i == 0 ? "" : ", ").append("{\"number\": \"%d\", \"text\": \"%s\"}".formatted(i + 1, clauses[i]));
        }
        return "{\"status\": \"%s\", \"language\": \"%s\", \"day\": \"2026-03-0%d\", \"clauses\": [%s]}".formatted(status, language,
                clauses.length, json);
    }

    private Instant recordedAt(String path, long version) {
        String sql = "select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from change "
                + "where subject = ? and subject_version = " + version + " and recorded_at is not null";
        await().atMost(LIMIT).until(() -> !rows.of(sql, id(path)).isEmpty());
        return Instant.parse(rows.of(sql, id(path)).get(0));
    }

    @Test
    void aPartyRecordsItsOwnAndTheCoordinatorThePublicRecord() {
        String path = recorded("POLITICAL", "COALITION");
        as("xab.reader").get(path).then().statusCode(200).body("party", equalTo("XAA")).body("series", equalTo("EXERCISE"))
                .body("state", equalTo("DRAFTED")).body("acts", empty()).body("texts", empty()).body("participants", empty());
        as("fra.reader").get(path).then().statusCode(404);
        as("xab.editor", 1).body("{" + said("LEGAL", label("COALITION"))).put(path).then().statusCode(403)
                .body("type", equalTo(PROBLEMS + "not-permitted"));
        as("xab.editor", 1).body("{\"effectiveOn\": \"2026-03-10\", \"source\": \"s\"}").post(path + "/terminations").then()
                .statusCode(403);
        as("coordinator", 1).body("{" + said("LEGAL", label("PUBLIC"))).put(path).then().statusCode(403);
        as("xaa.reader").body("{}").post(INSTRUMENTS).then().statusCode(403);
        as("xab.editor").body("{\"party\": \"XAA\", " + said("LEGAL", label("PUBLIC"))).post(INSTRUMENTS).then().statusCode(403);
        as("auditor").get(path).then().statusCode(403);

        String real = recorded("coordinator", "FRA", "POLITICAL", label("PUBLIC"));
        as("coordinator").body("{\"party\": \"FRA\", " + said("POLITICAL", label("COALITION"))).post(INSTRUMENTS).then()
                .statusCode(403).body("detail", containsString("PUBLIC"));
        as("coordinator").body("{\"party\": \"FRA\", " + said("POLITICAL", label("PUBLIC")).replaceAll("\\[.*]", "[]"))
                .post(INSTRUMENTS).then().statusCode(403).body("detail", containsString("source"));
        as("coordinator", 1).body(text("DRAFT", "fr", "a")).post(real + "/texts").then().statusCode(403);
        as("fra.editor", 1).body("{" + said("POLITICAL", label("PUBLIC")).replace("On the force", "On it")).put(real).then()
                .statusCode(200).body("title", equalTo("On it")).header("ETag", "\"2\"");
        as("fra.editor", 2).body("{" + said("POLITICAL", label("PUBLIC")).replace("On the force", "On it")).put(real).then()
                .statusCode(200).header("ETag", "\"2\"");
        as("fra.editor", 1).body("{" + said("POLITICAL", label("PUBLIC"))).put(real).then().statusCode(412);
        as("fra.editor").body("{" + said("POLITICAL", label("PUBLIC"))).put(real).then().statusCode(428);
        as("xaa.reader").header("If-None-Match", "\"2\"").get(real).then().statusCode(304);
    }

    @Test
    void badInputNamesTheField() {
        refused("{\"party\": \"XAA\", \"label\": {\"release\": \"PUBLIC\"}}", "kind", "title", "binding");
        refused("{\"party\": \"ZZZ\", " + said("LEGAL", label("PUBLIC")), "party");
        refused("{\"party\": \"XAA\", " + said("HALF", label("PUBLIC")), "binding");
        refused("{\"party\": \"XAA\", " + said("LEGAL", label("PUBLIC")).replace("\"place\"", "\"colour\""), "colour");
        refused("{\"party\": \"XAA\", " + said("LEGAL", label("PUBLIC")).replaceAll("\\[.*]", "[]").replace("\"place\"",
                "\"adoptedOn\": \"2026-03-10\", \"place\""), "adoptedOn");
        String path = recorded("POLITICAL", "PUBLIC");
        as("xaa.editor", 1).body("{}").post(path + "/entries-into-force").then().statusCode(400).body("violations.field",
                contains("effectiveOn", "source"));
        as("xaa.editor", 1).body("{\"status\": \"FINAL\", \"language\": \"not a tag\", \"clauses\": [{\"number\": \" \"}, null]}")
                .post(path + "/texts").then().statusCode(400)
                .body("violations.field", contains("language", "clauses[0].number", "clauses[0].text", "clauses[1]"));
        as("xaa.editor", 1).body(text("FINAL", "en", "x".repeat(4001))).post(path + "/texts").then().statusCode(400)
                .body("violations.field", contains("clauses[0].text"));
        as("xaa.reader").get(path + "/text-comparison?from=1").then().statusCode(400).body("violations.field", contains("from"));
        as("xaa.reader").get(INSTRUMENTS + "?colour=red").then().statusCode(400);
        as("xaa.reader").get(path + "/texts/1").then().statusCode(404);
    }

    @Test
    void theDocumentSaysThatAValueMayBeAbsentForAReason() {
        JsonNode schemas = Sample.json(as("xaa.reader").get("/openapi?format=json").asString()).at("/components/schemas");
        Map.of("DisclosedDay", "date", "DisclosedText", "", "Reference", "uuid").forEach((name, format) -> {
            assertThat(schemas.at("/" + name + "/oneOf/0/type").asText()).as(name).isEqualTo("string");
            assertThat(schemas.at("/" + name + "/oneOf/0/format").asText()).as(name).isEqualTo(format);
            assertThat(schemas.at("/" + name + "/oneOf/1/properties/undisclosed/enum")).as(name).hasSize(5);
            assertThat(schemas.at("/" + name).has("properties")).as(name).isFalse();
        });
    }

    @Test
    void everyFreeTextOfARequestSaysThatNamesDoNotBelongThere() {
        JsonNode schemas = Sample.json(as("xaa.reader").get("/openapi?format=json").asString()).at("/components/schemas");
        List<String> silent = new ArrayList<>();
        for (String request : List.of("InstrumentRecording", "InstrumentDescription", "Signing", "Denunciation", "Effect",
                "Wording",
                "Clause")) {
            assertThat(schemas.has(request)).as(request).isTrue();
            schemas.path(request).path("properties").fields().forEachRemaining(field -> {
                boolean text = field.getValue().path("type").toString().contains("string") && !field.getValue().has("format")
                        || field.getKey().equals("sources");
                if (text && !List.of("party", "language").contains(field.getKey())
                        && !field.getValue().path("description").asText().contains("names of persons")) {
                    silent.add(request + "." + field.getKey());
                }
            });
        }
        assertThat(silent).isEmpty();
    }

    private static void refused(String body, String... fields) {
        as("xaa.editor").body(body).post(INSTRUMENTS).then().statusCode(400).body("type", equalTo(PROBLEMS + "invalid-request"))
                .body("violations.field", contains(fields));
    }

    @Test
    void aClauseOfADraftThatIsAbsentFromTheFinalTextIsFound() {
        String path = recorded("POLITICAL", "COALITION");
        String draft = text("DRAFT", "en", "The parties deploy a force.", "Iris supports the force.", "A cell coordinates.");
        as("xaa.editor", 1).body(draft).post(path + "/texts").then().statusCode(200).header("ETag", "\"2\"")
                .body("texts", hasSize(1)).body("texts[0].status", equalTo("DRAFT")).body("texts[0].clauses", equalTo(3));
        as("xaa.editor", 2).body(draft).post(path + "/texts").then().statusCode(200).header("ETag", "\"2\"");
        as("xaa.editor", 2).body(text("FINAL", "en", "The parties deploy a force.", "A cell coordinates.")).post(path + "/texts")
                .then()
                .statusCode(200);
        as("xaa.editor", 3).body(text("FINAL", "en", "Another.")).post(path + "/texts").then().statusCode(200)
                .body("texts.number", contains(1, 2, 3));
        as("xaa.editor", 4).body(text("FINAL", "fr", "Autre.")).post(path + "/texts").then().statusCode(200);
        as("xab.reader").get(path + "/texts").then().statusCode(200).body("items.number", contains(1, 2, 3, 4))
                .body("items[1].text", nullValue());
        as("xab.reader").get(path + "/texts?asOf=2026-03-02").then().body("items.number", contains(2, 3, 4));
        String tag = as("xab.reader").get(path + "/texts/2").then().statusCode(200)
                .body("clauses.text", contains("The parties deploy a force.", "A cell coordinates.")).extract().header("ETag");
        as("xab.reader").header("If-None-Match", tag).get(path + "/texts/2").then().statusCode(304);
        as("xab.reader").get(path + "/text-comparison?from=1&to=2").then().statusCode(200).body("absent", equalTo(1))
                .body("same", equalTo(2)).body("added", equalTo(0)).body("changed", equalTo(0))
                .body("clauses.outcome", contains("SAME", "ABSENT", "SAME")).body("clauses[1].from.text",
                        equalTo("Iris supports the force."));
        as("xab.reader").get(path + "/text-comparison?from=1&to=4").then().statusCode(400)
                .body("violations[0].message", containsString("one language"));
        assertThat(rows.of("select state::text from change where subject = ?", id(path)))
                .noneMatch(state -> state.contains("Iris"));

        as("xaa.editor", 5).body("{" + said("POLITICAL", label("NATIONAL"))).put(path).then().statusCode(200);
        as("xab.reader").get(path + "/texts/2").then().statusCode(404);
        as("xab.reader").get(path + "/text-comparison?from=1&to=2").then().statusCode(404);
        as("xaa.reader").get(path + "/texts/2").then().statusCode(200);
        as("xaa.editor", 6).body("{" + said("POLITICAL", label("PUBLIC"))).put(path).then().statusCode(200);
        as("fra.reader").get(path + "/texts/2").then().statusCode(200);
    }

    @Test
    void twoHundredLongClausesAreKeptAndTheLogHoldsTheirDigest() {
        String path = recorded("POLITICAL", "COALITION");
        String[] clauses = new String[200];
        for (int i = 0; i < clauses.length; i++) {
            clauses[i] = "c" + i + " " + "word ".repeat(799);
        }
        String body = text("FINAL", "en", clauses).replace("2026-03-0200", "2026-03-01");
        as("xaa.editor", 1).body(body).post(path + "/texts").then().statusCode(200);
        as("xaa.reader").get(path + "/texts/1").then().statusCode(200).body("clauses", hasSize(200));
        assertThat(rows.of("select length(state::text) from change where subject = ? and subject_version = 2", id(path)))
                .allMatch(length -> Integer.parseInt(length) < 1500);
    }

    @Test
    void itEntersIntoForceAndEndsWhereTheStateAllowsIt() {
        String path = recorded("LEGAL", "COALITION");
        String day = "{\"effectiveOn\": \"%s\", \"source\": \"gazette\"}";
        as("xaa.editor", 1).body(day.formatted(DAY)).post(path + "/entries-into-force").then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "act-not-allowed"))
                .body("detail",
                        equalTo("An instrument that is DRAFTED allows no entries-into-force. Allowed: amendment, denunciations, "
                                + "signatures, texts."));
        as("xaa.editor", 1).body(onRecord("XAB", DAY)).post(path + "/signatures").then().statusCode(200)
                .body("state", equalTo("SIGNED"));
        as("xaa.editor", 2).body(day.formatted(DAY.plusDays(2))).post(path + "/entries-into-force").then().statusCode(200)
                .body("state", equalTo("IN_FORCE")).body("entryIntoForce.effectiveOn", equalTo(DAY.plusDays(2).toString()));
        as("xaa.editor", 3).body(day.formatted(DAY.plusDays(2))).post(path + "/entries-into-force").then().statusCode(200)
                .header("ETag", "\"3\"");
        as("xaa.editor", 3).body(day.formatted(DAY.plusDays(9))).post(path + "/terminations").then().statusCode(200)
                .body("state", equalTo("TERMINATED"));
        as("xaa.reader").get(path + "?asOf=" + DAY.plusDays(8)).then().body("state", equalTo("IN_FORCE"))
                .body("termination", nullValue());
        as("xaa.reader").get(path + "?asOf=" + DAY.minusDays(1)).then().body("state", equalTo("DRAFTED")).body("acts", empty());
        Instant signed = recordedAt(path, 2);
        recordedAt(path, 4);
        as("xaa.reader").get(path + "?knownAt=" + signed).then().body("state", equalTo("SIGNED")).body("version", equalTo(2));
        as("xaa.reader").get(path + "?knownAt=" + Instant.now().plusSeconds(3600)).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "not-yet-known"));
        as("xab.reader").get(path + "/history").then().statusCode(200).body("items.type",
                contains("instrument.recorded", "instrument.signed", "instrument.entered", "instrument.terminated"))
                .body("items[2].changed", contains("entryIntoForce", "state"));
        as("fra.reader").get(path + "/history").then().statusCode(404);
        as("fra.editor", 1).body("{\"effectiveOn\": \"2026-03-10\", \"source\": \"s\"}").post(path + "/terminations").then()
                .statusCode(404);
    }

    @Test
    void theListTellsOfEachDayWhatTheRecordTells() {
        Random random = new Random(5);
        for (int round = 0; round < 6; round++) {
            String path = recorded("POLITICAL", "COALITION");
            for (int step = 0; step < 7; step++) {
                assertThat(step(path, random, step)).isIn(200, 409);
            }
            for (int n = -1; n < 7; n++) {
                sameInListAndRecord(path, "asOf=" + DAY.plusDays(n));
            }
            sameInListAndRecord(path, "binding=POLITICAL");
        }
    }

    /** A random act; the last two may begin or end the whole. */
    private static int step(String path, Random random, int step) {
        long version = as("xaa.reader").get(path).then().extract().jsonPath().getLong("version");
        LocalDate day = DAY.plusDays(random.nextInt(6));
        int die = random.nextInt(step < 5 ? 4 : 6);
        if (die > 3) {
            return as("xaa.editor", version).body("{\"effectiveOn\": \"%s\", \"source\": \"s\"}".formatted(day))
                    .post(path + (die == 4 ? "/entries-into-force" : "/terminations")).then().extract().statusCode();
        }
        String party = random.nextBoolean() ? "XAB" : "XAC";
        boolean own = random.nextBoolean();
        String more = (own ? ", \"person\": \"" + Known.actor(party) + "\"" : "")
                + (die == 3 ? ", \"reason\": \"r\"" : ", \"kind\": \"" + (random.nextBoolean() ? "ADOPTED" : "SIGNED") + "\"");
        return as(own ? party.toLowerCase() + ".editor" : "xaa.editor", version)
                .body("{\"party\": \"%s\", \"doneOn\": \"%s\", \"source\": \"s\"%s}".formatted(party, day, more))
                .post(path + (die == 3 ? "/denunciations" : "/signatures")).then().extract().statusCode();
    }

    private static void sameInListAndRecord(String path, String query) {
        JsonNode record = Sample.json(as("xaa.reader").get(path + (query.startsWith("asOf") ? "?" + query : "")).then().extract()
                .asString());
        for (String state : List.of("DRAFTED", "ADOPTED", "SIGNED", "IN_FORCE", "TERMINATED")) {
            listed(query + "&state=" + state, path, record.path("state").asText().equals(state));
        }
        for (String party : List.of("XAA", "XAB", "XAC")) {
            listed(query + "&participant=" + party, path, record.path("participants").toString().contains(party));
        }
    }

    private static void listed(String query, String path, boolean there) {
        as("xaa.reader").get(INSTRUMENTS + "?party=XAA&limit=500&" + query).then().statusCode(200).body("items.id",
                there ? hasItem(id(path)) : not(hasItem(id(path))));
    }

    @Test
    void listsAreNarrowedAndPaged() {
        String one = recorded("LEGAL", "PUBLIC");
        String two = recorded("POLITICAL", "PUBLIC");
        String hidden = recorded("POLITICAL", "NATIONAL");
        listed("binding=LEGAL&kind=DECLARATION_OF_INTENT&series=EXERCISE", one, true);
        listed("binding=LEGAL", two, false);
        listed("kind=AGREEMENT", one, false);
        listed("series=REAL", one, false);
        listed("knownAt=" + recordedAt(one, 1).minusMillis(1), one, false);
        listed("knownAt=" + recordedAt(two, 1), two, true);
        as("fra.reader").get(INSTRUMENTS + "?party=XAA&limit=500").then().body("items.id", hasItems(id(one), id(two)))
                .body("items.id", not(hasItem(id(hidden))));
        String next = as("fra.reader").get(INSTRUMENTS + "?party=XAA&limit=1").then().statusCode(200).body("items", hasSize(1))
                .extract().path("next");
        as("fra.reader").get(INSTRUMENTS + "?party=XAA&limit=1&cursor=" + next).then().statusCode(200).body("items", hasSize(1));
    }

    private static String commitment(String release, String instrument) {
        return """
                "kind": "TRAINING", "title": "Training", "quantity": {"quantity": 20, "unit": "instructors"}, "label": {"release": "%s"},
                "instrument": "%s"}"""
                .formatted(release, instrument);
    }

    private static ValidatableResponse drafted(String user, String party, String release,
            String instrument) {
        return as(user).body("{\"party\": \"" + party + "\", \"basis\": \"GUARANTEE\", " + commitment(release, instrument))
                .post("/api/v1/commitments").then();
    }

    @Test
    void aCommitmentNamesTheInstrumentItIsMadeUnder() {
        String open = recorded("POLITICAL", "PUBLIC");
        String path = "/api/v1/commitments/" + drafted("xab.editor", "XAB", "PUBLIC", id(open)).statusCode(201)
                .body("instrument", equalTo(id(open))).extract().path("id");
        as("xab.editor", 1).body(Known.act("XAB", "")).post(path + "/filings").then().statusCode(200);
        String state = rows.of("select state::text from change where subject = ? and type like '%filed%'", id(path)).get(0);
        assertThat(Sample.json(state).path("instrument").asText()).isEqualTo(id(open));
        as("xac.reader").get("/api/v1/commitments?instrument=" + id(open)).then().body("items.id", contains(id(path)))
                .body("items[0].instrument", equalTo(id(open)));
        String other = recorded("LEGAL", "PUBLIC");
        as("xab.editor", 2).body("{" + commitment("PUBLIC", id(other))).put(path).then().statusCode(200)
                .body("instrument", equalTo(id(other)));
        as("xac.reader").get("/api/v1/commitments?instrument=" + id(open) + "&knownAt=" + recordedAt(path, 2)).then()
                .body("items.id", contains(id(path)));
        as("xac.reader").get("/api/v1/commitments?instrument=" + id(open)).then().body("items", empty());
        as("xab.reader").get(path + "/history").then().body("items[2].changed", contains("instrument"));
        as("xab.reader").get(path + "/quality").then().body("missing.field", not(hasItem("instrument")));
    }

    @Test
    void anInstrumentThatIsHiddenOrOfTheOtherSeriesCannotBeNamed() {
        String hidden = recorded("POLITICAL", "NATIONAL");
        String real = recorded("coordinator", "FRA", "POLITICAL", label("PUBLIC"));
        drafted("xab.editor", "XAB", "NATIONAL", id(hidden)).statusCode(400).body("violations[0].field", equalTo("instrument"));
        drafted("xab.editor", "XAB", "NATIONAL", id(real)).statusCode(400).body("violations[0].message",
                containsString("of the series REAL"));
    }

    @Test
    void aCommitmentIsNotReleasedWiderThanItsInstrument() {
        String path = recorded("xaa.editor", "XAA", "POLITICAL", "{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}");
        drafted("xab.editor", "XAB", "COALITION", id(path)).statusCode(409).body("type", equalTo(PROBLEMS + "released-too-widely"));
        as("xab.editor").body(("{\"party\": \"XAB\", \"basis\": \"GUARANTEE\", " + commitment("NAMED", id(path)))
                .replace("\"NAMED\"", "\"NAMED\", \"parties\": [\"XAC\"]")).post("/api/v1/commitments").then().statusCode(409);
        String commitment = "/api/v1/commitments/"
                + drafted("xaa.editor", "XAA", "NATIONAL", id(path)).statusCode(201).extract().path("id");
        as("xaa.editor", 1).body(Known.act("XAA", "")).post(commitment + "/filings").then().statusCode(200);
        as("xaa.editor", 1).body("{" + said("POLITICAL", label("COALITION"))).put(path).then().statusCode(200);
        as("xaa.editor", 2).body("{" + commitment("COALITION", id(path))).put(commitment).then().statusCode(200);
        as("xab.reader").get(commitment).then().statusCode(200).body("instrument", equalTo(id(path)));
        as("xaa.editor", 2).body("{" + said("POLITICAL", label("NATIONAL"))).put(path).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "released-too-widely")).body("detail", containsString("COALITION"));
        as("xaa.editor").get(path).then().header("ETag", "\"2\"").body("label.release", equalTo("COALITION"));
    }

    @Test
    void aReferenceToAnInstrumentThatIsNotReleasedIsUndisclosed() {
        String path = recorded("POLITICAL", "COALITION");
        String named = commitment("NAMED", id(path)).replace("\"NAMED\"", "\"NAMED\", \"parties\": [\"XAG\"]");
        String commitment = "/api/v1/commitments/"
                + as("xab.editor").body("{\"party\": \"XAB\", \"basis\": \"GUARANTEE\", " + named)
                        .post("/api/v1/commitments").then().statusCode(201).extract().path("id");
        as("xab.editor", 1).body(Known.act("XAB", "")).post(commitment + "/filings").then().statusCode(200).header("ETag", "\"2\"")
                .body("instrument", equalTo(id(path)));
        as("xag.reader").get(path).then().statusCode(404);
        as("xag.reader").get(commitment).then().statusCode(200).body("instrument.undisclosed", equalTo("NOT_RELEASED"))
                .header("ETag", not(equalTo("\"2\"")));
        as("xag.reader").get("/api/v1/commitments?instrument=" + id(path)).then().body("items", empty());
        as("xab.reader").get("/api/v1/commitments?instrument=" + id(path)).then().body("items.id", contains(id(commitment)));
    }

    @Test
    void ofADraftThatOthersDoNotSeeNothingIsSaidToWhoNarrowsItsInstrument() {
        String path = recorded("xaa.editor", "XAA", "POLITICAL", "{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}");
        String commitment = "/api/v1/commitments/"
                + drafted("xab.editor", "XAB", "NATIONAL", id(path)).statusCode(201).extract().path("id");
        as("xaa.editor", 1).body("{" + said("POLITICAL", label("NATIONAL"))).put(path).then().statusCode(200);
        as("xab.editor").get(commitment).then().statusCode(200).body("instrument", equalTo(id(path)));
        as("xab.editor", 1).body(Known.act("XAB", "")).post(commitment + "/filings").then().statusCode(400)
                .body("violations[0].field", equalTo("instrument"));
    }
}
