package org.surety.commitments.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
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

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.Sample;
import org.surety.contracts.Domain;
import org.surety.contracts.EventSchemas;
import org.surety.contracts.Kind;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@RealParts
class StandingTest {

    private static final String COMMITMENTS = "/api/v1/commitments";
    private static final String COALITION = "{\"release\": \"COALITION\"}";
    private static final String PUBLIC = "{\"release\": \"PUBLIC\"}";

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB", "XAC", "XAJ", "DEU");
    }

    private static String body(String label, String more) {
        return """
                {"kind": "FORCE_CONTRIBUTION", "title": "A brigade", "priority": "MULTINATIONAL_FORCE",
                 "quantity": {"quantity": 4000, "unit": "soldiers"}, "label": %s %s}""".formatted(label, more);
    }

    private static String pledge(String party, String label, String more) {
        return body(label, more).replaceFirst("\\{", "{\"party\": \"" + party + "\", \"basis\": \"GUARANTEE\", ");
    }

    private static String filed(String party, String label, String more) {
        String id = as(editor(party)).body(pledge(party, label, more)).post(COMMITMENTS).then().statusCode(201).extract()
                .path("id");
        as(editor(party), 1).body(Known.act(party, "")).post(COMMITMENTS + "/" + id + "/filings").then().statusCode(200);
        return id;
    }

    private static void decided(String party, String id, long version) {
        as(editor(party), version).body("{\"decidedOn\": \"2026-03-18\", \"source\": \"s\"}")
                .post(COMMITMENTS + "/" + id + "/decisions").then().statusCode(200);
    }

    private static String editor(String party) {
        return party.toLowerCase() + ".editor";
    }

    private static String condition(String kind, String field, Object value) {
        return ", \"conditions\": [{\"kind\": \"%s\", \"%s\": \"%s\"}]".formatted(kind, field, value);
    }

    private static ValidatableResponse standing(String id) {
        return as("xac.reader").get(COMMITMENTS + "/" + id + "/standing").then().statusCode(200);
    }

    private static String consent(String status) {
        String id = as("xaj.editor")
                .body("""
                        {"party": "XAJ", "title": "Consent", "body": "Government", "bodyOf": "XAJ", "kind": "HOST_CONSENT", "effect": "PRIOR",
                         "legalBasis": [{"text": "s"}], "label": {"release": "PUBLIC"}}""")
                .post("/api/v1/approvals").then().statusCode(201)
                .extract().path("id");
        if (status != null) {
            as("xaj.editor", 1).body("{\"kind\": \"%s\", \"source\": \"s\"}".formatted(status))
                    .post("/api/v1/approvals/" + id + "/steps").then().statusCode(200);
        }
        return id;
    }

    @Test
    void aConditionIsMetOnceTheDecisionOnTheOtherCounts() {
        String other = filed("XAB", COALITION, "");
        String id = filed("XAA", COALITION, condition("COMMITMENT", "commitment", other));
        standing(id).body("met", equalTo(false)).body("conditions[0].met", equalTo(false))
                .body("conditions[0].why", equalTo("No decision on it counts on this day.")).body("circle", empty());
        decided("XAB", other, 2);
        standing(id).body("met", equalTo(true)).body("conditions[0].commitment", equalTo(other));
        as("xac.reader").get(COMMITMENTS + "/" + id + "/standing?asOf=2026-03-17").then().body("met", equalTo(false));
        as("xab.editor", 3).body(Known.act("XAB", ", \"reason\": \"r\"")).post(COMMITMENTS + "/" + other + "/withdrawals").then()
                .statusCode(200);
        standing(id).body("conditions[0].met", nullValue()).body("met", equalTo(false));
    }

    @Test
    void aPartyTakesPartByAnyCommitmentThatEverybodySeesWhoSeesTheOne() {
        String id = filed("XAA", COALITION, condition("PARTICIPATION", "party", "XAB"));
        String hidden = filed("XAB", "{\"release\": \"NAMED\", \"parties\": [\"XAA\"]}", "");
        decided("XAB", hidden, 2);
        as("xaa.reader").get(COMMITMENTS + "/" + id + "/standing").then().body("met", equalTo(false));
        String open = filed("XAB", PUBLIC, "");
        decided("XAB", open, 2);
        for (String viewer : List.of("xaa.reader", "xab.reader", "xac.reader")) {
            as(viewer).get(COMMITMENTS + "/" + id + "/standing").then().body("met", equalTo(true))
                    .body("conditions[0].why", equalTo("XAB takes part."));
        }
    }

    @Test
    void onTheTerritoryOfAHostItsConsentIsNeededWithoutAnybodySayingSo() {
        UUID onTerritory = known.hosted("soldiers", Domain.LAND, "XAJ", Kind.FORCE_CONTRIBUTION);
        String contributions = ", \"contributions\": [{\"requirement\": \"" + onTerritory + "\", \"quantity\": 100}]";
        String id = filed("XAA", COALITION, contributions);
        standing(id).body("conditions.kind", contains("HOST_CONSENT")).body("conditions[0].implied", equalTo(true))
                .body("conditions[0].party", equalTo("XAJ")).body("met", equalTo(false))
                .body("conditions[0].why", containsString("No consent of the host XAJ"));
        standing(filed("XAA", COALITION, contributions + ", \"approvals\": [\"" + consent("GRANTED") + "\"]"))
                .body("met", equalTo(true));
        standing(filed("XAA", COALITION, contributions + ", \"approvals\": [\"" + consent(null) + "\"]")).body("met",
                equalTo(false));
        standing(filed("XAA", COALITION, contributions + ", \"caveats\": [{\"kind\": \"NOT_ON_TERRITORY\"}]"))
                .body("excluded.requirement", contains(onTerritory.toString()))
                .body("excluded.caveat", contains("NOT_ON_TERRITORY"))
                .body("conditions", empty());
    }

    @Test
    void anInstrumentHasToBeInForce() {
        String agreement = as("xaa.editor").body("""
                {"party": "XAA", "kind": "STATUS_OF_FORCES_AGREEMENT", "title": "Status of forces", "binding": "LEGAL",
                 "sources": [{"text": "s"}], "label": {"release": "PUBLIC"}}""").post("/api/v1/instruments").then().statusCode(201)
                .extract().path("id");
        String id = filed("XAA", COALITION, condition("INSTRUMENT_IN_FORCE", "instrument", agreement));
        standing(id).body("conditions[0].why", equalTo("It is not in force: DRAFTED."));
    }

    @Test
    void thoseThatWaitForEachOtherAreToldWithTheirParties() {
        String one = filed("XAA", COALITION, condition("PARTICIPATION", "party", "XAB"));
        List<String> before = as("xac.reader").get("/api/v1/circular-conditions?series=EXERCISE").then().statusCode(200).extract()
                .path("circles.commitments.flatten().commitment");
        String two = filed("XAC", COALITION, condition("COMMITMENT", "commitment", one));
        as("xaa.editor", 2).body(body(COALITION, condition("COMMITMENT", "commitment", two))).put(COMMITMENTS + "/" + one).then()
                .statusCode(200);
        assertThat(before).doesNotContain(one);
        String circle = "circles.find { it.commitments.commitment.contains('" + one + "') }";
        as("xab.reader").get("/api/v1/circular-conditions?series=EXERCISE").then().body(circle + ".parties", contains("XAA", "XAC"))
                .body(circle + ".commitments.commitment", containsInAnyOrder(one, two));
        standing(one).body("circle", containsInAnyOrder(one, two)).body("met", equalTo(false));
        as("auditor").get("/api/v1/circular-conditions?series=EXERCISE").then().statusCode(403);
        as("xaa.reader").get("/api/v1/circular-conditions").then().statusCode(400).body("violations[0].field", equalTo("series"));
    }

    @Test
    void aCommitmentIsReleasedNoWiderThanWhatItsConditionsName() {
        String other = filed("XAB", "{\"release\": \"NAMED\", \"parties\": [\"XAA\"]}", "");
        String named = condition("COMMITMENT", "commitment", other);
        as("xaa.editor").body(pledge("XAA", COALITION, named)).post(COMMITMENTS).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "released-too-widely")).body("detail", containsString(other));
        String id = filed("XAA", "{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}", named);
        as("xab.reader").get(COMMITMENTS + "/" + id).then().statusCode(200).body("conditions[0].commitment", equalTo(other));
        // What was narrowed afterwards is not shown.
        as("xab.editor", 2).body(body("{\"release\": \"NAMED\", \"parties\": [\"XAC\"]}", "")).put(COMMITMENTS + "/" + other).then()
                .statusCode(200);
        as("xaa.reader").get(COMMITMENTS + "/" + id + "/standing").then().statusCode(200)
                .body("conditions[0].undisclosed", equalTo("NOT_RELEASED")).body("conditions[0].met", nullValue());
    }

    @Test
    void badRequestsNameFieldAndRule() {
        as("xaa.editor")
                .body(pledge("XAA", COALITION,
                        """
                                , "caveats": [{}, {"kind": "OTHER"}, {"kind": "AIR_ONLY"}, {"kind": "AIR_ONLY"}],
                                "conditions": [{}, {"kind": "COMMITMENT"}, {"kind": "PARTICIPATION", "party": "XAA"}, {"kind": "HOST_CONSENT", "party": "DEU"},
                                    {"kind": "PARTICIPATION", "party": "XAB", "commitment": "%s"}]"""
                                .formatted(UUID.randomUUID())))
                .post(COMMITMENTS)
                .then().statusCode(400).body("violations.field",
                        hasItems("caveats[0].kind", "caveats[1].text", "caveats[3].kind", "conditions[0].kind",
                                "conditions[1].commitment",
                                "conditions[2].party", "conditions[3].party", "conditions[4].commitment"));
        String id = filed("XAA", COALITION, "");
        as("xaa.editor", 2).body(body(COALITION, condition("COMMITMENT", "commitment", id))).put(COMMITMENTS + "/" + id).then()
                .statusCode(400).body("violations[0].message", equalTo("is the commitment itself"));
        as("xab.reader").get(COMMITMENTS + "/" + UUID.randomUUID() + "/standing").then().statusCode(404);
        as("xaa.reader").get("/api/v1/caveats").then().statusCode(200).body("caveats", hasSize(6));
    }

    @Test
    void theChangeHasTheShapeOfItsSample() {
        String id = filed("XAA", COALITION, ", \"caveats\": [{\"kind\": \"NON_COMBAT\", \"text\": \"t\", \"source\": \"s\"}], "
                + "\"conditions\": [{\"kind\": \"PARTICIPATION\", \"party\": \"XAB\", \"text\": \"t\"}]");
        String state = rows.of("select state::text from change where subject = ? and not withheld", id).get(0);
        assertThat(EventSchemas.strict().faultsOfData("org.surety.commitment.filed.v1", state)).isEmpty();
        for (String field : List.of("caveats", "conditions")) {
            assertThat(Sample.shape(Sample.json(state).get(field)))
                    .isEqualTo(Sample.shape(Sample.file("commitment.amended.v1.reserved").get("data").get(field)));
        }
        as("xab.reader").get(COMMITMENTS + "/" + id).then().body("caveats.kind", hasItem("NON_COMBAT"))
                .body("conditions.party", not(hasItem("XAC")));
    }
}
