package org.surety.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.surety.commitments.Rest.as;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

@QuarkusTest
@RealParts
class CommitmentFilterTest {

    private static final String LIST = "/api/v1/commitments?party=XAE&limit=500";

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAE", "XAB");
    }

    private static String filed(String title, String binding, String more) {
        String id = as("xae.editor")
                .body("""
                        {"party": "XAE", "basis": "GUARANTEE", "kind": "TRAINING", "title": "%s", "quantity": {"quantity": 4, "unit": "crews"},
                         "label": {"release": "COALITION"} %s}"""
                        .formatted(title, more))
                .post("/api/v1/commitments").then().statusCode(201)
                .extract().path("id");
        as("xae.editor", 1).body(Known.act("XAE", ", \"binding\": \"" + binding + "\""))
                .post("/api/v1/commitments/" + id + "/filings")
                .then().statusCode(200);
        return id;
    }

    private static String approval(String... steps) {
        String id = as("xae.editor").body("""
                {"party": "XAE", "title": "Crews", "body": "Parliament", "bodyOf": "XAE", "kind": "DEPLOYMENT", "effect": "PRIOR",
                 "revocable": true, "grantedForMonths": 6, "legalBasis": [{"text": "s"}], "label": {"release": "COALITION"}}""")
                .post("/api/v1/approvals").then().statusCode(201).extract().path("id");
        for (int i = 0; i < steps.length; i++) {
            as("xae.editor", i + 1).body("{\"source\": \"s\", " + steps[i] + "}").post("/api/v1/approvals/" + id + "/steps").then()
                    .statusCode(200);
        }
        return id;
    }

    private static List<String> listed(String more) {
        return as("xab.reader").get(LIST + more).then().statusCode(200).extract().path("items.id");
    }

    @Test
    void byBindingPeriodAndText() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        String spring = filed("Crews 100% " + word.toUpperCase(), "LEGAL",
                ", \"period\": {\"from\": \"2026-03-01\", \"until\": \"2026-05-31\"}");
        String summer = filed("Others", "POLITICAL",
                ", \"text\": \"for " + word + " 1000\", \"period\": {\"from\": \"2026-06-01\"}");
        assertThat(listed("&text=" + word)).containsExactly(spring, summer);
        as("xab.reader").queryParam("text", "100% " + word).get(LIST).then().body("items.id", contains(spring));
        as("xab.reader").queryParam("text", "1_0% " + word).get(LIST).then().body("items", empty());
        assertThat(listed("&text=" + word + "&binding=LEGAL")).containsExactly(spring);
        assertThat(listed("&text=" + word + "&from=2026-05-31")).containsExactly(spring, summer);
        assertThat(listed("&text=" + word + "&from=2026-06-01")).containsExactly(summer);
        assertThat(listed("&text=" + word + "&until=2026-05-31")).containsExactly(spring);
        assertThat(listed("&text=" + word + "&until=2026-02-28")).isEmpty();
        as("xab.reader").get("/api/v1/commitments/totals?party=XAE&text=" + word).then().statusCode(200)
                .body("items.count", contains(2));
    }

    @Test
    void byWhereTheyStandAsToTheirApprovalsAsEachOfThemSays() {
        List<String> ids = new ArrayList<>();
        ids.add(filed("None", "POLITICAL", ""));
        String granted = approval("\"kind\": \"GRANTED\"");
        String refused = approval("\"kind\": \"REFUSED\"");
        String open = approval();
        String needs = ", \"approvals\": [%s]";
        ids.add(filed("Granted", "POLITICAL", needs.formatted('"' + granted + '"')));
        ids.add(filed("Refused", "POLITICAL", needs.formatted('"' + granted + "\", \"" + refused + '"')));
        ids.add(filed("Open", "POLITICAL", needs.formatted('"' + open + "\", \"" + granted + '"')));
        for (String asked : List.of("NONE_NAMED", "FREE", "BLOCKED", "REFUSED")) {
            List<String> listed = listed("&approvalStatus=" + asked);
            for (String id : ids) {
                String status = as("xab.reader").get("/api/v1/commitments/" + id + "/approvals").then().extract().path("status");
                assertThat(listed.contains(id)).as(id + " is " + status + ", asked for " + asked).isEqualTo(status.equals(asked));
            }
        }
        // Filed on the day of the test: a later day is in the list of its own.
        String later = LocalDate.now(ZoneOffset.UTC).plusYears(1).toString();
        assertThat(listed("&approvalStatus=BLOCKED&asOf=" + later)).as("the grant has expired").contains(ids.get(1), ids.get(3));
        assertThat(listed("&approvalStatus=REFUSED")).contains(ids.get(2)).doesNotContain(ids.get(0), ids.get(1), ids.get(3));
        assertThat(listed("&approvalStatus=BLOCKED")).contains(ids.get(3)).doesNotContain(ids.get(2));
        assertThat(listed("&approvalStatus=NONE_NAMED")).contains(ids.get(0)).doesNotContain(ids.get(1));
    }

    @Test
    void particularsAreSaidShownAndPublished() {
        UUID one = known.requirement("crews");
        UUID other = known.requirement("crews");
        String particulars = """
                {"leadNation": true, "capabilityCoalition": "Air defence", "overlap": "The crews serve both.",
                 "rate": {"perEuro": "4.25", "on": "2026-03-10", "source": "exercise bank"}, "quantityBasis": "STATED",
                 "moneyBasis": "STATED", "euroBasis": "COMPUTED"}""";
        String id = filed("Crews with particulars", "POLITICAL",
                """
                        , "priority": "MULTINATIONAL_FORCE", "contributions": [{"requirement": "%s", "quantity": 3}, {"requirement": "%s", "quantity": 4}],
                        "money": {"amount": "4250", "currency": "PLN"}, "euroValue": {"amount": "1000", "currency": "EUR"}, "particulars": %s"""
                        .formatted(one, other, particulars));
        as("xab.reader").get("/api/v1/commitments/" + id).then().statusCode(200).body("particulars.leadNation", equalTo(true))
                .body("particulars.rate.perEuro", equalTo("4.25")).body("particulars.euroBasis", equalTo("COMPUTED"));
        String state = rows.of("select state::text from change where subject = ? and not withheld", id).get(0);
        assertThat(EventSchemas.strict().faultsOfData("org.surety.commitment.filed.v1", state)).isEmpty();
        assertThat(Sample.shape(Sample.json(state).get("particulars")))
                .isEqualTo(Sample.shape(Sample.file("commitment.amended.v1.particulars").get("data").get("particulars")));
    }

    @Test
    void badRequestsNameFieldAndRule() {
        as("xab.reader").get(LIST + "&text=a").then().statusCode(400).body("violations[0].field", equalTo("text"))
                .body("violations[0].message", containsString("2 to 100"));
        as("xab.reader").get(LIST + "&from=2026-02-02&until=2026-02-01").then().statusCode(400)
                .body("violations[0].field", equalTo("until"));
        as("xab.reader").get(LIST + "&approvalStatus=MAYBE").then().statusCode(400).body("violations[0].field",
                equalTo("approvalStatus"));
        as("xab.reader").get("/api/v1/commitments/totals?text=a").then().statusCode(400).body("violations[0].field",
                equalTo("text"));
    }
}
