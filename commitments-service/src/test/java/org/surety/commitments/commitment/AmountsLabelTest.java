package org.surety.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Known.act;
import static org.surety.commitments.Rest.as;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.surety.contracts.EventSchemas;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The coalition sees a commitment of XAA, and XAB alone how much it is. */
@QuarkusTest
@RealParts
class AmountsLabelTest {

    private static final String COMMITMENTS = "/api/v1/commitments";
    private static final String APART = ", \"amountsLabel\": {\"release\": \"NAMED\", \"parties\": [\"XAB\"]}";
    private static final Map<String, String> HIDDEN = Map.of("undisclosed", "NOT_RELEASED");

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB", "XAC");
    }

    private static String said(UUID requirement, int quantity, String more) {
        return """
                "kind": "FORCE_CONTRIBUTION", "title": "A promise", "priority": "MULTINATIONAL_FORCE",
                 "quantity": {"quantity": %1$d, "unit": "soldiers"}, "money": {"amount": "%1$d.50", "currency": "PLN"},
                 "euroValue": {"amount": "%1$d.25", "currency": "EUR"}, "group": "%2$s",
                 "contributions": [{"requirement": "%3$s", "quantity": %1$d}], "label": {"release": "COALITION"}%4$s}"""
                .formatted(quantity, requirement, requirement, more);
    }

    private static String filed(String said) {
        String path = COMMITMENTS + "/" + as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + said)
                .post(COMMITMENTS).then().statusCode(201).extract().path("id");
        as("xaa.editor", 1).body(act("XAA", "")).post(path + "/filings").then().statusCode(200);
        return path;
    }

    @Test
    void whoSeesTheCommitmentAloneLearnsThatThereAreAmounts() {
        UUID requirement = known.requirement("soldiers");
        String path = filed(said(requirement, 10, APART));
        for (String party : List.of("xaa", "xab")) {
            as(party + ".reader").get(path).then().body("quantity.quantity", equalTo(10)).body("money.amount", equalTo("10.50"))
                    .body("euroValue.amount", equalTo("10.25")).body("contributions[0].quantity", equalTo(10))
                    .body("amountsLabel.parties", contains("XAB")).header("ETag", "\"2\"");
        }
        as("xac.reader").get(path).then().statusCode(200)
                .body("quantity", equalTo(Map.of("undisclosed", "NOT_RELEASED", "unit", "soldiers")))
                .body("money", equalTo(Map.of("undisclosed", "NOT_RELEASED", "currency", "PLN")))
                .body("euroValue", equalTo(HIDDEN)).body("contributions[0].requirement", equalTo(requirement.toString()))
                .body("contributions[0].undisclosed", equalTo("NOT_RELEASED")).body("contributions[0].quantity", nullValue())
                .body("title", equalTo("A promise")).header("ETag", not("\"2\""));
        String state = rows.of("select state::text from change where subject = ? and not withheld",
                path.substring(path.lastIndexOf('/') + 1)).get(0);
        assertThat(EventSchemas.strict().faultsOfData("org.surety.commitment.filed.v1", state)).isEmpty();
        assertThat(Sample.json(state).path("amountsLabel").asText()).isEqualTo("NAMED|EXERCISE|XAA|XAB");
    }

    /** Non-interference: what differs in hidden amounts alone, or in whether they are known, is the same to who does not see them. */
    @Test
    void nothingThatIsAnsweredDependsOnAmountsThatAreNotReleased() {
        UUID requirement = known.requirement("soldiers");
        List<String> paths = List.of(filed(said(requirement, 10, APART)), filed(said(requirement, 99, APART)), filed(
                said(requirement, 10, APART).replace("{\"quantity\": 10, \"unit\"", "{\"undisclosed\": \"UNKNOWN\", \"unit\"")));
        List<String> answers = new ArrayList<>();
        for (String path : paths) {
            for (String question : List.of("", "?asOf=2126-01-01", "/quality", "/standing", "/history")) {
                answers.add(question + " " + told(path, question));
            }
        }
        assertThat(answers.subList(0, 5)).isEqualTo(answers.subList(5, 10)).isEqualTo(answers.subList(10, 15));
    }

    /** The same of how often hidden amounts were changed. */
    @Test
    void thatHiddenAmountsWereChangedIsNotTold() {
        UUID requirement = known.requirement("soldiers");
        List<String> paths = List.of(filed(said(requirement, 10, APART)), filed(said(requirement, 10, APART)));
        long version = 2;
        for (int amount : List.of(11, 12)) {
            as("xaa.editor", version++).body("{" + said(requirement, amount, APART)).put(paths.get(1)).then().statusCode(200);
        }
        for (String path : paths) {
            as("xaa.editor", version).body("{" + said(requirement, 12, APART).replace("A promise", "A better promise")).put(path)
                    .then().statusCode(path.equals(paths.get(0)) ? 412 : 200);
            as("xaa.editor", 2).body("{" + said(requirement, 12, APART).replace("A promise", "A better promise")).put(path).then()
                    .statusCode(path.equals(paths.get(0)) ? 200 : 412);
        }
        List<String> answers = new ArrayList<>();
        for (String path : paths) {
            for (String question : List.of("", "?asOf=2126-01-01", "/quality", "/standing", "/history", "/history?limit=2")) {
                answers.add(question + " " + told(path, question));
            }
        }
        assertThat(answers.subList(0, 6)).isEqualTo(answers.subList(6, 12));
        as("xac.reader").get(paths.get(1) + "/history").then().body("items.changed", contains(List.of(), List.of("title")))
                .body("items.version", everyItem(nullValue()));
        as("xab.reader").get(paths.get(1) + "/history").then().body("items.version", contains(2, 3, 4, 5));
    }

    private static String told(String path, String question) {
        return as("xac.reader").get(path + question).then().statusCode(200).extract().asString()
                .replace(path.substring(path.lastIndexOf('/') + 1), "id").replaceAll("\"[0-9-]+T[0-9:.]+Z\"", "\"at\"")
                .replaceAll("\"[0-9a-f-]{36}\"", "\"id\"").replaceAll("\"next\":\"[^\"]+\"", "\"next\"");
    }

    @Test
    void listsTotalsAndThePastTellNoMore() {
        UUID requirement = known.requirement("soldiers");
        String path = filed(said(requirement, 10, ""));
        Instant open = Instant.parse(as("xaa.reader").get(path + "/history").then().extract().path("items[-1].recordedAt"));
        as("xaa.editor", 2).body("{" + said(requirement, 12, APART)).put(path).then().statusCode(200)
                .body("amountsLabel.release", equalTo("NAMED"));
        String listed = COMMITMENTS + "?requirement=" + requirement;
        as("xac.reader").get(listed).then().body("items.quantity.undisclosed", contains("NOT_RELEASED"));
        as("xab.reader").get(listed).then().body("items.quantity.quantity", contains(12));
        String totals = COMMITMENTS + "/totals?series=EXERCISE&groupBy=GROUP&requirement=" + requirement;
        totals(as("xac.reader").get(totals), "0", 1);
        totals(as("xab.reader").get(totals), "12.25", 0);

        as("xac.reader").queryParam("knownAt", open.toString()).get(path).then().statusCode(200)
                .body("quantity.undisclosed", equalTo("NOT_RELEASED"));
        as("xab.reader").queryParam("knownAt", open.toString()).get(path).then().body("quantity.quantity", equalTo(10));
        as("xaa.editor", 3).body("{" + said(requirement, 12, "")).put(path).then().statusCode(200)
                .body("amountsLabel", nullValue());
        as("xac.reader").get(path).then().body("quantity.quantity", equalTo(12));
        Instant apart = Instant.parse(as("xaa.reader").get(path + "/history").then()
                .body("items.changed", hasItem(hasItem("amountsLabel"))).extract().path("items[-2].recordedAt"));
        as("xac.reader").queryParam("knownAt", apart.toString()).get(path).then()
                .body("quantity.undisclosed", equalTo("NOT_RELEASED"));
    }

    private static void totals(Response answer, String euro, int undisclosed) {
        answer.then().statusCode(200).body("items.count", contains(1)).body("items.euroUndisclosed", contains(undisclosed))
                .body("items.moneyUndisclosed", contains(undisclosed));
        assertThat(new BigDecimal(answer.<String>path("items[0].euro"))).isEqualByComparingTo(euro);
    }

    @Test
    void deliveriesTellNoMoreAndGoToWhoSeesHowMuch() {
        UUID requirement = known.requirement("soldiers");
        String path = filed(said(requirement, 10, APART));
        String delivery = "{\"recipient\": \"%s\", \"stage\": \"HANDED_OVER\", \"day\": \"2026-03-01\", "
                + "\"quantity\": {\"quantity\": 8, \"unit\": \"soldiers\"}}";
        as("xaa.editor").body(delivery.formatted("XAC")).post(path + "/deliveries").then().statusCode(400)
                .body("violations.field", contains("recipient"));
        String of = "/api/v1/deliveries/" + as("xaa.editor").body(delivery.formatted("XAB")).post(path + "/deliveries").then()
                .statusCode(201).extract().path("id");
        as("xab.editor", 1).body(act("XAB", ", \"day\": \"2026-03-02\", \"quantity\": {\"quantity\": 7, \"unit\": \"soldiers\"}"))
                .post(of + "/confirmations").then().statusCode(200);
        as("xab.reader").get(of).then().body("quantity.quantity", equalTo(8))
                .body("confirmation.recipient.quantity.quantity", equalTo(7)).header("ETag", "\"2\"");
        as("xac.reader").get(of).then().body("quantity.undisclosed", equalTo("NOT_RELEASED"))
                .body("confirmation.giver.quantity.undisclosed", equalTo("NOT_RELEASED"))
                .body("confirmation.recipient.quantity.undisclosed", equalTo("NOT_RELEASED")).header("ETag", not("\"2\""));
        as("xac.reader").get(path + "/deliveries").then().body("items.quantity.undisclosed", everyItem(is("NOT_RELEASED")));
        as("xac.reader").get(path).then().body("delivery.delivered.quantity", nullValue())
                .body("delivery.delivered.undisclosed", equalTo(1)).body("delivery.contested", equalTo(0));
        as("xab.reader").get(path).then().body("delivery.delivered.quantity.quantity", equalTo(8))
                .body("delivery.contested", equalTo(1));
        as("xaa.editor", 2).body("{" + said(requirement, 10, APART.replace("XAB", "XAC"))).put(path).then().statusCode(400)
                .body("violations.field", contains("amountsLabel"));
    }

    @Test
    void aRecipientThatDoesNotSeeHowMuchAnyMoreConfirmsNothing() {
        String path = filed(said(known.requirement("soldiers"), 10, ", \"amountsLabel\": {\"release\": \"COALITION\"}")
                .replace("\"label\": {\"release\": \"COALITION\"}", "\"label\": {\"release\": \"PUBLIC\"}"));
        String of = "/api/v1/deliveries/" + as("xaa.editor")
                .body("""
                        {"recipient": "XAC", "stage": "HANDED_OVER", "day": "2026-03-01", "quantity": {"quantity": 8, "unit": "soldiers"}}""")
                .post(path + "/deliveries").then().statusCode(201).extract().path("id");
        String receipt = act("XAC", ", \"day\": \"2026-03-02\", \"quantity\": {\"quantity\": 8, \"unit\": \"soldiers\"}");
        known.memberUntil("XAC", LocalDate.now(ZoneOffset.UTC).minusDays(1));
        try {
            as("xac.reader").get(of).then().statusCode(200).body("quantity.undisclosed", equalTo("NOT_RELEASED"));
            as("xac.editor", 1).body(receipt).post(of + "/confirmations").then().statusCode(403);
        } finally {
            known.memberUntil("XAC", null);
        }
        as("xac.editor", 1).body(receipt).post(of + "/confirmations").then().statusCode(200).body("quantity.quantity", equalTo(8));
    }

    @Test
    void amountsAreNotReleasedWiderThanTheCommitment() {
        UUID requirement = known.requirement("soldiers");
        String wide = said(requirement, 10, ", \"amountsLabel\": {\"release\": \"PUBLIC\"}");
        as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + wide).post(COMMITMENTS).then().statusCode(400)
                .body("violations.field", contains("amountsLabel"));
        as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + said(requirement, 10,
                ", \"amountsLabel\": {\"release\": \"NAMED\"}")).post(COMMITMENTS).then().statusCode(400)
                .body("violations.field", contains("amountsLabel.parties"));
        String same = filed(said(requirement, 10, ", \"amountsLabel\": {\"release\": \"COALITION\"}"));
        as("xac.reader").get(same).then().body("amountsLabel", nullValue()).body("quantity.quantity", equalTo(10));
    }
}
