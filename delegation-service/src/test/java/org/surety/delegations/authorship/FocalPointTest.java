package org.surety.delegations.authorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.LogOfTest;
import org.surety.delegations.RealParts;
import org.surety.delegations.Recorded;
import org.surety.delegations.SampleRecords;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** XAI lets XAJ enter on its behalf. */
@QuarkusTest
@RealParts
class FocalPointTest {

    private static final String FOCAL_POINTS = "/api/v1/parties/XAI/focal-points";

    private static final Map<String, Object> ENVOY = Map.of("party", "XAI", "name", "Exercise Envoy", "rank", "SPECIAL_ENVOY");

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    @BeforeEach
    void parties() {
        List.of("XAH", "XAI", "XAJ").forEach(SampleRecords::party);
    }

    @AfterEach
    void nobodyEnters() {
        name(List.of()).statusCode(200);
    }

    @Test
    void anEditorOfAFocalPointWritesAndTheChangesSayWho() {
        name(List.of(period("XAJ", today(), today()))).statusCode(200).body("focalPoints.party", equalTo(List.of("XAJ")));

        String person = As.user("xaj.editor").body(ENVOY).post("/api/v1/persons").then().statusCode(201)
                .body("party", equalTo("XAI")).extract().path("id");
        As.user("xai.editor").header("If-Match", "\"1\"").body(Map.of("name", "Renamed", "rank", "AMBASSADOR"))
                .put("/api/v1/persons/" + person).then().statusCode(200);
        As.user("xaj.editor").header("If-Match", "\"2\"").body(Map.of("name", "Renamed", "rank", "SPECIAL_ENVOY"))
                .put("/api/v1/persons/" + person).then().statusCode(200);
        assertThat(Recorded.actorParties(person)).containsExactly("XAJ", "XAI", "XAJ");

        String delegation = As.user("xaj.editor")
                .body(Map.of("gathering", SampleRecords.gathering("XAH"), "party", "XAI", "head",
                        Map.of("kind", "SINGLE", "persons", List.of(person))))
                .post("/api/v1/delegations").then().statusCode(201).extract().path("id");
        As.user("xaj.editor").header("If-Match", "\"1\"").body(Map.of("reason", "other engagements"))
                .post("/api/v1/delegations/" + delegation + "/restructures").then().statusCode(201);
        assertThat(Recorded.actorParties(delegation)).containsExactly("XAJ", "XAJ");

        As.user("xaj.editor").header("If-Match", "\"3\"").body(Map.of()).post("/api/v1/persons/" + person + "/erasure").then()
                .statusCode(200);
        assertThat(Recorded.actorParties(person)).containsExactly("XAJ", "XAI", "XAJ", "XAJ");
    }

    @Test
    void itEndsWithItsPeriod() {
        name(List.of(period("XAJ", today().minusDays(9), today().minusDays(1)))).statusCode(200);
        refused("xaj.editor");
        name(List.of(period("XAJ", today().plusDays(1), null))).statusCode(200);
        refused("xaj.editor");
        name(List.of(period("XAJ", null, null))).statusCode(200);
        As.user("xaj.editor").body(ENVOY).post("/api/v1/persons").then().statusCode(201);
        name(List.of()).statusCode(200);
        refused("xaj.editor");
    }

    @Test
    void nobodyElseEnters() {
        name(List.of(period("XAJ", null, null))).statusCode(200);
        refused("xah.editor");
        As.user("xaj.reader").body(ENVOY).post("/api/v1/persons").then().statusCode(403);
        // Not the other way round.
        As.user("xai.editor").body(Map.of("party", "XAJ", "name", "n", "rank", "OTHER")).post("/api/v1/persons").then()
                .statusCode(403).body("type", equalTo("https://surety.example/problems/not-permitted"));
    }

    @Test
    void onlyThePartyItselfNamesItsFocalPoints() {
        name(List.of(period("XAJ", null, null))).statusCode(200);
        Map<String, Object> body = Map.of("focalPoints", List.of(Map.of("party", "XAH")));
        As.nobody().header("If-Match", "\"1\"").body(body).post(FOCAL_POINTS).then().statusCode(401);
        for (String user : List.of("xaj.editor", "xai.reader", "coordinator", "auditor")) {
            As.user(user).header("If-Match", version()).body(body).post(FOCAL_POINTS).then().statusCode(403)
                    .body("type", equalTo("https://surety.example/problems/not-permitted"));
        }
    }

