package org.surety.commitments.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Rest.PROBLEMS;
import static org.surety.commitments.Rest.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.Sample;
import org.surety.contracts.EventSchemas;
import org.surety.local.TestParts;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@RealParts
class TriggersTest {

    private static final String COMMITMENTS = "/api/v1/commitments";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String CEASEFIRE_OR_DAY = "[{\"kind\": \"CEASEFIRE_IN_FORCE\"}, {\"kind\": \"DATE\", \"day\": \"2127-01-01\"}]";

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB");
    }

    private static String body(String triggers) {
        return """
                {"kind": "FORCE_CONTRIBUTION", "title": "A brigade that waits", "quantity": {"quantity": 4000, "unit": "soldiers"},
                 "label": {"release": "COALITION"}, "triggers": %s}""".formatted(triggers);
    }

    private static String pledge(String basis, String triggers) {
        return body(triggers).replaceFirst("\\{", "{\"party\": \"XAA\", \"basis\": \"" + basis + "\", ");
    }

    private static String filed(String triggers) {
        String path = COMMITMENTS + "/"
                + as("xaa.editor").body(pledge("GUARANTEE", triggers)).post(COMMITMENTS).then().statusCode(201).extract()
                        .path("id");
        as("xaa.editor", 1).body(Known.act("XAA", "")).post(path + "/filings").then().statusCode(200);
        return path;
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Instant recorded(String path, long version) {
        String sql = "select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from change "
                + "where subject = ? and subject_version = " + version + " and recorded_at is not null";
        await().atMost(LIMIT).until(() -> !rows.of(sql, id(path)).isEmpty());
        return Instant.parse(rows.of(sql, id(path)).get(0));
    }

    private static void listed(String query, String path, boolean there) {
        as("xab.reader").get(COMMITMENTS + "?party=XAA&limit=500&" + query).then().statusCode(200).body("items.id",
                there ? hasItem(id(path)) : not(hasItem(id(path))));
    }

    @Test
    void theyAreToldAmendedAndKnownAsTheyWere() {
        String path = filed(CEASEFIRE_OR_DAY);
        as("xab.reader").get(path).then().statusCode(200).body("triggers.kind", contains("CEASEFIRE_IN_FORCE", "DATE"))
                .body("triggers[0].day", nullValue()).body("triggers[1].day", equalTo("2127-01-01"));
        as("xaa.editor", 2).body(body(CEASEFIRE_OR_DAY)).put(path).then().statusCode(200).header("ETag", "\"2\"");
        Instant before = recorded(path, 2);
        as("xaa.editor", 2).body(body("[{\"kind\": \"RENEWED_ARMED_ATTACK\"}]")).put(path).then().statusCode(200)
                .body("triggers.kind", contains("RENEWED_ARMED_ATTACK"));
        Instant after = recorded(path, 3);
        as("xaa.editor", 3).body(body("null")).put(path).then().statusCode(200).body("triggers", empty());
        recorded(path, 4);

        as("xab.reader").get(path + "?knownAt=" + before).then().body("triggers.kind", contains("CEASEFIRE_IN_FORCE", "DATE"));
        as("xab.reader").get(path + "?asOf=" + TODAY + "&knownAt=" + after).then().body("triggers.kind",
                contains("RENEWED_ARMED_ATTACK"));
        as("xab.reader").get(path).then().body("triggers", empty());
        as("xab.reader").get(path + "/history").then().body("items.changed", hasItems(List.of("triggers")))
                .body("items.version", contains(2, 3, 4));
        listed("trigger=DATE", path, false);
        listed("trigger=DATE&knownAt=" + before, path, true);
        listed("trigger=RENEWED_ARMED_ATTACK&knownAt=" + before, path, false);
        listed("trigger=RENEWED_ARMED_ATTACK&knownAt=" + after, path, true);
    }

    @Test
    void aListIsOfThoseThatOneOfTheirTriggersWakes() {
        String waiting = filed(CEASEFIRE_OR_DAY);
        String awake = filed("[]");
        for (String kind : List.of("CEASEFIRE_IN_FORCE", "DATE")) {
            listed("trigger=" + kind, waiting, true);
            listed("trigger=" + kind, awake, false);
        }
        listed("trigger=HOST_REQUEST", waiting, false);
        listed("", awake, true);
        as("xab.reader").get(COMMITMENTS + "?trigger=FULL_MOON").then().statusCode(400).body("violations[0].field",
                equalTo("trigger"));
        as("xab.reader").get(COMMITMENTS + "/totals?groupBy=PARTY&series=EXERCISE&party=XAA&trigger=CONFIRMED_BREACH").then()
                .statusCode(200).body("items", empty());
    }

    @Test
    void badRequestsNameFieldAndRule() {
        as("xaa.editor").body(pledge("GUARANTEE",
                "[{}, {\"kind\": \"DATE\"}, {\"kind\": \"HOST_REQUEST\", \"day\": \"2027-01-01\"}, {\"kind\": \"HOST_REQUEST\"}]"))
                .post(COMMITMENTS).then().statusCode(400).body("type", equalTo(PROBLEMS + "invalid-request"))
                .body("violations.field", contains("triggers[0].kind", "triggers[1].day", "triggers[2].day", "triggers[3].kind"));
        as("xaa.editor").body(pledge("EARLIER_SUPPORT", "[{\"kind\": \"CONFIRMED_BREACH\"}]")).post(COMMITMENTS).then()
                .statusCode(400).body("violations[0].field", equalTo("triggers"));
        as("xaa.editor").body(pledge("GUARANTEE", "[{\"kind\": \"FULL_MOON\"}]")).post(COMMITMENTS).then().statusCode(400);
    }

    @Test
    void theChangeHasTheShapeOfItsSample() {
        String path = filed(CEASEFIRE_OR_DAY);
        String state = rows.of("select state::text from change where subject = ? and not withheld", id(path)).get(0);
        assertThat(EventSchemas.strict().faultsOfData("org.surety.commitment.filed.v1", state)).isEmpty();
        assertThat(Sample.shape(Sample.json(state).get("triggers")))
                .isEqualTo(Sample.shape(Sample.file("commitment.amended.v1.dormant").at("/data/triggers")));
        String awake = rows.of("select state::text from change where subject = ? and not withheld", id(filed("[]"))).get(0);
        assertThat(Sample.json(awake).has("triggers")).isFalse();
    }

    @Test
    void whoSleepsWithoutNoticeIsNamed() {
        String path = filed(CEASEFIRE_OR_DAY);
        as("xaa.reader").get(path + "/quality").then().body("missing.find { it.field == 'readiness.noticeDays' }.why",
                equalTo("Once it is woken, nobody knows when it would be there."));
        as("xaa.editor", 2)
                .body(Known.act("XAA", ", \"level\": \"READY_WITH_NOTICE\", \"noticeDays\": 30, \"validUntil\": \"" + TODAY + "\""))
                .post(path + "/readiness-statements").then().statusCode(200);
        as("xaa.reader").get(path + "/quality").then().body("missing.field", not(hasItem("readiness.noticeDays")));
        for (String triggers : List.of("[]", "[{\"kind\": \"HOST_REQUEST\"}, {\"kind\": \"DATE\", \"day\": \"" + TODAY + "\"}]")) {
            as("xaa.reader").get(filed(triggers) + "/quality").then().body("missing.field", not(hasItem("readiness.noticeDays")))
                    .body("missing.field", hasItem("readiness"));
        }
    }

    private static JsonPath imported(String csv) {
        String location = RestAssured.given().auth().oauth2(TestParts.token("xaa.editor")).contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("mapping", "surety").queryParam("mode", "PARTIAL").body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports").then()
                .statusCode(202).extract().header("Location");
        return await().atMost(LIMIT).until(
                () -> as("xaa.editor").get(location.substring(location.indexOf("/api/"))).then().extract().jsonPath(),
                job -> List.of("DONE", "FAILED").contains(job.getString("state")));
    }

    @Test
    void theyComeWithFilesAndAreTakenBack() {
        String key = UUID.randomUUID().toString();
        String header = "externalId,party,basis,kind,title,quantity,unit,triggers,label\n";
        String row = key + ",XAA,GUARANTEE,TRAINING,Crews,10,crews,%s,COALITION\n";
        imported(header + row.formatted("CEASEFIRE_IN_FORCE; DATE: 2127-01-01"));
        String path = COMMITMENTS + "/" + rows.of("select id::text from commitment where external_id = ?", key).get(0);
        as("xaa.reader").get(path).then().statusCode(200).body("triggers.kind", contains("CEASEFIRE_IN_FORCE", "DATE"))
                .body("triggers[1].day", equalTo("2127-01-01"));
        as("xaa.editor", 1).body(Known.act("XAA", "")).post(path + "/filings").then().statusCode(200);
        assertThat(imported(header + row.formatted("CEASEFIRE_IN_FORCE;DATE:2127-01-01")).getInt("counts.unchanged")).isEqualTo(1);

        JsonPath amended = imported(header + row.formatted("HOST_REQUEST"));
        assertThat(amended.getInt("counts.amended")).isEqualTo(1);
        String subject = " from change where subject = ? and subject_version = 3";
        assertThat(rows.of("select array_to_string(changed, ' ')" + subject, id(path))).containsExactly("triggers");
        String state = rows.of("select state::text" + subject, id(path)).get(0);
        assertThat(EventSchemas.strict().faultsOfData("org.surety.commitment.imported.v1", state)).isEmpty();
        assertThat(Sample.json(state).get("triggers")).isEqualTo(Sample.json("[{\"kind\": \"HOST_REQUEST\"}]"));

        for (String wrong : List.of("FULL_MOON", "DATE:soon", "DATE", "HOST_REQUEST;HOST_REQUEST")) {
            assertThat(imported(header + row.formatted(wrong)).getInt("counts.rejected")).as(wrong).isEqualTo(1);
        }
        String taken = "/api/v1/imports/" + amended.getString("id");
        as("xaa.editor").body("{\"reason\": \"wrong file\"}").post(taken + "/withdrawals").then().statusCode(202);
        await().atMost(LIMIT).until(() -> as("xaa.editor").get(taken).then().extract().path("takeBack.finishedAt") != null);
        as("xaa.reader").get(path).then().body("triggers.kind", contains("CEASEFIRE_IN_FORCE", "DATE"));
        assertThat(imported(header + row.formatted("")).getInt("counts.amended")).isEqualTo(1);
        as("xaa.reader").get(path).then().body("triggers", empty());
    }
}
