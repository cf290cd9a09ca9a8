package org.surety.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.surety.commitments.Rest.PROBLEMS;
import static org.surety.commitments.Rest.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.Sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;

/** Commitments as they were on a day and as they were known at an instant. */
@QuarkusTest
@RealParts
class CommitmentHistoryTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 12;

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB");
    }

    private static String body(String title, String label) {
        return """
                "kind": "TRAINING", "title": "%s", "quantity": {"quantity": 20, "unit": "instructors"}, "label": {"release": "%s"}}"""
                .formatted(title, label);
    }

    private static String draft(String title, String label) {
        return "/api/v1/commitments/" + as("xaa.editor")
                .body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + body(title, label)).post("/api/v1/commitments").then()
                .statusCode(201).extract().path("id");
    }

    private static String act(LocalDate day, String more) {
        return Known.act("XAA", ", \"doneOn\": \"" + day + "\"" + more);
    }

    /** When the version was recorded. */
    private Instant recorded(String path, long version) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        String sql = "select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from change "
                + "where subject = ? and subject_version = " + version + " and recorded_at is not null";
        await().atMost(LIMIT).until(() -> !rows.of(sql, id).isEmpty());
        return Instant.parse(rows.of(sql, id).get(0));
    }

    private static JsonNode read(String path, String query) {
        return Sample.json(as("xaa.reader").get(path + query).then().statusCode(200).extract().asString());
    }

    @Test
    void everyDayAndInstantEqualsANaiveReplay() {
        Random random = new Random(11);
        for (int round = 0; round < 12; round++) {
            List<JsonNode> versions = new ArrayList<>();
            String path = draft("First", "COALITION");
            versions.add(read(path, ""));
            int steps = 2 + random.nextInt(5);
            for (int step = 0; step < steps; step++) {
                step(path, versions.get(versions.size() - 1), random);
                JsonNode now = read(path, "");
                if (now.path("version").asLong() > versions.size()) {
                    versions.add(now);
                }
            }
            for (JsonNode version : versions) {
                Instant at = recorded(path, version.path("version").asLong());
                assertThat(read(path, "?knownAt=" + at)).isEqualTo(version);
                for (int n = 0; n < DAYS; n += 1 + random.nextInt(3)) {
                    sameAsReplayed(path, version, at, START.plusDays(n));
                }
            }
        }
    }

    private void step(String path, JsonNode now, Random random) {
        long version = now.path("version").asLong();
        LocalDate day = START.plusDays(random.nextInt(DAYS));
        String state = now.path("state").asText();
        if (state.equals("WITHDRAWN")) {
            return;
        }
        int die = random.nextInt(3);
        if (die == 0) {
            as("xaa.editor", version).body("{" + body("Title " + random.nextInt(100), "COALITION")).put(path).then()
                    .statusCode(200);
        } else if (state.equals("DRAFT")) {
            as("xaa.editor", version).body(act(day, "")).post(path + "/filings").then().statusCode(200);
        } else if (die == 1 && now.path("decision").isMissingNode()) {
            as("xaa.editor", version).body("{\"decidedOn\": \"%s\", \"effectiveOn\": \"%s\", \"source\": \"s\"}".formatted(day,
                    day.plusDays(random.nextInt(4)))).post(path + "/decisions").then().statusCode(200);
        } else {
            as("xaa.editor", version).body(act(day, ", \"reason\": \"r\"")).post(path + "/withdrawals").then().statusCode(200);
        }
    }

    private static void sameAsReplayed(String path, JsonNode version, Instant at, LocalDate day) {
        ObjectNode expected = replayed(version, day);
        String query = "asOf=" + day + "&knownAt=" + at;
        String id = version.path("id").asText();
        JsonNode list = Sample.json(as("xaa.reader").get("/api/v1/commitments?party=XAA&limit=500&" + query).then().statusCode(200)
                .extract().asString()).path("items");
        List<JsonNode> listed = new ArrayList<>();
        list.forEach(item -> {
            if (item.path("id").asText().equals(id)) {
                listed.add(item);
            }
        });
        if (expected == null) {
            as("xaa.reader").get(path + "?" + query).then().statusCode(404);
            assertThat(listed).isEmpty();
        } else {
            assertThat(read(path, "?" + query)).isEqualTo(expected);
            assertThat(listed).containsExactly(expected);
        }
    }

    /** The answer of a day, made of the whole answer by what is written about days; null: not there. */
    private static ObjectNode replayed(JsonNode version, LocalDate day) {
        ObjectNode answer = version.deepCopy();
        if (version.path("state").asText().equals("DRAFT")) {
            return null;
        }
        ArrayNode acts = answer.putArray("acts");
        boolean filed = false;
        boolean withdrawn = false;
        for (JsonNode act : version.path("acts")) {
            if (!LocalDate.parse(act.path("doneOn").asText()).isAfter(day)) {
                acts.add(act);
                filed |= act.path("kind").asText().equals("FILING");
                withdrawn |= act.path("kind").asText().equals("WITHDRAWAL");
            }
        }
        if (!filed) {
            return null;
        }
        answer.put("state", withdrawn ? "WITHDRAWN" : "FILED");
        if (!withdrawn) {
            answer.remove("withdrawal");
        }
        if (LocalDate.parse(version.at("/decision/effectiveOn").asText(LocalDate.MIN.toString())).isAfter(day)) {
            answer.remove("decision");
        }
        return answer;
    }

    @Test
    void listsAreFilteredByWhatWasKnownAndWhatHeld() {
        String path = draft("Title of then", "PUBLIC");
        as("xaa.editor", 1).body(act(START, "")).post(path + "/filings").then().statusCode(200);
        Instant filed = recorded(path, 2);
        as("xaa.editor", 2).body(act(START.plusDays(5), ", \"reason\": \"r\"")).post(path + "/withdrawals").then().statusCode(200);
        Instant withdrawn = recorded(path, 3);
        String id = path.substring(path.lastIndexOf('/') + 1);
        listed("state=FILED&knownAt=" + filed, id, true);
        listed("state=FILED&knownAt=" + withdrawn, id, false);
        listed("state=FILED&knownAt=" + withdrawn + "&asOf=" + START.plusDays(4), id, true);
        listed("state=WITHDRAWN&asOf=" + START.plusDays(4), id, false);
        listed("state=WITHDRAWN&asOf=" + START.plusDays(5), id, true);
        listed("asOf=" + START.minusDays(1), id, false);
    }

    private static void listed(String query, String id, boolean there) {
        as("xab.reader").get("/api/v1/commitments?party=XAA&limit=500&" + query).then().statusCode(200).body("items.id",
                there ? hasItem(id) : not(hasItem(id)));
    }

    @Test
    void aPastStateIsShownOnlyWhereItsLabelThenAndNowAllowIt() {
        String path = draft("Hidden at first", "NATIONAL");
        as("xaa.editor", 1).body(act(START, "")).post(path + "/filings").then().statusCode(200);
        Instant hidden = recorded(path, 2);
        as("xaa.editor", 2).body("{" + body("Shown now", "COALITION")).put(path).then().statusCode(200);
        Instant shown = recorded(path, 3);
        as("xaa.editor", 3).body("{" + body("Hidden again", "NATIONAL")).put(path).then().statusCode(200);
        recorded(path, 4);
        as("xab.reader").get(path + "?knownAt=" + hidden).then().statusCode(404);
        as("xab.reader").get(path + "?knownAt=" + shown).then().statusCode(404);
        as("xaa.reader").get(path + "?knownAt=" + shown).then().statusCode(200).body("title", equalTo("Shown now"));
    }

    @Test
    void theHistoryTellsWhatHappenedAndWhy() {
        String path = draft("One", "COALITION");
        as("xaa.editor", 1).body(act(START, "")).post(path + "/filings").then().statusCode(200);
        as("xaa.editor", 2).body("{" + body("Two", "NATIONAL")).put(path).then().statusCode(200);
        as("xaa.editor", 3).body("{" + body("Two", "COALITION")).put(path).then().statusCode(200);
        String recorded = recorded(path, 4).toString();
        as("xaa.reader").get(path + "/history").then().statusCode(200)
                .body("items.type", contains("commitment.drafted", "commitment.filed", "commitment.amended", "commitment.amended"))
                .body("items.version", contains(1, 2, 3, 4)).body("items[1].effectiveOn", equalTo(START.toString()))
                .body("items[2].changed", contains("title", "label")).body("items.reason", everyItem(equalTo("NEW_FACT")))
                .body("items[3].recordedAt", equalTo(recorded));
        as("xab.reader").get(path + "/history").then().statusCode(200).body("items.version", contains(2, 4));
        String next = as("xaa.reader").get(path + "/history?limit=3").then().body("items.version", contains(1, 2, 3)).extract()
                .path("next");
        as("xaa.reader").get(path + "/history?limit=3&cursor=" + next).then().body("items.version", contains(4));
        String hidden = draft("Draft", "COALITION");
        as("xab.reader").get(hidden + "/history").then().statusCode(404).body("type", equalTo(PROBLEMS + "not-found"));
        as("auditor").get(path + "/history").then().statusCode(403);
    }

    @Test
    void whatIsNotKnownYetIsRefused() {
        String path = draft("Soon", "PUBLIC");
        as("xaa.reader").get(path + "?knownAt=" + Instant.now().plusSeconds(3600)).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "not-yet-known"));
        as("xaa.reader").get("/api/v1/commitments?knownAt=" + Instant.now().plusSeconds(3600)).then().statusCode(409);
        as("xaa.reader").get(path + "?knownAt=yesterday").then().statusCode(400).body("violations[0].field", equalTo("knownAt"));
        as("xaa.reader").get(path + "?asOf=2026-13-01").then().statusCode(400).body("violations[0].field", equalTo("asOf"));
    }
}
