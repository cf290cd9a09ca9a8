package org.surety.commitments.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Rest.as;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@RealParts
class DifferenceTest {

    private static final String COMMITMENTS = "/api/v1/commitments";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String COALITION = "{\"release\": \"COALITION\"}";

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAC", "XAF", "XAE");
    }

    private static String body(String euro, String label) {
        String value = euro == null ? "{\"undisclosed\": \"UNKNOWN\"}" : "{\"amount\": \"" + euro + "\", \"currency\": \"EUR\"}";
        return """
                {"kind": "FINANCIAL_ASSISTANCE", "title": "Money", "money": %1$s, "euroValue": %1$s, "sources": [{"text": "exercise order 9"}],
                 "label": %2$s}"""
                .formatted(value, label);
    }

    private static String draft(String euro, String label) {
        return as("xaf.editor").body(body(euro, label).replaceFirst("\\{", "{\"party\": \"XAF\", \"basis\": \"GUARANTEE\", "))
                .post(COMMITMENTS).then().statusCode(201).extract().path("id");
    }

    private static String filed(String euro, String label) {
        String id = draft(euro, label);
        as("xaf.editor", 1).body(Known.act("XAF", "")).post(COMMITMENTS + "/" + id + "/filings").then().statusCode(200);
        return id;
    }

    private static void amended(String id, long version, String euro, String label, String reason) {
        as("xaf.editor", version).body(body(euro, label)).put(COMMITMENTS + "/" + id + "?reason=" + reason).then().statusCode(200);
    }

    /** The stamp of the log, once everything until now has its recorded time. */
    private Instant now() {
        await().atMost(LIMIT).until(() -> rows.count("change where recorded_at is null") == 0);
        return Instant.parse(
                rows.of("select to_char(stamp at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from log_head").get(0));
    }

    private static ValidatableResponse between(String viewer, Instant from, Instant to, String more) {
        String question = "/api/v1/changes-between?party=XAF&from=" + from + "&to=" + to + more;
        await().atMost(LIMIT).until(() -> as(viewer).get(question).statusCode() != 409);
        return as(viewer).get(question).then().statusCode(200);
    }

    @Test
    void eachReasonIsToldWithTheChangesBehindIt() {
        Instant before = now();
        String one = filed("100", COALITION);
        String other = filed("7", COALITION);
        Instant filed = now();
        amended(one, 2, "60", COALITION, "CORRECTION");
        amended(other, 2, "9.5", COALITION, "EXCHANGE_RATE");
        filed(null, COALITION);
        Instant after = now();
        String exercise = "This is an exercise: no real state has promised any of it.";
        between("xac.reader", before, filed, "").body("note", equalTo(exercise)).body("reasons.reason", contains("NEW_FACT"))
                .body("reasons[0].euro", equalTo("107")).body("reasons[0].commitments", equalTo(2));
        between("xac.reader", filed, after, "").body("reasons.reason", contains("CORRECTION", "EXCHANGE_RATE", "NEW_FACT"))
                .body("reasons.euro", contains("-40", "2.5", "0")).body("reasons.undisclosed", contains(0, 0, 1))
                .body("changes[0].commitment", equalTo(one)).body("changes[0].before", equalTo("100"))
                .body("changes[0].after", equalTo("60")).body("changes[0].by", equalTo("XAF"))
                .body("changes[0].changed", hasItems("money", "euroValue"))
                .body("changes[0].sources[0].text", equalTo("exercise order 9"))
                .body("next", nullValue());
        JsonPath page = between("xac.reader", filed, after, "&limit=1").extract().jsonPath();
        between("xac.reader", filed, after, "&limit=1&cursor=" + page.getString("next")).body("changes.commitment",
                contains(other));
        between("xac.reader", after, after.plusNanos(1000), "").body("reasons", empty()).body("changes", empty());
    }

    @Test
    void whatIsReleasedOtherwiseIsToldWithoutTheChange() {
        Instant before = now();
        String id = filed("50", COALITION);
        Instant seen = now();
        amended(id, 2, "80", "{\"release\": \"NAMED\", \"parties\": [\"XAC\"]}", "NEW_FACT");
        Instant after = now();
        between("xae.reader", before, after, "").body("reasons", empty()).body("changes", empty());
        between("xac.reader", seen, after, "").body("reasons.reason", contains("NEW_FACT")).body("reasons[0].euro", equalTo("30"));
        amended(id, 3, "80", COALITION, "NEW_FACT");
        Instant wide = now();
        between("xae.reader", after, wide, "").body("after.commitments", equalTo(
                between("xae.reader", before, wide, "").extract().<Integer>path("after.commitments")));
    }

    @Test
    void theReasonsAddUpForEveryViewer() {
        Random random = new Random(11);
        List<String> reasons = List.of("NEW_FACT", "CORRECTION", "REVALUATION", "RECLASSIFICATION");
        List<String> labels = List.of(COALITION, "{\"release\": \"PUBLIC\"}", "{\"release\": \"NAMED\", \"parties\": [\"XAC\"]}",
                "{\"release\": \"NATIONAL\"}");
        List<String> ids = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        List<Instant> instants = new ArrayList<>(List.of(now()));
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 6; i++) {
                String label = labels.get(random.nextInt(labels.size()));
                String euro = random.nextInt(5) == 0 ? null : Integer.toString(random.nextInt(1000));
                if (ids.isEmpty() || random.nextInt(3) == 0) {
                    ids.add(filed(euro, label));
                    versions.add(2L);
                } else {
                    int at = random.nextInt(ids.size());
                    var answer = as("xaf.editor", versions.get(at)).body(body(euro, label))
                            .put(COMMITMENTS + "/" + ids.get(at) + "?reason=" + reasons.get(random.nextInt(reasons.size())));
                    answer.then().statusCode(200);
                    versions.set(at, Long.parseLong(answer.header("ETag").replace("\"", "").split("\\.")[0]));
                }
            }
            instants.add(now());
        }
        for (String viewer : List.of("xaf.reader", "xac.reader", "xae.reader")) {
            for (int i = 0; i < 6; i++) {
                int first = random.nextInt(instants.size() - 1);
                int last = first + 1 + random.nextInt(instants.size() - first - 1);
                JsonPath said = between(viewer, instants.get(first), instants.get(last), "&limit=500").extract().jsonPath();
                BigDecimal sum = BigDecimal.ZERO;
                for (Map<String, Object> reason : said.<Map<String, Object>>getList("reasons")) {
                    sum = sum.add(new BigDecimal((String) reason.get("euro")));
                }
                assertThat(sum).as("%s %d %d", viewer, first, last).isEqualByComparingTo(
                        new BigDecimal(said.getString("after.euro")).subtract(new BigDecimal(said.getString("before.euro"))));
                BigDecimal steps = BigDecimal.ZERO;
                for (Map<String, Object> change : said.<Map<String, Object>>getList("changes")) {
                    steps = steps.add(new BigDecimal((String) change.get("after")))
                            .subtract(new BigDecimal((String) change.get("before")));
                }
                assertThat(viewer.startsWith("xaf") ? steps : sum).isEqualByComparingTo(sum);
            }
        }
    }

    @Test
    void badRequestsNameFieldAndRule() {
        Instant now = now();
        as("xac.reader").get("/api/v1/changes-between?party=XAF").then().statusCode(400).body("violations.field",
                contains("from", "to"));
        as("xac.reader").get("/api/v1/changes-between?party=XAF&from=" + now + "&to=" + now).then().statusCode(400)
                .body("violations[0].message", equalTo("must be after from"));
        as("xac.reader").get("/api/v1/changes-between?party=XAF&from=" + now + "&to=" + now.plusSeconds(3600)).then()
                .statusCode(409);
        as("auditor").get("/api/v1/changes-between?party=XAF&from=" + now + "&to=" + now.plusNanos(1000)).then().statusCode(403);
        String id = draft("1", COALITION);
        as("xaf.editor", 1).body(body("2", COALITION)).put(COMMITMENTS + "/" + id + "?reason=WHIM").then().statusCode(400)
                .body("violations[0].field", equalTo("reason"));
    }
}
