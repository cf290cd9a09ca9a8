package org.surety.commitments.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.surety.commitments.Known.act;
import static org.surety.commitments.Rest.as;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;

import io.quarkus.test.junit.QuarkusTest;

/** What partners are told of the changes of XAA's commitments; XAB may see the amounts, XAC what the coalition sees. */
@QuarkusTest
@RealParts
class ReleasedChangesTest {

    private static final String CHANGES = "/api/v1/changes";
    private static final String APART = ", \"amountsLabel\": {\"release\": \"NAMED\", \"parties\": [\"XAB\"]}";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB", "XAC");
    }

    private static String said(String title, int quantity, String release, String more) {
        return """
                "kind": "WEAPONRY", "title": "%s", "quantity": {"quantity": %d, "unit": "aircraft"}, "label": {"release": "%s"}%s}"""
                .formatted(title, quantity, release, more);
    }

    private static String drafted(String said) {
        return as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + said).post("/api/v1/commitments").then()
                .statusCode(201).extract().path("id");
    }

    private static void filed(String id) {
        as("xaa.editor", 1).body(act("XAA", "")).post("/api/v1/commitments/" + id + "/filings").then().statusCode(200);
    }

    private static void amended(String id, long version, String said) {
        as("xaa.editor", version).body("{" + said).put("/api/v1/commitments/" + id).then().statusCode(200);
    }

    /** Behind all that has happened. */
    private String now(String party) {
        numbered();
        return as(party + ".reader").get(CHANGES + "?after=now").then().statusCode(200).extract().path("next");
    }

    /** What follows of this record, when all is in the log: what happened and the fields, {@code withdrawn} where it is. */
    private List<String> told(String party, String after, String record) {
        numbered();
        List<Map<String, Object>> changes = as(party + ".reader").queryParam("after", after).queryParam("limit", 500).get(CHANGES)
                .then()
                .statusCode(200).extract().path("changes");
        return changes.stream().filter(change -> Objects.equals(change.get("subject"), record)).map(
                change -> change.get("type").toString().replaceAll("org.surety.[a-z]+.(.*).v1", "$1") + " " + change.get("changed"))
                .toList();
    }

    private void numbered() {
        await().atMost(LIMIT).until(() -> rows.of("select 1::text from change where sequence is null").isEmpty());
    }

    @Test
    void aDraftIsToldToItsPartyAndItsFilingToTheCoalition() {
        String xaa = now("xaa");
        String xac = now("xac");
        String id = drafted(said("Aircraft", 10, "COALITION", ""));
        filed(id);
        assertThat(told("xaa", xaa, id)).hasSize(2).first().isEqualTo("drafted []");
        assertThat(told("xac", xac, id)).containsExactly("filed []");
        String href = as("xac.reader").queryParam("after", xac).get(CHANGES).then().extract()
                .path("changes.find { it.subject == '" + id + "' }.href");
        assertThat(href).isEqualTo("/api/v1/commitments/" + id);
        as("xac.reader").get(href).then().statusCode(200);
    }

    @Test
    void whoDoesNotSeeAmountsIsToldNeitherOfThemNorOfTheirFields() {
        String id = drafted(said("Aircraft", 10, "COALITION", APART));
        filed(id);
        String xab = now("xab");
        String xac = now("xac");
        amended(id, 2, said("Aircraft", 11, "COALITION", APART));
        amended(id, 3, said("Aircraft", 12, "COALITION", APART));
        assertThat(told("xac", xac, id)).isEmpty();
        amended(id, 4, said("More aircraft", 13, "COALITION", APART));
        assertThat(told("xac", xac, id)).containsExactly("amended [title]");
        assertThat(told("xab", xab, id)).hasSize(3).allMatch(told -> told.contains("quantity")).last().asString().contains("title");
    }

    @Test
    void ofADeliveryTheSame() {
        String id = drafted(said("Aircraft", 10, "COALITION", APART));
        filed(id);
        String delivery = as("xaa.editor")
                .body("""
                        {"recipient": "XAB", "stage": "DISPATCHED", "day": "2026-08-01", "quantity": {"quantity": 4, "unit": "aircraft"}}""")
                .post("/api/v1/commitments/" + id + "/deliveries").then().statusCode(201).extract().path("id");
        String xab = now("xab");
        String xac = now("xac");
        as("xaa.editor", 1).body("""
                {"day": "2026-08-01", "quantity": {"quantity": 5, "unit": "aircraft"}}""").put("/api/v1/deliveries/" + delivery)
                .then()
                .statusCode(200);
        assertThat(told("xab", xab, delivery)).containsExactly("corrected [quantity]");
        assertThat(told("xac", xac, delivery)).isEmpty();
        as("xaa.editor", 2).body("{\"stage\": \"HANDED_OVER\", \"day\": \"2026-08-02\"}")
                .post("/api/v1/deliveries/" + delivery + "/movements")
                .then().statusCode(200);
        assertThat(told("xac", xac, delivery)).hasSize(1).first().asString().startsWith("moved");
    }

    @Test
    void whatIsNarrowedIsWithdrawnAndWhatIsWidenedAgainIsTold() {
        String id = drafted(said("Aircraft", 10, "COALITION", ""));
        filed(id);
        String xaa = now("xaa");
        String xac = now("xac");
        amended(id, 2, said("Aircraft", 10, "NATIONAL", ""));
        assertThat(told("xac", xac, id)).containsExactly("withdrawn []");
        as("xac.reader").get("/api/v1/commitments/" + id).then().statusCode(404);
        assertThat(told("xac", start("xac"), id)).isEmpty();
        assertThat(told("xaa", xaa, id)).containsExactly("amended [label]");
        amended(id, 3, said("Aircraft", 10, "COALITION", ""));
        assertThat(told("xac", xac, id)).as("though it shows what it showed before").containsExactly("withdrawn []", "amended []");
    }

    /** A cursor of the beginning: of the first change that the party is told of. */
    private static String start(String party) {
        return as(party + ".reader").get(CHANGES + "?limit=1").then().extract().path("next");
    }

    @Test
    void aDiscardedDraftIsToldToItsPartyToTheEnd() {
        String xaa = now("xaa");
        String xac = now("xac");
        String id = drafted(said("Aircraft", 10, "COALITION", ""));
        as("xaa.editor", 1).delete("/api/v1/commitments/" + id).then().statusCode(204);
        assertThat(told("xaa", xaa, id)).containsExactly("drafted []", "discarded []");
        assertThat(told("xac", xac, id)).isEmpty();
    }
}
