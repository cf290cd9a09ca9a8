package org.surety.delegations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What the auditor is told of reads, and that nobody else is. */
@QuarkusTest
@RealParts
class ReadAuditTest {

    private static final String READS = "/api/v1/reads/delegations";
    private static final String PARTIES = "/api/v1/parties";
    private static final String EMPTY = digest(List.of());

    @BeforeEach
    void parties() {
        List.of("XAA", "XTA", "XTB", "XTC").forEach(SampleRecords::party);
    }

    @Test
    void aListIsRecordedPageByPageWithWhoAskedAndWhat() {
        String query = "series=EXERCISE&limit=2";
        Response first = As.user("xaa.reader").get(PARTIES + "?" + query);
        Response second = As.user("xaa.reader").queryParam("cursor", first.jsonPath().getString("next")).get(PARTIES + "?" + query);

        List<Map<String, Object>> reads = reads(PARTIES, 2);
        assertThat(reads.get(1)).containsEntry("part", "WHOLE").containsEntry("party", "XAA").containsEntry("method", "GET")
                .containsEntry("path", PARTIES).containsEntry("query", query).containsEntry("status", 200)
                .containsEntry("mediaType", "application/json").containsEntry("export", false).containsEntry("records", 2)
                .containsEntry("roles", List.of("reader"))
                .containsEntry("digest", digest(first.jsonPath().getList("items.code")));
        assertThat((String) reads.get(1).get("subject")).matches("[0-9a-f-]{36}");
        assertThat((String) reads.get(1).get("client")).isNotBlank();
        assertThat((String) reads.get(1).get("traceId")).matches("[0-9a-f]{32}");
        assertThat(Instant.parse((String) reads.get(1).get("at"))).isBetween(Instant.now().minusSeconds(60),
                Instant.now().plusSeconds(60));
        assertThat(reads.get(0)).containsEntry("query", "cursor=*&" + query).containsEntry("digest",
                digest(second.jsonPath().getList("items.code")));
    }

    @Test
    void aRecordIsOneAndAnEmptyListNone() {
        As.user("xaa.reader").get(PARTIES + "/XTA").then().statusCode(200);
        assertThat(reads(PARTIES, 1).get(0)).containsEntry("path", PARTIES + "/XTA").containsEntry("records", 1)
                .containsEntry("digest", digest(List.of("XTA"))).doesNotContainKey("query");

        As.user("xaa.reader").get(PARTIES + "?series=EXERCISE&kind=ORGANISATION&attribute=NUCLEAR_CAPABLE").then().statusCode(200)
                .body("items.size()", equalTo(0));
        assertThat(reads(PARTIES, 1).get(0)).containsEntry("records", 0).containsEntry("digest", EMPTY);
    }

    @Test
    void whatIsMadeOfTheSameRecordsHasTheSameDigest() {
        String gathering = SampleRecords.gathering("XTA");
        String person = SampleRecords.person("xaa.editor", "XAA", "MINISTER");
        As.user("xaa.editor")
                .body(Map.of("gathering", gathering, "party", "XAA", "represents", "p", "head", Map.of("kind", "SINGLE",
                        "persons", List.of(person)), "label", Map.of("release", "PUBLIC")))
                .post("/api/v1/delegations").then().statusCode(201);
        String path = "/api/v1/gatherings/" + gathering;
        JsonPath list = As.user("xaa.reader").get(path + "/participants").then().statusCode(200).extract().jsonPath();
        Map<String, Object> asJson = reads(path, 1).get(0);
        As.user("xaa.reader").accept("text/csv").get(path + "/participants").then().statusCode(200);
        Map<String, Object> asCsv = reads(path, 1).get(0);
        As.user("xaa.reader").accept("text/calendar").get(path).then().statusCode(200);
        Map<String, Object> asCalendar = reads(path, 1).get(0);
        As.user("xaa.reader").accept("text/calendar").get("/api/v1/gatherings?series=EXERCISE").then().statusCode(200);
        Map<String, Object> calendar = reads("/api/v1/gatherings", 1).get(0);
        List<String> gatherings = As.user("xaa.reader").get("/api/v1/gatherings?series=EXERCISE").then().extract().jsonPath()
                .getList("items.id");

        assertThat(list.getList("items")).isNotEmpty();
        assertThat((Integer) asJson.get("records")).isPositive();
        assertThat(asCsv).containsEntry("export", true).containsEntry("mediaType", "text/csv")
                .containsEntry("records", asJson.get("records")).containsEntry("digest", asJson.get("digest"));
        assertThat(asCalendar).containsEntry("export", true).containsEntry("mediaType", "text/calendar").containsEntry("records", 1)
                .containsEntry("digest", digest(List.of(gathering)));
        assertThat(calendar).containsEntry("export", true).containsEntry("digest", digest(gatherings));
    }

    @Test
    void thatNothingHasChangedIsAnAnswerWithoutRecords() {
        String tag = As.user("xaa.reader").get(PARTIES + "/XTB").then().statusCode(200).extract().header("ETag");
        As.user("xaa.reader").header("If-None-Match", tag).get(PARTIES + "/XTB").then().statusCode(304);
        List<Map<String, Object>> reads = reads(PARTIES, 2);
        assertThat(reads.get(0)).containsEntry("path", PARTIES + "/XTB").containsEntry("status", 304).containsEntry("records", 0)
                .containsEntry("digest", EMPTY).containsEntry("export", false).doesNotContainKey("mediaType");
        assertThat(reads.get(1)).containsEntry("path", PARTIES + "/XTB").containsEntry("status", 200);
    }

