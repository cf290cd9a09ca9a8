package org.surety.commitments.commitment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Known.act;
import static org.surety.commitments.Rest.PROBLEMS;
import static org.surety.commitments.Rest.as;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.Sample;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.EventSchemas;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Rank;
import org.surety.kit.label.Label;
import org.surety.local.TestParts;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** What XAA promises together with XAB and XAC. */
@QuarkusTest
@RealParts
class SharesTest {

    private static final String COMMITMENTS = "/api/v1/commitments";
    private static final String SHARES = ", \"shares\": [{\"party\": \"XAB\", \"percent\": 33.3333}, {\"party\": \"XAC\", \"percent\": 20}]";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 11);

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB", "XAC");
    }

    private static String said(String label, String more) {
        return """
                "kind": "FORCE_CONTRIBUTION", "title": "A brigade together", "quantity": {"quantity": 3000, "unit": "soldiers"},
                 "label": %s%s}""".formatted(label, more);
    }

    private static String said(String more) {
        return said("{\"release\": \"PUBLIC\"}", more);
    }

    private static String draft(String said) {
        return COMMITMENTS + "/" + as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + said).post(COMMITMENTS)
                .then().statusCode(201).extract().path("id");
    }

    private static String filed(String said) {
        String path = draft(said);
        as("xaa.editor", 1).body(act("XAA", "")).post(path + "/filings").then().statusCode(200);
        return path;
    }

    @Test
    void eachPartyConfirmsAndWithdrawsItsOwnShare() {
        String path = filed(said(SHARES));
        as("xad.reader").get(path).then().body("shares.party", contains("XAB", "XAC"))
                .body("shares.state", contains("AWAITED", "AWAITED")).body("shares[0].percent", equalTo(33.3333f))
                .body("shares[0].since", nullValue());
        as("xab.editor", 2).body(act("XAB", ", \"doneOn\": \"2026-03-20\", \"source\": \"order 4\""))
                .post(path + "/share-confirmations")
                .then().statusCode(200).header("ETag", "\"3\"").body("shares.state", contains("CONFIRMED", "AWAITED"))
                .body("shares[0].since", equalTo("2026-03-20")).body("acts[1].kind", equalTo("SHARE_CONFIRMATION"))
                .body("acts[1].party", equalTo("XAB")).body("acts[1].act", equalTo("POLITICAL_PROMISE"));
        as("xab.editor", 3).body(act("XAB", "")).post(path + "/share-confirmations").then().statusCode(200).header("ETag", "\"3\"");
        as("xac.editor", 3).body(act("XAC", ", \"reason\": \"no means\"")).post(path + "/share-withdrawals").then().statusCode(200)
                .body("shares.state", contains("CONFIRMED", "WITHDRAWN")).body("state", equalTo("FILED"));
        as("xab.editor", 4).body(act("XAB", ", \"reason\": \"no means\"")).post(path + "/share-withdrawals").then().statusCode(200)
                .body("shares.state", contains("WITHDRAWN", "WITHDRAWN"));
        as("xac.editor", 5).body(act("XAC", "")).post(path + "/share-confirmations").then().statusCode(200)
                .body("shares.state", contains("WITHDRAWN", "CONFIRMED"));

        String id = path.substring(path.lastIndexOf('/') + 1);
        List<String> states = rows.of("select state::text from change where subject = ? and not withheld order by id", id);
        assertThat(states).hasSize(5).allSatisfy(
                state -> assertThat(EventSchemas.strict().faultsOfData("org.surety.commitment.amended.v1", state)).isEmpty());
        assertThat(Sample.shape(Sample.json(states.get(1)).get("shares")))
                .isEqualTo(Sample.shape(Sample.file("commitment.amended.v1.shared").at("/data/shares")));
        assertThat(rows.of("select actor_party from change where subject = ? and not withheld order by id", id))
                .containsExactly("XAA", "XAB", "XAC", "XAB", "XAC");
    }

    @Test
    void theSharesOfADayAreWhatTheirPartiesHadSaidByThen() {
        String path = draft(said(SHARES));
        as("xaa.editor", 1).body(act("XAA", ", \"doneOn\": \"2026-03-11\"")).post(path + "/filings").then().statusCode(200);
        as("xab.editor", 2).body(act("XAB", ", \"doneOn\": \"2026-03-20\"")).post(path + "/share-confirmations").then()
                .statusCode(200);
        as("xab.editor", 3).body(act("XAB", ", \"doneOn\": \"2026-04-02\", \"reason\": \"r\"")).post(path + "/share-withdrawals")
                .then()
                .statusCode(200);
        as("xac.editor", 4).body(act("XAC", ", \"doneOn\": \"2026-04-01\"")).post(path + "/share-confirmations").then()
                .statusCode(200);
        List.of("2026-03-19 AWAITED AWAITED", "2026-03-20 CONFIRMED AWAITED", "2026-04-01 CONFIRMED CONFIRMED",
                "2026-04-02 WITHDRAWN CONFIRMED").forEach(line -> {
                    String[] day = line.split(" ");
                    as("xad.reader").queryParam("asOf", day[0]).get(path).then().body("shares.state", contains(day[1], day[2]));
                });
        as("xad.reader").queryParam("asOf", "2026-03-25").get(path).then().body("shares[0].since", equalTo("2026-03-20"));
    }

    @Test
    void nobodySpeaksForAnother() {
        String path = filed(said(SHARES));
        as("xad.editor", 2).body(act("XAD", "")).post(path + "/share-confirmations").then().statusCode(403)
                .body("type", equalTo(PROBLEMS + "not-permitted")).body("detail", containsString("XAD has none"));
        as("xaa.editor", 2).body(act("XAA", "")).post(path + "/share-confirmations").then().statusCode(403);
        as("xab.reader", 2).body(act("XAB", "")).post(path + "/share-confirmations").then().statusCode(403);
        as("xab.editor", 2).body(act("XAC", "")).post(path + "/share-confirmations").then().statusCode(400)
                .body("violations.field", contains("person"));
        as("xab.editor").body(act("XAB", "")).post(path + "/share-confirmations").then().statusCode(428);
        as("xab.editor", 1).body(act("XAB", "")).post(path + "/share-confirmations").then().statusCode(412);
        as("xab.editor", 2).body(act("XAB", "")).post(path + "/share-withdrawals").then().statusCode(400)
                .body("violations.field", contains("reason"));
        as("xab.editor", 2).body("{" + said(SHARES)).put(path).then().statusCode(403);
        String drafted = draft(said(SHARES));
        as("xab.editor", 1).body(act("XAB", "")).post(drafted + "/share-confirmations").then().statusCode(404);
        as("xaa.editor", 2).body(act("XAA", ", \"reason\": \"r\"")).post(path + "/withdrawals").then().statusCode(200);
        as("xab.editor", 3).body(act("XAB", "")).post(path + "/share-confirmations").then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "act-not-allowed"));
    }

    @Test
    void whatIsAmendedIsToBeConfirmedAgain() {
        String path = filed(said(SHARES));
        as("xab.editor", 2).body(act("XAB", "")).post(path + "/share-confirmations").then().statusCode(200);
        as("xac.editor", 3).body(act("XAC", ", \"reason\": \"r\"")).post(path + "/share-withdrawals").then().statusCode(200);
        as("xaa.editor", 4).body("{" + said(", \"text\": \"said more\"" + SHARES)).put(path).then().statusCode(200)
                .body("shares.state", contains("CONFIRMED", "WITHDRAWN"));
        as("xaa.editor", 5).body("{" + said("")).put(path).then().statusCode(400).body("violations.field", contains("shares"))
                .body("violations[0].message", containsString("XAB"));
        as("xaa.editor", 5).body("{" + said(", \"text\": \"said more\"" + SHARES).replace("3000", "4000")).put(path).then()
                .statusCode(200).body("shares.state", contains("AWAITED", "WITHDRAWN")).body("shares[0].since", nullValue());
        as("xab.editor", 6).body(act("XAB", "")).post(path + "/share-confirmations").then().statusCode(200);
        as("xaa.editor", 7).body("{" + said(SHARES).replace("33.3333", "30").replace("3000", "4000")).put(path).then()
                .statusCode(200)
                .body("shares.state", contains("AWAITED", "WITHDRAWN"));
        as("xaa.editor", 8).body("{" + said("").replace("3000", "4000")).put(path).then().statusCode(200)
                .body("shares", nullValue());
    }

    @Test
    void anEnvoysConfirmationHoldsOnceThereAreFullPowers() {
        String path = draft(said(SHARES));
        as("xaa.editor", 1).body(act("XAA", ", \"binding\": \"LEGAL\"")).post(path + "/filings").then().statusCode(200);
        UUID envoy = known.person("XAB", Rank.SPECIAL_ENVOY, Label.national("XAB"));
        as("xab.editor", 2).body("{\"person\": \"%s\", \"doneOn\": \"%s\"}".formatted(envoy, DAY))
                .post(path + "/share-confirmations").then().statusCode(200).body("shares[0].state", equalTo("AWAITED"))
                .body("acts[1].act", equalTo("CONSENT_TO_BE_BOUND")).body("acts[1].person", equalTo(envoy.toString()));
        as("xab.editor", 3).body("{\"person\": \"%s\", \"doneOn\": \"%s\"}".formatted(envoy, DAY))
                .post(path + "/share-confirmations").then().statusCode(200).header("ETag", "\"3\"");
        as("xaa.reader").get(path).then().body("acts[1].person", equalTo(Map.of("undisclosed", "NOT_RELEASED")));
        known.grant(new AuthorityState(UUID.randomUUID(), "XAB", envoy, Ground.FULL_POWERS, null, KindOfAct.CONSENT_TO_BE_BOUND,
                AuthorityState.EVERYTHING, DAY.minusYears(1), null), 1, Label.openToAll());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> as("xac.reader").get(path).then().body("shares.state", contains("CONFIRMED", "AWAITED"))
                        .body("shares[0].since", equalTo(DAY.toString())));
    }

    @Test
    void whoDoesNotSeeHowMuchItIsAnyMoreIsNotAnsweredIt() {
        String path = filed(said(SHARES + ", \"amountsLabel\": {\"release\": \"COALITION\"}"));
        known.memberUntil("XAC", LocalDate.now(ZoneOffset.UTC).minusDays(1));
        try {
            as("xac.reader").get(path).then().statusCode(200).body("quantity.undisclosed", equalTo("NOT_RELEASED"));
            as("xac.editor", 2).body(act("XAC", "")).post(path + "/share-confirmations").then().statusCode(403)
                    .body("detail", containsString("not released to XAC"));
        } finally {
            known.memberUntil("XAC", null);
        }
        as("xac.editor", 2).body(act("XAC", "")).post(path + "/share-confirmations").then().statusCode(200)
                .body("quantity.quantity", equalTo(3000));
    }

    @Test
    void badSharesAreNamed() {
        refused("[{\"party\": \"XAB\", \"percent\": 60}, {\"party\": \"XAC\", \"percent\": 40.0001}]", "shares");
        refused("[{\"party\": \"XAB\", \"percent\": 0}, {\"party\": \"XAC\", \"percent\": 100.5}]", "shares[0].percent",
                "shares[1].percent");
        refused("[{\"party\": \"XAB\", \"percent\": 0.00001}, {\"party\": \"XAB\", \"percent\": 1}]", "shares[0].percent",
                "shares[1].party");
        refused("[{\"party\": \"XAA\", \"percent\": 5}, {\"party\": \"XZZ\", \"percent\": 5}, {\"percent\": 5}, null]",
                "shares[0].party",
                "shares[1].party", "shares[2].party", "shares[3]");
        as("xaa.editor")
                .body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + said("{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}",
                        SHARES))
                .post(COMMITMENTS).then().statusCode(400).body("violations.field", contains("shares[1].party"));
        as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"EARLIER_SUPPORT\", " + said(SHARES)).post(COMMITMENTS).then()
                .statusCode(400).body("violations.field", contains("shares"));
        String path = filed(said(SHARES));
        as("xaa.editor", 2).body("{" + said("{\"release\": \"NATIONAL\"}", SHARES)).put(path).then().statusCode(400)
                .body("violations.field", hasItems("shares[0].party", "shares[1].party"));
    }

    private static void refused(String shares, String... fields) {
        as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + said(", \"shares\": " + shares)).post(COMMITMENTS)
                .then().statusCode(400).body("violations.field", contains(fields));
    }

    @Test
    void aPartyFindsWhatItHasAShareOf() {
        String group = UUID.randomUUID().toString();
        String path = filed(said(SHARES + ", \"group\": \"" + group + "\""));
        filed(said(", \"group\": \"" + group + "\""));
        String id = path.substring(path.lastIndexOf('/') + 1);
        as("xac.reader").get(COMMITMENTS + "?limit=500&jointWith=XAC").then().body("items.id", hasItems(id))
                .body("items.findAll { it.group == '" + group + "' }.id", contains(id));
        as("xac.reader").get(COMMITMENTS + "?limit=500&jointWith=XAD").then().body("items", empty());
    }

    @Test
    void anImportKeepsTheSharesAndHasWhatItAmendsConfirmedAgain() {
        String path = filed(said(SHARES));
        as("xab.editor", 2).body(act("XAB", "")).post(path + "/share-confirmations").then().statusCode(200);
        String header = "id,party,basis,kind,title,quantity,unit,label\n";
        String row = path.substring(path.lastIndexOf('/') + 1) + ",XAA,GUARANTEE,FORCE_CONTRIBUTION,%s,%s,soldiers,PUBLIC\n";
        imported(header + row.formatted("Named anew", "3000"));
        as("xab.reader").get(path).then().body("title", equalTo("Named anew")).body("shares.state",
                contains("CONFIRMED", "AWAITED"));
        imported(header + row.formatted("Named anew", "2000"));
        as("xab.reader").get(path).then().body("quantity.quantity", equalTo(2000))
                .body("shares.state", contains("AWAITED", "AWAITED"))
                .body("shares.party", contains("XAB", "XAC")).body("shares[0].since", nullValue());
    }

    private static void imported(String csv) {
        String job = RestAssured.given().auth().oauth2(TestParts.token("xaa.editor")).contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString()).queryParam("mapping", "surety").body(csv.getBytes(UTF_8))
                .post("/api/v1/imports").then().statusCode(202).extract().header("Location");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as("xaa.editor").get(job.substring(job.indexOf("/api/"))).then()
                .body("state", equalTo("DONE")));
    }
}
