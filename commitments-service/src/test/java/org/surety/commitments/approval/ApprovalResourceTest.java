package org.surety.commitments.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
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

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@RealParts
class ApprovalResourceTest {

    private static final String APPROVALS = "/api/v1/approvals";
    private static final String COMMITMENTS = "/api/v1/commitments";
    private static final String COALITION = "{\"release\": \"COALITION\"}";

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB", "XAC", "DEU");
    }

    /** Of the parliament of the party; more fields may follow. */
    private static String body(String party, String effect, String label, String more) {
        return """
                {"party": "%1$s", "title": "Deployment of the brigade", "body": "Assembly", "bodyOf": "%1$s", "kind": "DEPLOYMENT",
                 "effect": "%2$s", "legalBasis": [{"text": "exercise law 1"}], "label": %3$s %4$s}"""
                .formatted(party, effect, label, more);
    }

    /** The same without the party, as PUT takes it. */
    private static String description(String effect, String label, String more) {
        return body("XAA", effect, label, more).replace("\"party\": \"XAA\", ", "");
    }

    private static String recorded(String party, String body) {
        return as(party.toLowerCase() + ".editor").body(body).post(APPROVALS).then().statusCode(201).header("ETag", "\"1\"")
                .extract().path("id");
    }

    private static String prior(String label) {
        return recorded("XAA", body("XAA", "PRIOR", label, ", \"revocable\": true, \"grantedForMonths\": 12"));
    }

    private static ValidatableResponse step(String approval, long version, String step) {
        return as("xaa.editor", version).body("{\"source\": \"minutes\", " + step + "}").post(APPROVALS + "/" + approval + "/steps")
                .then();
    }

    private static String pledge(String label, String approvals) {
        return """
                {"party": "XAA", "basis": "GUARANTEE", "kind": "FORCE_CONTRIBUTION", "title": "A brigade",
                 "quantity": {"quantity": 4000, "unit": "soldiers"}, "label": %s, "approvals": [%s]}""".formatted(label, approvals);
    }

    private static String filed(String label, String... approvals) {
        String id = as("xaa.editor")
                .body(pledge(label, String.join(", ", List.of(approvals).stream().map(a -> '"' + a + '"').toList())))
                .post(COMMITMENTS).then().statusCode(201).extract().path("id");
        as("xaa.editor", 1).body(Known.act("XAA", "")).post(COMMITMENTS + "/" + id + "/filings").then().statusCode(200);
        return id;
    }

    private static ValidatableResponse axis(String commitment, String asOf) {
        return as("xab.reader").get(COMMITMENTS + "/" + commitment + "/approvals?asOf=" + asOf).then().statusCode(200);
    }

    @Test
    void aCommitmentWaitsForAPriorConsentUntilItIsGrantedAndItsTimeIsOver() {
        String approval = prior(COALITION);
        String commitment = filed(COALITION, approval);
        as("xab.reader").get(COMMITMENTS + "/" + commitment).then().body("approvals", contains(approval));
        step(approval, 1, "\"kind\": \"REQUESTED\", \"doneOn\": \"2026-03-02\"").statusCode(200).header("ETag", "\"2\"");
        step(approval, 2, "\"kind\": \"VOTE_SCHEDULED\", \"doneOn\": \"2026-03-04\", \"voteOn\": \"2026-03-20\"").statusCode(200);
        as("xab.reader").get(APPROVALS + "/" + approval + "?asOf=2026-03-12").then().statusCode(200)
                .body("standing.status", equalTo("OPEN")).body("standing.blocks", equalTo(true))
                .body("standing.next.what", equalTo("VOTE")).body("standing.next.on", equalTo("2026-03-20"))
                .body("standing.waiting.days", equalTo(10)).body("standing.commitments", contains(commitment))
                .body("standing.why", equalTo("Assembly has not decided: it blocks until it is granted."));
        step(approval, 3, """
                "kind": "GRANTED", "doneOn": "2026-03-20", "effectiveOn": "2026-04-01", "provisos": ["no more than 4,000"],
                "votes": {"inFavour": 301, "against": 120, "abstentions": 4}""").statusCode(200)
                .body("phases.status", contains("OPEN", "GRANTED", "EXPIRED"))
                .body("phases.from", contains(null, "2026-04-01", "2027-04-01"))
                .body("steps[2].votes.inFavour", equalTo(301));
        axis(commitment, "2026-03-31").body("status", equalTo("BLOCKED")).body("blockedBy", contains(approval))
                .body("approvals[0].standing.next.what", equalTo("DECISION_IN_EFFECT"));
        axis(commitment, "2026-04-01").body("status", equalTo("FREE")).body("blockedBy", empty())
                .body("freeUntil", equalTo("2027-03-31"));
        axis(commitment, "2027-04-01").body("status", equalTo("BLOCKED"))
                .body("approvals[0].standing.why", containsString("has expired since 2027-04-01"));
        axis(filed(COALITION), "2027-04-01").body("status", equalTo("NONE_NAMED"));
    }

    @Test
    void aDayKnowsNothingOfStepsThatAreTakenLater() {
        String approval = recorded("XAA", body("XAA", "TO_CONTINUE", COALITION, ", \"continueAfterMonths\": 4"));
        String commitment = filed(COALITION, approval);
        step(approval, 1, "\"kind\": \"BEGUN\", \"doneOn\": \"2026-05-01\"").statusCode(200);
        axis(commitment, "2026-04-30").body("status", equalTo("FREE")).body("freeUntil", nullValue())
                .body("approvals[0].standing.next", nullValue());
        axis(commitment, "2026-05-01").body("freeUntil", equalTo("2026-08-31"))
                .body("approvals[0].standing.next.what", equalTo("LAPSE"));
    }

    @Test
    void aRefusalIsToldAndCanBeCorrectedWithoutLosingWhatWasBelieved() {
        String approval = prior(COALITION);
        String commitment = filed(COALITION, approval);
        step(approval, 1, "\"kind\": \"REFUSED\", \"doneOn\": \"2026-03-20\"").statusCode(200);
        axis(commitment, "2026-03-20").body("status", equalTo("REFUSED"));
        Instant believed = recordedAt(approval, 2);
        step(approval, 2, "\"kind\": \"GRANTED\", \"doneOn\": \"2026-03-20\", \"correctsLast\": true").statusCode(200)
                .body("steps", hasSize(1));
        axis(commitment, "2026-03-20").body("status", equalTo("FREE"));
        as("xab.reader").get(COMMITMENTS + "/" + commitment + "/approvals?asOf=2026-03-20&knownAt=" + believed).then()
                .statusCode(200).body("status", equalTo("REFUSED"));
        as("xab.reader").get(APPROVALS + "/" + approval + "?knownAt=" + believed).then().header("ETag", "\"2\"")
                .body("steps.kind", contains("REFUSED"));
        assertThat(rows.of("select reason from change where subject = ? order by id", approval)).containsExactly("NEW_FACT",
                "NEW_FACT", "CORRECTION");
    }

    private Instant recordedAt(String approval, long version) {
        return Instant.parse(await().until(() -> rows
                .of("select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from change "
                        + "where subject = ? and subject_version = ? and recorded_at is not null", approval, version),
                found -> !found.isEmpty()).get(0));
    }

    @Test
    void oneApprovalIsNeededByManyAndEachSeesTheirOwn() {
        String approval = prior(COALITION);
        String seen = filed(COALITION, approval);
        String hidden = filed("{\"release\": \"NATIONAL\"}", approval);
        String one = "items.find { it.id == '" + approval + "' }.standing";
        as("xab.reader").get(APPROVALS + "?party=XAA&limit=500").then().statusCode(200).body(one + ".commitments", contains(seen))
                .body(one + ".commitmentCount", equalTo(1));
        as("xaa.reader").get(APPROVALS + "?party=XAA&limit=500").then().body(one + ".commitments", contains(seen, hidden));
        as("xab.reader").get(COMMITMENTS + "?approval=" + approval).then().statusCode(200).body("items.id", contains(seen));
        as("xab.reader").get(APPROVALS + "?commitment=" + seen).then().body("items.id", contains(approval));
        as("xab.reader").get(APPROVALS + "?commitment=" + hidden).then().body("items", empty());
        as("xab.reader").get(COMMITMENTS + "/" + hidden + "/approvals").then().statusCode(404);
    }

    @Test
    void aCommitmentIsReleasedNoWiderThanItsApprovals() {
        String approval = prior("{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}");
        as("xaa.editor").body(pledge(COALITION, '"' + approval + '"')).post(COMMITMENTS).then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "released-too-widely")).body("detail", containsString(approval));
        String commitment = filed("{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}", approval);
        as("xac.reader").get(APPROVALS + "/" + approval).then().statusCode(404);
        as("xab.reader").get(APPROVALS + "/" + approval).then().statusCode(200);
        as("xaa.editor", 1)
                .body(description("PRIOR", "{\"release\": \"NATIONAL\"}", ", \"revocable\": true, \"grantedForMonths\": 12"))
                .put(APPROVALS + "/" + approval).then().statusCode(409).body("type", equalTo(PROBLEMS + "label-narrowed"));
        as("xaa.editor", 1).body(description("PRIOR", COALITION, ", \"revocable\": true, \"grantedForMonths\": 12"))
                .put(APPROVALS + "/" + approval).then().statusCode(200).header("ETag", "\"2\"");
        as("xac.reader").get(APPROVALS + "/" + approval + "?asOf=2026-03-01").then().statusCode(200)
                .body("standing.commitments", not(hasItem(commitment)));
        as("xaa.editor").body(pledge(COALITION, '"' + approval + '"')).post(COMMITMENTS).then().statusCode(201);
    }

    /** Who is no member sees a commitment that names it, and not an approval that is for the coalition. */
    @Test
    void anApprovalThatIsNotReleasedToWhoSeesTheCommitmentIsNeitherNamedNorGuessed() {
        String approval = prior(COALITION);
        String commitment = filed("{\"release\": \"NAMED\", \"parties\": [\"XAG\"]}", approval);
        String path = COMMITMENTS + "/" + commitment;
        String list = COMMITMENTS + "?party=XAA&limit=500&approvalStatus=";
        for (boolean blocks : new boolean[]{ true, false}) {
            as("xag.reader").get(path).then().statusCode(200).body("approvals.undisclosed", contains("NOT_RELEASED"));
            as("xag.reader").get(path + "/approvals?asOf=2026-03-20").then().statusCode(200).body("status", equalTo("UNDISCLOSED"))
                    .body("approvals", empty()).body("blockedBy", empty()).body("freeUntil", nullValue())
                    .body("undisclosed", equalTo(1));
            as("xag.reader").get(list + "UNDISCLOSED").then().body("items.id", hasItem(commitment));
            as("xag.reader").get(list + (blocks ? "BLOCKED" : "FREE")).then().body("items.id", not(hasItem(commitment)));
            as("xag.reader").get(list + "NONE_NAMED").then().body("items.id", not(hasItem(commitment)));
            as("xaa.reader").get(path).then().body("approvals", contains(approval));
            as("xaa.reader").get(path + "/approvals?asOf=2026-03-20").then()
                    .body("status", equalTo(blocks ? "BLOCKED" : "FREE")).body("undisclosed", equalTo(0));
            if (blocks) {
                step(approval, 1, "\"kind\": \"GRANTED\", \"doneOn\": \"2026-03-20\"").statusCode(200);
            }
        }
    }

    @Test
    void theConsentOfAHostIsRecordedByTheHostAlone() {
        String consent = body("XAB", "PRIOR", COALITION, "").replace("DEPLOYMENT", "HOST_CONSENT");
        as("xaa.editor").body(consent.replace("\"party\": \"XAB\"", "\"party\": \"XAA\"")).post(APPROVALS).then().statusCode(400)
                .body("violations[0].field", equalTo("bodyOf")).body("violations[0].message", containsString("a host alone"));
        String approval = recorded("XAB", consent);
        String commitment = filed(COALITION, approval);
        axis(commitment, "2026-03-01").body("status", equalTo("BLOCKED"));
        as("xaa.editor", 1).body("{\"kind\": \"GRANTED\", \"source\": \"s\"}").post(APPROVALS + "/" + approval + "/steps").then()
                .statusCode(403);
    }

    @Test
    void whatComesNextIsInListsAndCalendars() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String tacit = recorded("XAA", body("XAA", "TACIT", COALITION, ", \"tacitAfterDays\": 7"));
        step(tacit, 1, "\"kind\": \"NOTIFIED\", \"doneOn\": \"" + today + "\"").statusCode(200);
        String ending = prior(COALITION);
        step(ending, 1, "\"kind\": \"GRANTED\", \"doneOn\": \"" + today + "\", \"until\": \"" + today.plusDays(9) + "\"")
                .statusCode(200);
        as("xab.reader").get(APPROVALS + "?party=XAA&expiresWithin=10&limit=500").then().statusCode(200)
                .body("items.id", hasItem(ending)).body("items.id", not(hasItem(tacit)));
        as("xab.reader").get(APPROVALS + "?party=XAA&expiresWithin=9&limit=500").then().body("items.id", not(hasItem(ending)));
        as("xab.reader").get(APPROVALS + "?party=XAA&status=OPEN&effect=TACIT&blocks=true&limit=500").then()
                .body("items.id", hasItem(tacit)).body("items.standing.status.unique()", contains("OPEN"));
        as("xab.reader").get(APPROVALS + "?status=TACITLY_GRANTED&asOf=" + today.plusDays(8) + "&limit=500").then()
                .body("items.id", hasItem(tacit));
        String calendar = as("xab.reader").accept("text/calendar").get(APPROVALS + "?party=XAA&limit=500").then().statusCode(200)
                .contentType(containsString("text/calendar")).extract().asString().replace("\r\n ", "");
        assertThat(calendar).contains("X-WR-CALDESC:Not accredited for classified information",
                "UID:" + tacit + "-tacit_consent@surety",
                "DTSTART;VALUE=DATE:" + today.plusDays(8).toString().replace("-", ""), "UID:" + ending + "-expiry@surety",
                "SUMMARY:EXERCISE: Grant has expired: Deployment of the brigade");
    }

    @Test
    void stepsThatTheProcedureDoesNotAllowAreRefusedNamingTheOthers() {
        String approval = prior(COALITION);
        step(approval, 1, "\"kind\": \"RENEWED\", \"doneOn\": \"2026-03-20\"").statusCode(409)
                .body("type", equalTo(PROBLEMS + "step-not-allowed"))
                .body("detail", equalTo("An approval that is OPEN on 2026-03-20 "
                        + "allows no RENEWED. Allowed: REQUESTED, DEBATED, VOTE_SCHEDULED, GRANTED, REFUSED, CLOSED."));
        step(approval, 1, "\"kind\": \"GRANTED\", \"doneOn\": \"2026-03-20\"").statusCode(200);
        step(approval, 2, "\"kind\": \"GRANTED\", \"doneOn\": \"2026-03-20\"").statusCode(200).header("ETag", "\"2\"");
        step(approval, 2, "\"kind\": \"REVOKED\", \"doneOn\": \"2026-03-19\"").statusCode(409);
        step(approval, 2, "\"kind\": \"DEBATED\", \"doneOn\": \"2026-03-01\"").statusCode(200);
        step(approval, 3, "\"kind\": \"CLOSED\", \"doneOn\": \"2026-03-19\"").statusCode(400).body("violations[0].field",
                equalTo("doneOn"));
        step(approval, 1, "\"kind\": \"REVOKED\"").statusCode(412);
        as("xab.editor", 3).body("{\"kind\": \"REVOKED\", \"source\": \"s\"}").post(APPROVALS + "/" + approval + "/steps").then()
                .statusCode(403);
        as("xaa.reader", 3).body("{\"kind\": \"REVOKED\", \"source\": \"s\"}").post(APPROVALS + "/" + approval + "/steps").then()
                .statusCode(403);
        as("auditor").get(APPROVALS).then().statusCode(403);
        as("xaa.editor", 3).body(description("INFORMATION", COALITION, "")).put(APPROVALS + "/" + approval).then().statusCode(400)
                .body("violations[0].field", equalTo("effect"));
    }

    @Test
    void badRequestsNameFieldAndRule() {
        as("xaa.editor").body("""
                {"party": "XAA", "bodyOf": "?", "effect": "PRIOR", "blocking": true, "tacitAfterDays": 7, "continueAfterMonths": 4,
                 "grantedForMonths": 0}""").post(APPROVALS).then().statusCode(400).body("violations.field",
                hasItems("title", "body", "bodyOf", "kind", "legalBasis", "label", "tacitAfterDays", "continueAfterMonths",
                        "blocking",
                        "grantedForMonths"));
        as("xaa.editor").body(body("XAA", "TACIT", COALITION, "")).post(APPROVALS).then().statusCode(400)
                .body("violations.field", contains("tacitAfterDays"));
        as("xaa.editor").body(body("XAA", "INFORMATION", COALITION, ", \"revocable\": true")).post(APPROVALS).then().statusCode(400)
                .body("violations.field", contains("effect"));
        as("xaa.editor").body(body("XAA", "PRIOR", COALITION, "").replace("\"bodyOf\": \"XAA\"", "\"bodyOf\": \"DEU\""))
                .post(APPROVALS).then().statusCode(400)
                .body("violations[0].message", equalTo("must be a party of the same series"));
        as("xaa.editor").body(body("XAB", "PRIOR", COALITION, "")).post(APPROVALS).then().statusCode(403);
        as("xaa.editor").body(body("XZZ", "PRIOR", COALITION, "")).post(APPROVALS).then().statusCode(400)
                .body("violations[0].field", equalTo("party"));
        String approval = prior(COALITION);
        step(approval, 1,
                """
                        "effectiveOn": "2026-03-01", "doneOn": "2026-03-02", "until": "2026-02-01", "voteOn": "2026-04-01", "provisos": ["p"],
                        "votes": {"against": -1}""")
                .statusCode(400).body("violations.field",
                        hasItems("kind", "effectiveOn", "until", "voteOn", "votes", "votes.against", "provisos"));
        as("xaa.editor", 1).body("{\"kind\": \"DEBATED\"}").post(APPROVALS + "/" + approval + "/steps").then().statusCode(400)
                .body("violations.field", contains("source"));
        step(approval, 1, "\"kind\": \"GRANTED\", \"doneOn\": \"2026-03-02\", \"until\": \"9999-12-31\"").statusCode(400)
                .body("violations.field", contains("until"));
        step(approval, 1, "\"kind\": \"DEBATED\", \"correctsLast\": true").statusCode(400)
                .body("violations[0].field", equalTo("correctsLast"));
        as("xaa.reader").get(APPROVALS + "?expiresWithin=0").then().statusCode(400).body("violations[0].field",
                equalTo("expiresWithin"));
        as("xaa.editor").body(pledge(COALITION, "\"" + UUID.randomUUID() + "\"")).post(COMMITMENTS).then().statusCode(400)
                .body("violations[0].field", equalTo("approvals[0]"));
        as("xaa.editor").body(pledge(COALITION, "\"%1$s\", \"%1$s\"".formatted(approval))).post(COMMITMENTS).then().statusCode(400)
                .body("violations[0].message", equalTo("is named twice"));
    }

    @Test
    void theChangesHaveTheShapeOfTheirSamples() {
        String approval = prior(COALITION);
        as("xaa.editor", 1).body(
                description("PRIOR", COALITION, ", \"revocable\": true, \"grantedForMonths\": 12").replace("Deployment", "Move"))
                .put(APPROVALS + "/" + approval).then().statusCode(200).body("standing", nullValue());
        step(approval, 2, "\"kind\": \"VOTE_SCHEDULED\", \"doneOn\": \"2026-03-13\", \"voteOn\": \"2026-03-20\"").statusCode(200);
        step(approval, 3, "\"kind\": \"GRANTED\", \"doneOn\": \"2026-03-20\"").statusCode(200);
        String commitment = filed(COALITION, approval);
        List<String> types = rows.of("select type from change where subject in (?, ?) and not withheld order by id", approval,
                commitment);
        List<String> states = rows.of("select state::text from change where subject in (?, ?) and not withheld order by id",
                approval,
                commitment);
        List<String> samples = List.of("approval.recorded.v1", "approval.amended.v1", "approval.moved.v1.scheduled",
                "approval.moved.v1");
        for (int i = 0; i < samples.size(); i++) {
            assertThat(Sample.shape(Sample.json(states.get(i)))).as(samples.get(i))
                    .isEqualTo(Sample.shape(Sample.file(samples.get(i)).get("data")));
        }
        for (int i = 0; i < states.size(); i++) {
            assertThat(EventSchemas.strict().faultsOfData(types.get(i), states.get(i))).as(states.get(i)).isEmpty();
        }
        assertThat(Sample.json(states.get(4)).get("approvals").get(0).asText()).isEqualTo(approval);
    }
}
