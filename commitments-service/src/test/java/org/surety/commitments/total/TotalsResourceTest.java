package org.surety.commitments.total;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Rest.as;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@RealParts
class TotalsResourceTest {

    private static final String TOTALS = "/api/v1/commitments/totals?party=XAE&groupBy=KIND";
    private static final String PROBLEMS = "https://surety.example/problems/";

    @Inject
    Known known;

    @BeforeEach
    void parties() {
        known.parties("XAE", "XAB");
    }

    private static void filed(String title, String values, String release) {
        String id = as("xae.editor")
                .body("""
                        {"party": "XAE", "basis": "GUARANTEE", "kind": "FINANCIAL_ASSISTANCE", "title": "%s", %s, "label": {"release": "%s"}}"""
                        .formatted(title, values, release))
                .post("/api/v1/commitments").then().statusCode(201).extract().path("id");
        as("xae.editor", 1).body(Known.act("XAE", ", \"binding\": \"POLITICAL\"")).post("/api/v1/commitments/" + id + "/filings")
                .then()
                .statusCode(200);
    }

    private static String worth(String money, String currency, String euro) {
        return """
                "money": {"amount": "%s", "currency": "%s"}, "euroValue": {"amount": "%s", "currency": "EUR"}""".formatted(money,
                currency,
                euro);
    }

    private static String at(String perEuro, String day) {
        return """
                , "particulars": {"rate": {"perEuro": "%s", "on": "%s", "source": "exercise bank"}}""".formatted(perEuro, day);
    }

    private static ValidatableResponse totals(String user, String more) {
        return as(user).get(TOTALS + more).then();
    }

    @Test
    void aChosenCurrencyIsThatOfTheRecordsAndElseConvertedAtTheNewestRateTheyState() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        filed("Newer " + word, worth("400", "FJD", "160") + at("2.5", "2026-03-10"), "COALITION");
        filed("Older " + word, worth("100", "FJD", "50") + at("2", "2026-02-01"), "COALITION");
        filed("Hidden " + word, worth("30", "FJD", "10") + at("3", "2026-03-11"), "NATIONAL");
        filed("Dollars " + word, worth("30", "USD", "25"), "COALITION");
        filed("In euro alone " + word, """
                "money": {"currency": "FJD", "undisclosed": "WITHHELD"}, "euroValue": {"amount": "10", "currency": "EUR"}""",
                "COALITION");
        filed("Crews " + word, "\"quantity\": {\"quantity\": 4, \"unit\": \"crews\"}", "COALITION");

        totals("xab.reader", "&currency=FJD&text=" + word).statusCode(200).body("rate.origin", equalTo("STATED"))
                .body("rate.perEuro", equalTo("2.5")).body("rate.on", equalTo("2026-03-10"))
                .body("rate.source", equalTo("exercise bank")).body("items.inCurrency.currency", contains("FJD"))
                // 400 and 100 as recorded; 25 and 10 euro at 2.5.
                .body("items.inCurrency.amount.collect { it as BigDecimal } == [587.5]", equalTo(true))
                .body("items.inCurrency.recorded", contains(2)).body("items.inCurrency.converted", contains(2))
                .body("items.inCurrency.without", contains(1)).body("gdp", nullValue());
        totals("xae.reader", "&currency=FJD&text=" + word).body("rate.perEuro", equalTo("3"))
                .body("items.inCurrency.amount.collect { it as BigDecimal } == [635]", equalTo(true));
        totals("xab.reader", "&currency=EUR&text=" + word).body("rate.perEuro", equalTo("1")).body("rate", not(hasKey("origin")))
                .body("items.inCurrency.amount.collect { it as BigDecimal } == [245]", equalTo(true));
        totals("xab.reader", "&text=" + word).body("rate", nullValue()).body("items[0]", not(hasKey("inCurrency")));
    }

    @Test
    void withoutAStatedRateTheMeanOfWhatIsRecordedInBothCounts() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        filed("One " + word, worth("600", "BWP", "60"), "COALITION");
        filed("Two " + word, worth("200", "BWP", "10"), "COALITION");
        filed("Dollars " + word, worth("30", "USD", "7"), "COALITION");
        totals("xab.reader", "&currency=BWP&text=" + word).statusCode(200).body("rate.origin", equalTo("MEAN"))
                .body("rate.perEuro", equalTo("11.42857")).body("rate.commitments", equalTo(2)).body("rate", not(hasKey("on")))
                .body("items.inCurrency.amount.collect { it as BigDecimal } == [880]", equalTo(true));
    }

    @Test
    void whatCannotBeToldIsAProblem() {
        totals("xab.reader", "&currency=TOP").statusCode(409).body("type", equalTo(PROBLEMS + "no-rate-recorded"))
                .body("detail", containsString("TOP"));
        totals("xab.reader", "&currency=GOLD").statusCode(400).body("violations[0].field", equalTo("currency"));
        totals("xab.reader", "&shareOfGdp=true").statusCode(400).body("violations[0].field", equalTo("shareOfGdp"));
        as("xab.reader").get("/api/v1/commitments/totals?party=XAE&shareOfGdp=true").then().statusCode(200)
                .body("gdp.year", equalTo(2021)).body("items[0]", not(hasKey("shareOfGdp")));
    }
}