    @Test
    void whatIsRefusedAndWhatIsWrittenLeavesNoRow() {
        As.user("xaa.reader").get(PARTIES + "/XTB").then().statusCode(200);
        As.user("xaa.reader").get(PARTIES + "/XZZ").then().statusCode(404);
        As.user("xaa.reader").get(PARTIES + "?kind=EMPIRE").then().statusCode(400);
        As.user("operator").get(PARTIES).then().statusCode(403);
        As.nobody().get(PARTIES).then().statusCode(401);
        As.coordinator().body(Map.of("code", "XTD", "kind", "STATE", "names", Map.of("en", "Party XTD"))).post(PARTIES);
        assertThat(reads(PARTIES, 1).get(0)).containsEntry("path", PARTIES + "/XTB").containsEntry("status", 200);
    }

    @Test
    void onlyTheAuditorIsTold() {
        for (String user : List.of("xaa.reader", "xaa.editor", "coordinator", "operator")) {
            As.user(user).get(READS).then().statusCode(403).body("type", equalTo("https://surety.example/problems/not-permitted"));
            As.user(user).accept("text/csv").get(READS).then().statusCode(403);
        }
        As.nobody().get(READS).then().statusCode(401);
        As.user("auditor").get(READS + "?limit=3").then().statusCode(200);
        As.user("auditor").get(READS + "?limit=1").then().statusCode(200).body("items[0].path", equalTo(READS))
                .body("items[0].query", equalTo("limit=3")).body("items[0].records", equalTo(3));
    }

    @Test
    void theListIsNarrowedAndPagedAndAFile() {
        As.user("xaa.reader").get(PARTIES + "/XTA");
        As.user("xab.reader").get(PARTIES + "/XTB");
        As.user("xaa.reader").get(PARTIES + "/XTC");
        Map<String, Object> newest = reads(PARTIES, 1).get(0);
        String at = (String) newest.get("at");

        As.user("auditor").get(READS + "?limit=2&party=XAA&path=" + PARTIES + "/XT").then().body("items.path",
                equalTo(List.of(PARTIES + "/XTC", PARTIES + "/XTA")));
        As.user("auditor").get(READS + "?limit=1&subject=" + newest.get("subject") + "&until=" + at + "&path=" + PARTIES).then()
                .body("items.path", equalTo(List.of(PARTIES + "/XTA")));
        As.user("auditor").get(READS + "?from=" + at + "&path=" + PARTIES).then().body("items.path",
                equalTo(List.of(PARTIES + "/XTC")));

        String pages = READS + "?limit=1&path=" + PARTIES + "/XT";
        String cursor = As.user("auditor").get(pages).then().body("items.path", equalTo(List.of(PARTIES + "/XTC"))).extract()
                .path("next");
        As.user("auditor").queryParam("cursor", cursor).get(pages).then().body("items.path", equalTo(List.of(PARTIES + "/XTB")));
        As.user("auditor").accept("text/csv").queryParam("cursor", cursor).get(pages).then().statusCode(200)
                .contentType(startsWith("text/csv")).header("Link", containsString("rel=\"next\""))
                .body(startsWith(
                        "handling,id,at,part,subject,client,party,roles,traceId,method,path,query,status,mediaType,export,records,digest\r\n"))
                .body(containsString("," + PARTIES + "/XTB,,200,application/json,false,1," + digest(List.of("XTB"))));
        As.user("auditor").accept("image/png").get(READS).then().statusCode(406);
    }

    @Test
    void aQuestionThatCannotBeMeantNamesItsField() {
        As.user("auditor").get(READS + "?path=api").then().statusCode(400).body("violations.field", hasItem("path"));
        As.user("auditor").get(READS + "?from=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z").then().statusCode(400)
                .body("violations.field", hasItem("until"));
        As.user("auditor").get(READS + "?from=-999999999-01-01T00:00:00Z").then().statusCode(400)
                .body("violations.field", hasItem("from"));
        As.user("auditor").queryParam("party", "\u0000").get(READS).then().statusCode(400).body("violations.field",
                hasItem("party"));
        As.user("auditor").get(READS + "?limit=501").then().statusCode(400).body("violations.field", hasItem("limit"));
        As.user("auditor").get(READS + "?user=x").then().statusCode(400)
                .body("type", equalTo("https://surety.example/problems/unknown-parameter"));
    }

    /** The newest first. */
    private static List<Map<String, Object>> reads(String path, int limit) {
        return As.user("auditor").queryParam("limit", limit).queryParam("path", path).get(READS).then().statusCode(200).extract()
                .jsonPath().getList("items");
    }

    /** As anybody computes it: {@code printf '%s\n' ids | sha256sum}. */
    private static String digest(List<String> ids) {
        StringBuilder lines = new StringBuilder();
        ids.forEach(id -> lines.append(id).append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
