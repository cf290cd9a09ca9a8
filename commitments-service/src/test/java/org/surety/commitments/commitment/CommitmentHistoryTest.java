package org.surety.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Rest.PROBLEMS;
import static org.surety.commitments.Rest.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.Sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

    /** What could be read after a change: the record, what was stated of its readiness, its deliveries; and which change it was. */
    private record Snapshot(JsonNode commitment, JsonNode statements, JsonNode deliveries, String changed, long version) {
    }

    private static Snapshot snapshot(String path, String changed, long version) {
        return new Snapshot(read(path, ""), read(path + "/readiness-statements", "").path("items"),
                read(path + "/deliveries", "").path("items"), changed, version);
    }

    @Test
    void everyDayAndInstantEqualsANaiveReplay() {
        Random random = new Random(11);
        for (int round = 0; round < 8; round++) {
            List<Snapshot> snapshots = new ArrayList<>();
            String path = draft("First", "COALITION");
            snapshots.add(snapshot(path, path, 1));
            int steps = 3 + random.nextInt(6);
            for (int step = 0; step < steps; step++) {
                Snapshot last = snapshots.get(snapshots.size() - 1);
                String changed = step(path, last, random);
                long version = changed == null ? 0 : read(changed, "").path("version").asLong();
                if (changed != null && (!changed.equals(path) || version > last.commitment().path("version").asLong())) {
                    snapshots.add(snapshot(path, changed, version));
                }
            }
            for (Snapshot snapshot : snapshots) {
                Instant at = recorded(snapshot.changed(), snapshot.version());
                assertThat(read(path, "?knownAt=" + at)).isEqualTo(snapshot.commitment());
                assertThat(read(path + "/deliveries", "?knownAt=" + at).path("items")).isEqualTo(snapshot.deliveries());
                assertThat(read(path + "/readiness-statements", "?knownAt=" + at).path("items")).isEqualTo(snapshot.statements());
                for (int n = 0; n < DAYS; n += 2 + random.nextInt(3)) {
                    sameAsReplayed(path, snapshot, at, START.plusDays(n));
                }
            }
        }
    }

    /** The path of the record that it changed; null: none. */
    private String step(String path, Snapshot last, Random random) {
        JsonNode now = last.commitment();
        long version = now.path("version").asLong();
        LocalDate day = START.plusDays(random.nextInt(DAYS));
        String state = now.path("state").asText();
        int die = random.nextInt(7);
        if (state.equals("DRAFT")) {
            if (die == 0) {
                amend(path, version, random);
            } else {
                as("xaa.editor", version).body(act(day, "")).post(path + "/filings").then().statusCode(200);
            }
            return path;
        }
        if (die >= 5 && last.deliveries().size() > 0) {
            return deliveryStep(last.deliveries().get(random.nextInt(last.deliveries().size())), random);
        }
        if (state.equals("WITHDRAWN")) {
            return null;
        }
        if (die >= 4) {
            String said = """
                    {"recipient": "XAB", "stage": "%s", "day": %s, "quantity": %s, "overDelivery": true}""".formatted(
                    random.nextBoolean() ? "DISPATCHED" : "DEPLOYED", day(day, random), quantity(random));
            return "/api/v1/deliveries/" + as("xaa.editor").body(said).post(path + "/deliveries").then().statusCode(201).extract()
                    .path("id");
        }
        if (die == 3) {
            String said = ", \"level\": \"READY\", \"effectiveOn\": \"%s\", \"validUntil\": \"%s\"".formatted(
                    day.plusDays(random.nextInt(3)), day.plusDays(2 + random.nextInt(4)));
            as("xaa.editor", version).body(act(day, said)).post(path + "/readiness-statements").then().statusCode(200);
        } else if (die == 0) {
            amend(path, version, random);
        } else if (die == 1 && now.path("decision").isMissingNode()) {
            as("xaa.editor", version).body("{\"decidedOn\": \"%s\", \"effectiveOn\": \"%s\", \"source\": \"s\"}".formatted(day,
                    day.plusDays(random.nextInt(4)))).post(path + "/decisions").then().statusCode(200);
        } else {
            as("xaa.editor", version).body(act(day, ", \"reason\": \"r\"")).post(path + "/withdrawals").then().statusCode(200);
        }
        return path;
    }

    private static void amend(String path, long version, Random random) {
        as("xaa.editor", version).body("{" + body("Title " + random.nextInt(100), "COALITION")).put(path).then().statusCode(200);
    }

    private static String deliveryStep(JsonNode delivery, Random random) {
        String path = "/api/v1/deliveries/" + delivery.path("id").asText();
        long version = delivery.path("version").asLong();
        LocalDate day = START.plusDays(DAYS);
        if (!delivery.path("withdrawal").isMissingNode()) {
            return null;
        }
        if (delivery.path("stage").asText().equals("DISPATCHED")) {
            as("xaa.editor", version).body("{\"stage\": \"HANDED_OVER\", \"day\": \"%s\"}".formatted(START.plusDays(DAYS - 1)))
                    .post(path + "/movements").then().statusCode(200);
        } else if (random.nextInt(3) > 0) {
            as("xab.editor", version).body("{\"quantity\": %s, \"day\": %s, \"source\": \"%d\"}".formatted(quantity(random),
                    day(START.plusDays(random.nextInt(DAYS)), random), version)).post(path + "/confirmations").then()
                    .statusCode(200);
        } else if (random.nextBoolean()) {
            as("xaa.editor", version).body("{\"quantity\": %s, \"day\": %s, \"note\": \"%d\", \"overDelivery\": true}".formatted(
                    quantity(random), day(day, random), version)).put(path).then().statusCode(200);
        } else {
            as("xaa.editor", version).body("{\"reason\": \"r\"}").post(path + "/withdrawals").then().statusCode(200);
        }
        return path;
    }

    private static String day(LocalDate day, Random random) {
        return random.nextInt(5) == 0 ? "{\"undisclosed\": \"UNKNOWN\"}" : "\"" + day + "\"";
    }

    private static String quantity(Random random) {
        return random.nextInt(5) == 0
                ? "{\"undisclosed\": \"WITHHELD\"}"
                : "{\"quantity\": %d, \"unit\": \"instructors\"}".formatted(9 + random.nextInt(2));
    }

    private static void sameAsReplayed(String path, Snapshot snapshot, Instant at, LocalDate day) {
        JsonNode version = snapshot.commitment();
        ObjectNode expected = replayed(version, day);
        String query = "asOf=" + day + "&knownAt=" + at;
        String id = version.path("id").asText();
        JsonNode list = Sample
                .json(as("xaa.reader").get("/api/v1/commitments?party=XAA&kind=TRAINING&limit=500&" + query).then().statusCode(200)
                        .extract().asString())
                .path("items");
        List<JsonNode> listed = new ArrayList<>();
        list.forEach(item -> {
            if (item.path("id").asText().equals(id)) {
                listed.add(item);
            }
        });
        if (expected == null) {
            as("xaa.reader").get(path + "?" + query).then().statusCode(404);
            assertThat(listed).isEmpty();
            return;
        }
        put(expected, "readiness", readiness(snapshot.statements(), day));
        expected.remove("delivery");
        assertThat(listed).containsExactly(expected);
        List<JsonNode> deliveries = new ArrayList<>();
        snapshot.deliveries().forEach(delivery -> deliveries.add(delivered(delivery, day)));
        deliveries.removeIf(Objects::isNull);
        List<JsonNode> answered = new ArrayList<>();
        read(path + "/deliveries", "?" + query).path("items").forEach(answered::add);
        assertThat(answered).isEqualTo(deliveries);
        put(expected, "delivery", summary(deliveries));
        assertThat(read(path, "?" + query)).isEqualTo(expected);
    }

    private static void put(ObjectNode answer, String field, JsonNode value) {
        if (value == null) {
            answer.remove(field);
        } else {
            answer.set(field, value);
        }
    }

    /** What was stated last of what had taken effect by the day. */
    private static ObjectNode readiness(JsonNode statements, LocalDate day) {
        JsonNode holds = null;
        int count = 0;
        for (JsonNode said : statements) {
            String effective = said.path("effectiveOn").asText();
            if (effective.compareTo(day.toString()) <= 0) {
                count++;
                holds = holds == null || effective.compareTo(holds.path("effectiveOn").asText()) >= 0 ? said : holds;
            }
        }
        return holds == null
                ? null
                : JsonNodeFactory.instance.objectNode().put("level", holds.path("level").asText())
                        .put("statedOn", holds.path("doneOn").asText()).put("validUntil", holds.path("validUntil").asText())
                        .put("freshness", holds.path("validUntil").asText().compareTo(day.toString()) < 0 ? "STALE" : "FRESH")
                        .put("statements", count);
    }

    /** A day that is not known is the one of the test, which is later than the days of the test; null: not there. */
    private static ObjectNode delivered(JsonNode delivery, LocalDate day) {
        ObjectNode answer = delivery.deepCopy();
        ArrayNode steps = answer.putArray("steps");
        int reached = 0;
        for (int i = 0; i < delivery.path("steps").size(); i++) {
            reached = isBy(delivery.path("steps").get(i).path("day"), day) ? i + 1 : reached;
        }
        if (reached == 0) {
            return null;
        }
        for (int i = 0; i < reached; i++) {
            steps.add(delivery.path("steps").get(i));
        }
        JsonNode last = steps.get(steps.size() - 1);
        answer.set("stage", last.path("stage"));
        ObjectNode claims = (ObjectNode) answer.path("confirmation");
        ((ObjectNode) claims.path("giver")).set("day", last.path("day"));
        if (claims.has("recipient") && !isBy(claims.path("recipient").path("day"), day)) {
            claims.remove("recipient");
            claims.put("status", "UNCONFIRMED");
        }
        return answer;
    }

    private static boolean isBy(JsonNode known, LocalDate day) {
        return known.isTextual() && !LocalDate.parse(known.asText()).isAfter(day);
    }

    private static ObjectNode summary(List<JsonNode> deliveries) {
        List<JsonNode> standing = deliveries.stream().filter(one -> one.path("withdrawal").isMissingNode()).toList();
        List<JsonNode> arrived = standing.stream().filter(one -> !one.path("stage").asText().equals("DISPATCHED")).toList();
        if (standing.isEmpty()) {
            return null;
        }
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.set("delivered", sum(arrived.stream().map(one -> one.path("quantity")).toList()));
        summary.set("confirmed", sum(arrived.stream().map(one -> one.at("/confirmation/recipient/quantity"))
                .filter(said -> !said.isMissingNode()).toList()));
        for (String status : List.of("contested", "unconfirmed")) {
            summary.put(status, arrived.stream()
                    .filter(one -> one.at("/confirmation/status").asText().equalsIgnoreCase(status)).count());
        }
        summary.put("onTheWay", standing.size() - arrived.size());
        summary.put("overDelivered", summary.at("/delivered/quantity/quantity").asInt() > 20);
        return (ObjectNode) Sample.json(summary.toString());
    }

    private static ObjectNode sum(List<JsonNode> figures) {
        ObjectNode sum = JsonNodeFactory.instance.objectNode();
        List<JsonNode> stated = figures.stream().filter(figure -> figure.has("quantity")).toList();
        if (!stated.isEmpty()) {
            sum.putObject("quantity").put("quantity", stated.stream().mapToInt(figure -> figure.path("quantity").asInt()).sum())
                    .put("unit", "instructors");
        }
        return sum.put("undisclosed", figures.size() - stated.size());
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
        as("xab.reader").get("/api/v1/commitments?party=XAA&kind=TRAINING&limit=500&" + query).then().statusCode(200).body(
                "items.id",
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
    void aPartyThatLeavesTheCoalitionIsStillThereAsKnownBefore() {
        known.parties("XAC");
        String group = UUID.randomUUID().toString();
        String path = "/api/v1/commitments/" + as("xac.editor").body("""
                {"party": "XAC", "basis": "GUARANTEE", "kind": "TRAINING", "title": "Crews", "group": "%s",
                 "quantity": {"quantity": 40, "unit": "crews"}, "label": {"release": "COALITION"}}""".formatted(group))
                .post("/api/v1/commitments").then().statusCode(201).extract().path("id");
        as("xac.editor", 1).body(Known.act("XAC", "")).post(path + "/filings").then().statusCode(200);
        Instant before = recorded(path, 2);
        String others = draft("Of another", "COALITION");
        as("xaa.editor", 1).body(Known.act("XAA", "")).post(others + "/filings").then().statusCode(200);
        as("xac.reader").get(others).then().statusCode(200);
        as("xac.editor", 2).body(Known.act("XAC", ", \"reason\": \"leaves\"")).post(path + "/withdrawals").then().statusCode(200);
        known.memberUntil("XAC", LocalDate.now(ZoneOffset.UTC).minusDays(1));
        try {
            as("xac.reader").get(others).then().statusCode(404);
            for (String reader : List.of("xab.reader", "xac.reader")) {
                as(reader).get(path).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
                as(reader).queryParam("knownAt", before.toString()).get(path).then().statusCode(200).body("state", equalTo("FILED"))
                        .body("quantity.quantity", equalTo(40));
                as(reader).queryParam("knownAt", before.toString()).get("/api/v1/commitments/totals?party=XAC&groupBy=GROUP").then()
                        .body("items.find { it.key == '" + group + "' }.count", equalTo(1));
                as(reader).get("/api/v1/commitments/totals?party=XAC&groupBy=GROUP").then()
                        .body("items.find { it.key == '" + group + "' }", nullValue());
            }
        } finally {
            known.memberUntil("XAC", null);
        }
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