    @Test
    void theListIsReplacedAndTheSameAgainChangesNothing() {
        name(List.of(period("XAJ", null, today()))).statusCode(200);
        int changes = LogOfTest.changesOf("XAI").size();
        Map<String, Object> both = Map.of("focalPoints", List.of(Map.of("party", "XAJ"), Map.of("party", "XAH")));
        As.user("xai.editor").body(both).post(FOCAL_POINTS).then().statusCode(428);
        String before = version();
        String after = As.user("xai.editor").header("If-Match", before).body(both).post(FOCAL_POINTS).then().statusCode(200)
                .body("focalPoints.party", equalTo(List.of("XAH", "XAJ"))).extract().header("ETag");
        As.user("xai.editor").header("If-Match", before).body(both).post(FOCAL_POINTS).then().statusCode(412);
        Map<String, Object> turned = Map.of("focalPoints", List.of(Map.of("party", "XAH"), Map.of("party", "XAJ")));
        As.user("xai.editor").header("If-Match", after).body(turned).post(FOCAL_POINTS).then().statusCode(200)
                .header("ETag", after);

        List<LogOfTest.Entry> log = LogOfTest.changesOf("XAI");
        assertThat(log).hasSize(changes + 1);
        assertThat(log.get(changes).type()).isEqualTo("org.surety.party.amended.v1");
        assertThat(log.get(changes).changed()).containsExactly("focalPoints");
        Recorded.keepsItsSchemas("XAI");

        // What the coordinator says of the party is something else.
        As.coordinator().header("If-Match", after).body(Map.of("names", Map.of("en", "Renamed " + after)))
                .put("/api/v1/parties/XAI").then().statusCode(200).body("focalPoints.party", equalTo(List.of("XAH", "XAJ")));
        As.user("xac.reader").queryParam("asOf", "2026-01-01").get("/api/v1/parties/XAI").then()
                .body("focalPoints.party", equalTo(List.of("XAH", "XAJ")));
    }

    @Test
    void aFocalPointEntersOnlyWhatItCanReadAgain() {
        name(List.of(period("XAJ", null, null))).statusCode(200);
        enter(Map.of("release", "NATIONAL")).statusCode(403)
                .body("detail", equalTo("XAJ enters for XAI only what is released to XAJ too."));
        enter(Map.of("release", "NAMED", "parties", List.of("XAH"))).statusCode(403);
        enter(Map.of("release", "COALITION")).statusCode(403);
        String named = enter(Map.of("release", "NAMED", "parties", List.of("XAJ"))).statusCode(201).extract().path("id");
        As.user("xaj.editor").get("/api/v1/persons/" + named).then().statusCode(200);
    }

    @Test
    void badRequestsNameTheField() {
        for (List<Map<String, Object>> wrong : List.of(List.<Map<String, Object>>of(Map.of("party", "XAI")),
                List.<Map<String, Object>>of(Map.of("party", "FRA")), List.<Map<String, Object>>of(Map.of("party", "XZY")),
                List.<Map<String, Object>>of(Map.of("party", "XAJ"), Map.of("party", "XAJ")),
                List.<Map<String, Object>>of(Map.of("from", "2026-01-01")),
                List.of(period("XAJ", today(), today().minusDays(1))))) {
            name(wrong).statusCode(400).body("violations.field", hasItem("focalPoints"));
        }
        As.user("xai.editor").header("If-Match", version()).body(Map.of()).post(FOCAL_POINTS).then().statusCode(400)
                .body("violations.field", hasItem("focalPoints"));
    }

    private static void refused(String user) {
        As.user(user).body(ENVOY).post("/api/v1/persons").then().statusCode(403)
                .body("type", equalTo("https://surety.example/problems/not-permitted"))
                .body("detail", equalTo("Only an editor of XAI writes its records."));
    }

    private static ValidatableResponse enter(Map<String, Object> label) {
        return As.user("xaj.editor").body(Map.of("party", "XAI", "name", "n", "rank", "OTHER", "label", label))
                .post("/api/v1/persons").then();
    }

    private static ValidatableResponse name(List<Map<String, Object>> focalPoints) {
        return As.user("xai.editor").header("If-Match", version()).body(Map.of("focalPoints", focalPoints)).post(FOCAL_POINTS)
                .then();
    }

    private static String version() {
        return As.user("xai.reader").get("/api/v1/parties/XAI").then().statusCode(200).extract().header("ETag");
    }

    private static Map<String, Object> period(String party, LocalDate from, LocalDate until) {
        Map<String, Object> period = new java.util.HashMap<>(Map.of("party", party));
        if (from != null) {
            period.put("from", from.toString());
        }
        if (until != null) {
            period.put("until", until.toString());
        }
        return period;
    }
}
