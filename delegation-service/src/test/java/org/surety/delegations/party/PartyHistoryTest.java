package org.surety.delegations.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.RealParts;
import org.surety.delegations.Recorded;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;

/** Parties of a day, and as they were known. */
@QuarkusTest
@RealParts
class PartyHistoryTest {

    private static final Map<String, Object> NAMES = Map.of("en", "Exercise state");

    @Test
    void whoWasAMemberOnADay() {
        register("XUA", Map.of("attribute", "SUPPORTING_POWER", "from", "2026-02-01", "until", "2026-06-30"),
                Map.of("attribute", "EUROPEAN"));
        register("XUB", Map.of("attribute", "SUPPORTING_POWER", "from", "2026-06-30"));
        register("XUC", Map.of("attribute", "SUPPORTING_POWER", "until", "2026-01-31"));
        assertThat(supporting("2026-01-31")).containsExactly("XUC");
        assertThat(supporting("2026-02-01")).containsExactly("XUA");
        assertThat(supporting("2026-06-30")).containsExactly("XUA", "XUB");
        assertThat(supporting("2026-07-01")).containsExactly("XUB");

        As.user("xaa.reader").queryParam("asOf", "2026-01-31").get("/api/v1/parties/XUA").then().statusCode(200)
                .body("attributes.attribute", equalTo(List.of("EUROPEAN")));
        As.user("xaa.reader").queryParam("asOf", "2026-06-30").get("/api/v1/parties/XUA").then()
                .body("attributes.attribute", equalTo(List.of("SUPPORTING_POWER", "EUROPEAN")));
        As.user("xaa.reader").get("/api/v1/parties/XUA").then()
                .body("attributes.attribute", equalTo(List.of("SUPPORTING_POWER", "EUROPEAN")));
    }

    @Test
    void aCorrectionOfThePastLeavesWhatWasKnownBefore() {
        register("XUD", Map.of("attribute", "NATO_MEMBER", "from", "2026-02-01"));
        Instant before = Recorded.at("XUD", 1);
        As.coordinator().header("If-Match", "\"1\"")
                .body(Map.of("names", NAMES, "attributes", List.of(Map.of("attribute", "NATO_MEMBER", "from", "2026-03-01"))))
                .put("/api/v1/parties/XUD").then().statusCode(200);
        Instant after = Recorded.at("XUD", 2);
        assertThat(after).isAfter(before);

        As.user("xaa.reader").queryParam("knownAt", before.toString()).get("/api/v1/parties/XUD").then().statusCode(200)
                .header("ETag", "\"1\"").body("attributes[0].from", equalTo("2026-02-01"));
        As.user("xaa.reader").queryParam("knownAt", after.toString()).get("/api/v1/parties/XUD").then().statusCode(200)
                .header("ETag", "\"2\"").body("attributes[0].from", equalTo("2026-03-01"));
        assertThat(nato("2026-02-15", before)).containsExactly("XUD");
        assertThat(nato("2026-02-15", after)).isEmpty();
        assertThat(nato("2026-03-01", after)).containsExactly("XUD");
        As.user("xaa.reader").queryParam("knownAt", before.minusMillis(1).toString()).get("/api/v1/parties/XUD").then()
                .statusCode(404);
    }

    @Test
    void whatIsNotYetKnownIsNotAnswered() {
        String future = Instant.now().plusSeconds(3600).toString();
        for (String path : List.of("/api/v1/parties", "/api/v1/parties/XAA")) {
            As.user("xaa.reader").queryParam("knownAt", future).get(path).then().statusCode(409)
                    .body("type", equalTo("https://surety.example/problems/not-yet-known")).body("latest", notNullValue());
            As.nobody().queryParam("knownAt", future).get(path).then().statusCode(401);
            As.user("auditor").queryParam("knownAt", future).get(path).then().statusCode(403);
        }
        As.user("xaa.reader").queryParam("knownAt", "yesterday").get("/api/v1/parties").then().statusCode(400)
                .body("violations.field", hasItem("knownAt"));
        As.user("xaa.reader").queryParam("asOf", "2026-02-30").get("/api/v1/parties").then().statusCode(400)
                .body("violations.field", hasItem("asOf"));
    }

    @Test
    void pagesOfThePastHaveNeitherGapNorRepeat() {
        List<String> codes = List.of("XVA", "XVB", "XVC", "XVD", "XVE");
        codes.forEach(code -> SampleRecords.party(code, "EU_MEMBER"));
        Instant known = Recorded.at("XVE", 1);
        SampleRecords.party("XVF", "EU_MEMBER");
        Recorded.at("XVF", 1);
        List<String> seen = new java.util.ArrayList<>();
        String cursor = null;
        do {
            var request = As.user("xaa.reader").queryParam("limit", 2).queryParam("series", "EXERCISE")
                    .queryParam("attribute", "EU_MEMBER").queryParam("knownAt", known.toString());
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/api/v1/parties").then()
                    .statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.code"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(codes);
    }

    @SafeVarargs
    private static void register(String code, Map<String, String>... attributes) {
        As.coordinator().body(Map.of("code", code, "kind", "STATE", "names", NAMES, "attributes", List.of(attributes)))
                .post("/api/v1/parties").then().statusCode(201);
    }

    private static List<String> supporting(String day) {
        return As.user("xaa.reader").queryParam("attribute", "SUPPORTING_POWER").queryParam("series", "EXERCISE")
                .queryParam("asOf", day).get("/api/v1/parties").then().statusCode(200).extract().path("items.code");
    }

    private static List<String> nato(String day, Instant known) {
        return As.user("xaa.reader").queryParam("attribute", "NATO_MEMBER").queryParam("series", "EXERCISE")
                .queryParam("asOf", day).queryParam("knownAt", known.toString()).get("/api/v1/parties").then().statusCode(200)
                .extract().path("items.code");
    }
}
