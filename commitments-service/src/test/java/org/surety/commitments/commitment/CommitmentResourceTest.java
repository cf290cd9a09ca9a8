package org.surety.commitments.commitment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Known.act;
import static org.surety.commitments.Rest.PROBLEMS;
import static org.surety.commitments.Rest.as;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@RealParts
class CommitmentResourceTest {

    private static final String COMMITMENTS = "/api/v1/commitments";

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB", "XAC", "DEU", "FRA");
    }

    /** A promise of soldiers; more fields may follow the label. */
    private static String pledge(String party, String label, String more) {
        return """
                {"party": "%s", "basis": "GUARANTEE", "kind": "FORCE_CONTRIBUTION", "title": "A brigade", "priority": "MULTINATIONAL_FORCE",
                 "quantity": {"quantity": 4000, "unit": "soldiers"}, "label": %s %s}"""
                .formatted(party, label, more);
    }

    private static String description(String title, String label) {
        return """
                {"kind": "FORCE_CONTRIBUTION", "title": "%s", "priority": "MULTINATIONAL_FORCE",
                 "quantity": {"quantity": 4000, "unit": "soldiers"}, "label": %s}""".formatted(title, label);
    }

    private static String draft(String label) {
        return as("xaa.editor").body(pledge("XAA", label, "")).post(COMMITMENTS).then().statusCode(201).extract().path("id");
    }

    private static String filed(String label) {
        String id = draft(label);
        as("xaa.editor", 1).body(act("XAA", "")).post(COMMITMENTS + "/" + id + "/filings").then().statusCode(200);
        return id;
    }

    private List<String> changes(String id) {
        return rows.of(
                "select c.type || ' ' || c.subject_version || ' ' || a.key || case when c.withheld then ' withheld' else '' end "
                        + "from change c join audience a on a.id = c.audience_id where c.subject = ? order by c.id",
                id);
    }

    @Test
    void aDraftIsMadeByAnEditorOfTheParty() {
        UUID requirement = known.requirement("soldiers", Kind.FORCE_CONTRIBUTION);
        String contributions = ", \"contributions\": [{\"requirement\": \"" + requirement + "\", \"quantity\": 3500.50}]";
        JsonPath made = as("xaa.editor").body(pledge("XAA", "{\"release\": \"COALITION\"}", contributions)).post(COMMITMENTS).then()
                .statusCode(201).header("ETag", "\"1\"").body("state", equalTo("DRAFT")).body("label.release", equalTo("NATIONAL"))
                .body("labelWhenFiled.release", equalTo("COALITION")).body("series", equalTo("EXERCISE"))
                .body("contributions[0].unit", equalTo("soldiers")).extract().jsonPath();
        String id = made.getString("id");
        as("xaa.reader").get(COMMITMENTS + "/" + id).then().statusCode(200).header("ETag", "\"1\"")
                .body("contributions[0].quantity", equalTo(3500.5f));
        assertThat(changes(id)).containsExactly("org.surety.commitment.drafted.v1 1 NATIONAL|EXERCISE|XAA withheld");
        assertThat(rows.of("select version::text from commitment_version where id = ?::uuid", id)).containsExactly("1");
    }

    @Test
    void whatIsMissingIsToldBeforeFiling() {
        String id = draft("{\"release\": \"PUBLIC\"}");
        as("xaa.reader").get(COMMITMENTS + "/" + id + "/quality").then().statusCode(200).body("score", equalTo(18))
                .body("missing.field", hasItem("sources")).body("missing.why", hasItem("Nobody can look it up."));
        as("xab.reader").get(COMMITMENTS + "/" + id + "/quality").then().statusCode(404);
        as("auditor").get(COMMITMENTS + "/" + id + "/quality").then().statusCode(403);
    }

    @Test
    void whoIsNotAnEditorOfThePartyMakesNone() {
        String body = pledge("XAA", "{\"release\": \"PUBLIC\"}", "");
        given().contentType("application/json").body(body).post(COMMITMENTS).then().statusCode(401)
                .body("type", equalTo(PROBLEMS + "unauthenticated"));
        as("xaa.reader").body(body).post(COMMITMENTS).then().statusCode(403);
        as("coordinator").body(body).post(COMMITMENTS).then().statusCode(403);
        as("xab.editor").body(body).post(COMMITMENTS).then().statusCode(403).body("type", equalTo(PROBLEMS + "not-permitted"))
                .body("detail", containsString("own party"));
    }

    @Test
    void nobodyElseSeesADraft() {
        String id = draft("{\"release\": \"PUBLIC\"}");
        for (String other : List.of("xab.editor", "xab.reader", "deu.editor", "coordinator")) {
            as(other).get(COMMITMENTS + "/" + id).then().statusCode(404).body("type", equalTo(PROBLEMS + "not-found"));
            as(other).get(COMMITMENTS + "?party=XAA&limit=500").then().statusCode(200).body("items.id", not(hasItem(id)));
        }
        String missing = as("xab.editor").get(COMMITMENTS + "/" + UUID.randomUUID()).then().statusCode(404).extract()
                .path("detail");
        as("xab.editor", 1).body(act("XAA", "")).post(COMMITMENTS + "/" + id + "/filings").then().statusCode(404).body("detail",
                equalTo(missing));
        as("auditor").get(COMMITMENTS + "/" + id).then().statusCode(403);
        given().get(COMMITMENTS + "/" + id).then().statusCode(401);
        as("xaa.reader").get(COMMITMENTS + "?party=XAA&state=DRAFT&limit=500").then().statusCode(200).body("items.id", hasItem(id));
    }

    @Test
    void filingReleasesItToWhomItsLabelSays() {
        String named = filed("{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}");
        as("xab.reader").get(COMMITMENTS + "/" + named).then().statusCode(200).body("state", equalTo("FILED"))
                .body("labelWhenFiled", nullValue()).header("ETag", "\"2\"");
        as("xac.reader").get(COMMITMENTS + "/" + named).then().statusCode(404);
        as("coordinator").get(COMMITMENTS + "/" + named).then().statusCode(404);
        String national = filed("{\"release\": \"NATIONAL\"}");
        as("xab.reader").get(COMMITMENTS + "/" + national).then().statusCode(404);
        as("coordinator").get(COMMITMENTS + "/" + national).then().statusCode(404);
        String coalition = filed("{\"release\": \"COALITION\"}");
        as("xac.reader").get(COMMITMENTS + "/" + coalition).then().statusCode(200);
        as("coordinator").get(COMMITMENTS + "/" + coalition).then().statusCode(200);
        as("deu.reader").get(COMMITMENTS + "/" + coalition).then().statusCode(404);
        String open = filed("{\"release\": \"PUBLIC\"}");
        as("deu.reader").get(COMMITMENTS + "/" + open).then().statusCode(200);
        assertThat(changes(named)).containsExactly("org.surety.commitment.drafted.v1 1 NATIONAL|EXERCISE|XAA withheld",
                "org.surety.commitment.filed.v1 2 NAMED|EXERCISE|XAA|XAB");
    }

    @Test
    void aFiledCommitmentIsDecidedOnceAndWithdrawn() {
        String id = filed("{\"release\": \"PUBLIC\"}");
        String decision = "{\"decidedOn\": \"2026-03-18\", \"effectiveOn\": \"2026-04-01\", \"source\": \"exercise order 7/2026\"}";
        String decisions = COMMITMENTS + "/" + id + "/decisions";
        as("xaa.editor", 2).body(decision).post(decisions).then().statusCode(200).header("ETag", "\"3\"")
                .body("decision.effectiveOn", equalTo("2026-04-01"));
        as("xaa.editor", 3).body(decision).post(decisions).then().statusCode(200).header("ETag", "\"3\"");
        as("xaa.editor", 3).body(decision.replace("7/2026", "8/2026")).post(decisions).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "act-not-allowed"))
                .body("detail", containsString("Allowed: amendment, deliveries, readiness-statements, withdrawals"));
        as("xaa.editor", 3).body(act("XAA", ", \"reason\": \"parliament refused\"")).post(COMMITMENTS + "/" + id + "/withdrawals")
                .then()
                .statusCode(200).body("state", equalTo("WITHDRAWN")).body("withdrawal.reason", equalTo("parliament refused"))
                .body("withdrawal.withdrawnOn", notNullValue());
        as("deu.reader").get(COMMITMENTS + "/" + id).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertThat(changes(id)).extracting(line -> line.split(" ")[0]).containsExactly("org.surety.commitment.drafted.v1",
                "org.surety.commitment.filed.v1", "org.surety.commitment.decided.v1", "org.surety.commitment.withdrawn.v1");
        assertThat(rows.of("select effective_on::text from change where subject = ? and type like '%decided%'", id))
                .containsExactly("2026-04-01");
    }

    @Test
    void actsAreForEditorsOfTheParty() {
        String id = filed("{\"release\": \"PUBLIC\"}");
        for (String act : List.of("filings", "decisions", "withdrawals")) {
            String path = COMMITMENTS + "/" + id + "/" + act;
            String body = act.equals("withdrawals")
                    ? act("XAA", ", \"reason\": \"r\"")
                    : act.equals("decisions") ? "{\"decidedOn\": \"2026-03-18\", \"source\": \"s\"}" : "{}";
            given().contentType("application/json").header("If-Match", "\"2\"").body(body).post(path).then().statusCode(401);
            as("xaa.reader", 2).body(body).post(path).then().statusCode(403);
            as("xab.editor", 2).body(body).post(path).then().statusCode(403).body("detail", containsString("this one is of XAA"));
            as("xaa.editor").body(body).post(path).then().statusCode(428).body("type", equalTo(PROBLEMS + "version-required"));
            as("xaa.editor", 1).body(body).post(path).then().statusCode(412).body("type", equalTo(PROBLEMS + "stale-version"));
        }
        String decisions = COMMITMENTS + "/" + id + "/decisions";
        as("xaa.editor", 2).body("{\"decidedOn\": \"2026-03-18\", \"effectiveOn\": \"2026-03-17\", \"source\": \"s\"}")
                .post(decisions).then()
                .statusCode(400).body("violations[0].field", equalTo("effectiveOn"));
        as("xaa.editor", 2).body("{\"decidedOn\": \"18.3.2026\", \"source\": \"s\"}").post(decisions).then().statusCode(400)
                .body("violations[0].field", equalTo("decidedOn"));
        as("xaa.editor", 2).body(act("XAA", "")).post(COMMITMENTS + "/" + id + "/withdrawals").then().statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        as("xaa.editor", 2).body("{\"reason\": \"r\"}").post(COMMITMENTS + "/" + id + "/withdrawals").then().statusCode(400)
                .body("violations[0].field", equalTo("person"));
    }

    @Test
    void theSameDescriptionAgainChangesNothing() {
        String id = filed("{\"release\": \"PUBLIC\"}");
        String path = COMMITMENTS + "/" + id;
        as("xaa.editor", 2).body(description("A brigade", "{\"release\": \"PUBLIC\"}")).put(path).then().statusCode(200)
                .header("ETag", "\"2\"");
        as("xaa.editor", 2).body(description("Two brigades", "{\"release\": \"COALITION\"}")).put(path).then().statusCode(200)
                .header("ETag", "\"3\"").body("title", equalTo("Two brigades")).body("label.release", equalTo("COALITION"));
        assertThat(changes(id)).hasSize(3).last().isEqualTo("org.surety.commitment.amended.v1 3 COALITION|EXERCISE|XAA");
        assertThat(rows.of("select changed::text from change where subject = ? and subject_version = 3", id))
                .containsExactly("{title,label}");
        as("deu.reader").get(path).then().statusCode(404);
        as("xaa.editor", 2).body(description("Three", "{\"release\": \"PUBLIC\"}")).put(path).then().statusCode(412);
        as("xaa.editor").body(description("Three", "{\"release\": \"PUBLIC\"}")).put(path).then().statusCode(428);
        as("xab.editor", 3).body(description("Three", "{\"release\": \"PUBLIC\"}")).put(path).then().statusCode(403);
        as("xaa.reader", 3).body(description("Three", "{\"release\": \"PUBLIC\"}")).put(path).then().statusCode(403);
        given().contentType("application/json").body("{}").put(path).then().statusCode(401);
    }

    @Test
    void aDraftIsRewrittenUnseenAndThrownAway() {
        String id = draft("{\"release\": \"PUBLIC\"}");
        String path = COMMITMENTS + "/" + id;
        as("xaa.editor", 1).body(description("Two brigades", "{\"release\": \"NATIONAL\"}")).put(path).then().statusCode(200)
                .body("labelWhenFiled.release", equalTo("NATIONAL"));
        given().header("If-Match", "\"2\"").delete(path).then().statusCode(401);
        as("xaa.reader", 2).delete(path).then().statusCode(403);
        as("xab.editor", 2).delete(path).then().statusCode(404);
        as("xaa.editor").delete(path).then().statusCode(428);
        as("xaa.editor", 2).delete(path).then().statusCode(204);
        as("xaa.editor").get(path).then().statusCode(404);
        assertThat(changes(id)).containsExactly("org.surety.commitment.drafted.v1 1 NATIONAL|EXERCISE|XAA withheld",
                "org.surety.commitment.redrafted.v1 2 NATIONAL|EXERCISE|XAA withheld",
                "org.surety.commitment.discarded.v1 3 NATIONAL|EXERCISE|XAA withheld");
        String filed = filed("{\"release\": \"PUBLIC\"}");
        as("xaa.editor", 2).delete(COMMITMENTS + "/" + filed).then().statusCode(409).body("type",
                equalTo(PROBLEMS + "act-not-allowed"));
        as("xab.editor", 2).delete(COMMITMENTS + "/" + filed).then().statusCode(403);
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        String id = filed("{\"release\": \"PUBLIC\"}");
        as("deu.reader").header("If-None-Match", "\"2\"").get(COMMITMENTS + "/" + id).then().statusCode(304).header("ETag",
                "\"2\"");
        as("deu.reader").header("If-None-Match", "\"1\"").get(COMMITMENTS + "/" + id).then().statusCode(200);
    }

    @Test
    void badRequestsNameTheField() {
        refused(pledge("XZZ", "{\"release\": \"PUBLIC\"}", ""), "party", "is not known here");
        refused(pledge("XAA", "{\"release\": \"PUBLIC\"}", ", \"colour\": \"red\""), "colour", "is not a field");
        refused(pledge("XAA", "{\"release\": \"SECRET\"}", ""), "label.release", "must be one of");
        refused(pledge("XAA", "{\"release\": \"NAMED\"}", ""), "label.parties", "must name");
        refused(pledge("XAA", "{\"release\": \"PUBLIC\"}", ", \"announcedOn\": \"2026-02-30\""), "announcedOn", "");
        refused(pledge("XAA", "{\"release\": \"PUBLIC\"}", ", \"money\": {\"amount\": \"-5\", \"currency\": \"EUR\"}"),
                "money.amount",
                "must not be negative");
        refused(pledge("XAA", "{\"release\": \"PUBLIC\"}", ", \"money\": {\"amount\": \"5\", \"currency\": \"EURO\"}"),
                "money.currency",
                "ISO 4217");
        refused(pledge("XAA", "{\"release\": \"PUBLIC\"}", ", \"contributions\": [{\"requirement\": \"" + UUID.randomUUID()
                + "\", \"quantity\": 1}]"), "contributions[0].requirement", "is not known here");
        UUID tanks = known.requirement("tanks");
        refused(pledge("XAA", "{\"release\": \"PUBLIC\"}",
                ", \"contributions\": [{\"requirement\": \"" + tanks + "\", \"quantity\": 1}]"),
                "contributions[0].unit", "must be tanks");
        as("xaa.editor").body("").post(COMMITMENTS).then().statusCode(400);
        as("xaa.editor").body("{\"party\": ").post(COMMITMENTS).then().statusCode(400).body("type",
                equalTo(PROBLEMS + "invalid-request"));
        as("xaa.editor").get(COMMITMENTS + "?colour=red").then().statusCode(400)
                .body("type", equalTo(PROBLEMS + "unknown-parameter"))
                .body("detail", containsString("requirement"));
        as("xaa.editor").get(COMMITMENTS + "?state=LOST").then().statusCode(400).body("violations[0].field", equalTo("state"))
                .body("violations[0].message", containsString("WITHDRAWN"));
    }

    private static void refused(String body, String field, String message) {
        as("xaa.editor").body(body).post(COMMITMENTS).then().statusCode(400).body("type", equalTo(PROBLEMS + "invalid-request"))
                .body("violations[0].field", equalTo(field)).body("violations[0].message", containsString(message));
    }

    @Test
    void aRequirementThatIsNotReleasedToThePartyIsUnknownToIt() {
        Label hidden = Label.of(Release.NAMED, Series.EXERCISE, null, List.of("XAB"));
        UUID requirement = known.requirement(Series.EXERCISE, PriorityCode.MULTINATIONAL_FORCE, "soldiers", false, hidden);
        String contributions = ", \"contributions\": [{\"requirement\": \"" + requirement + "\", \"quantity\": 1}]";
        refused(pledge("XAA", "{\"release\": \"PUBLIC\"}", contributions), "contributions[0].requirement", "is not known here");
        as("xab.editor").body(pledge("XAB", "{\"release\": \"PUBLIC\"}", contributions)).post(COMMITMENTS).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "released-too-widely"));
    }

    @Test
    void aRequirementWithdrawnMeanwhileStopsTheFiling() {
        UUID requirement = known.requirement("soldiers");
        String id = as("xaa.editor").body(pledge("XAA", "{\"release\": \"PUBLIC\"}",
                ", \"contributions\": [{\"requirement\": \"" + requirement + "\", \"quantity\": 1}]")).post(COMMITMENTS).then()
                .statusCode(201)
                .extract().path("id");
        rows.change("update requirement_reference set withdrawn = true where id = ?", requirement);
        as("xaa.editor", 1).body(act("XAA", "")).post(COMMITMENTS + "/" + id + "/filings").then().statusCode(400)
                .body("violations[0].message", equalTo("has been withdrawn"));
        as("xaa.editor").get(COMMITMENTS + "/" + id).then().body("state", equalTo("DRAFT")).header("ETag", "\"1\"");
    }

    @Test
    void anExternalIdIsUniqueInItsParty() {
        String external = ", \"externalId\": \"" + UUID.randomUUID() + "\"";
        as("xaa.editor").body(pledge("XAA", "{\"release\": \"PUBLIC\"}", external)).post(COMMITMENTS).then().statusCode(201);
        as("xaa.editor").body(pledge("XAA", "{\"release\": \"PUBLIC\"}", external)).post(COMMITMENTS).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "external-id-taken"));
        as("xab.editor").body(pledge("XAB", "{\"release\": \"PUBLIC\"}", external)).post(COMMITMENTS).then().statusCode(201);
    }

    @Test
    void theSameRequestIsCarriedOutOnce() {
        String key = UUID.randomUUID().toString();
        String body = pledge("XAA", "{\"release\": \"PUBLIC\"}", "");
        String id = as("xaa.editor").header("Idempotency-Key", key).body(body).post(COMMITMENTS).then().statusCode(201).extract()
                .path("id");
        as("xaa.editor").header("Idempotency-Key", key).body(body).post(COMMITMENTS).then().statusCode(201).body("id", equalTo(id))
                .header("ETag", "\"1\"");
        assertThat(changes(id)).hasSize(1);
    }

    @Test
    void listsAreFilteredAndComeInFullPages() {
        UUID requirement = known.requirement("soldiers");
        String contributions = ", \"contributions\": [{\"requirement\": \"" + requirement + "\", \"quantity\": 1}]";
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = as("xaa.editor").body(pledge("XAA", "{\"release\": \"PUBLIC\"}", contributions)).post(COMMITMENTS).then()
                    .statusCode(201).extract().path("id");
            // The third one stays hidden from others and leaves no gap in their pages.
            if (i != 2) {
                as("xaa.editor", 1).body(act("XAA", "")).post(COMMITMENTS + "/" + id + "/filings").then().statusCode(200);
                ids.add(id);
            }
        }
        String list = COMMITMENTS + "?requirement=" + requirement + "&party=XAA&series=EXERCISE&basis=GUARANTEE&state=FILED"
                + "&kind=FORCE_CONTRIBUTION&priority=MULTINATIONAL_FORCE";
        JsonPath first = as("deu.reader").get(list + "&limit=3").then().statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .extract().jsonPath();
        JsonPath second = as("deu.reader").get(list + "&limit=3&cursor=" + first.getString("next")).then().statusCode(200)
                .header("Link", nullValue()).extract().jsonPath();
        assertThat(first.getList("items.id", String.class)).isEqualTo(ids.subList(0, 3));
        assertThat(first.getString("next")).as("as long whatever its number, which counts what is hidden too").hasSize(123);
        assertThat(second.getList("items.id", String.class)).isEqualTo(ids.subList(3, 4));
        as("deu.reader").get(list.replace("EXERCISE", "REAL")).then().statusCode(200).body("items", hasSize(0));
        as("deu.reader").get(list + "&category=MILITARY").then().statusCode(200).body("items", hasSize(0));
        as("fra.reader").get(list + "&limit=3&cursor=" + first.getString("next")).then().statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
        as("deu.reader").get(list + "&limit=501").then().statusCode(400).body("violations[0].field", equalTo("limit"));
        given().get(list).then().statusCode(401);
        as("auditor").get(list).then().statusCode(403);
    }
}
