package org.surety.commitments.commitment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.surety.commitments.Known.act;
import static org.surety.commitments.Rest.as;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;

import io.quarkus.test.junit.QuarkusTest;

/** XAA releases a commitment to XAG, which is no member and does not see what it names of the coalition. */
@QuarkusTest
@RealParts
class HiddenReferencesTest {

    private static final String COMMITMENTS = "/api/v1/commitments";
    private static final String TO_XAG = "{\"release\": \"NAMED\", \"parties\": [\"XAG\"]}";

    @Inject
    Known known;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB");
    }

    private static String filed(String more) {
        String id = as("xaa.editor")
                .body("""
                        {"party": "XAA", "basis": "GUARANTEE", "kind": "FORCE_CONTRIBUTION", "title": "A brigade", "priority": "MULTINATIONAL_FORCE",
                         "quantity": {"quantity": 10, "unit": "soldiers"}, "label": %s, %s}"""
                        .formatted(TO_XAG, more))
                .post(COMMITMENTS).then()
                .statusCode(201).extract().path("id");
        as("xaa.editor", 1).body(act("XAA", "")).post(COMMITMENTS + "/" + id + "/filings").then().statusCode(200);
        return id;
    }

    @Test
    void aRequirementThatIsNotReleasedIsNeitherNamedNorFoundBy() {
        UUID requirement = known.requirement(Series.EXERCISE, PriorityCode.MULTINATIONAL_FORCE, "soldiers", false,
                Label.of(Release.COALITION, Series.EXERCISE, null, List.of()), Kind.FORCE_CONTRIBUTION);
        String id = filed("\"contributions\": [{\"requirement\": \"%s\", \"quantity\": 7}]".formatted(requirement));
        as("xag.reader").get(COMMITMENTS + "/" + id).then().statusCode(200)
                .body("contributions[0].requirement.undisclosed", equalTo("NOT_RELEASED"))
                .body("contributions[0].quantity", equalTo(7))
                .header("ETag", not(equalTo("\"2\"")));
        as("xaa.reader").get(COMMITMENTS + "/" + id).then().body("contributions.requirement", contains(requirement.toString()))
                .header("ETag", "\"2\"");
        as("xag.reader").get(COMMITMENTS + "?requirement=" + requirement).then().statusCode(200).body("items", empty());
        as("xaa.reader").get(COMMITMENTS + "?requirement=" + requirement).then().body("items.id", contains(id));
        as("xag.reader").get(COMMITMENTS + "/totals?series=EXERCISE&groupBy=PARTY&requirement=" + requirement).then()
                .body("items", empty());
        as("xag.reader").get(COMMITMENTS + "/export?series=EXERCISE&format=NDJSON").then().statusCode(200).body(containsString(id))
                .body(containsString("UNDISCLOSED:NOT_RELEASED=7")).body(not(containsString(requirement.toString())));
    }

    @Test
    void anApprovalThatIsNotReleasedFindsNothing() {
        String approval = as("xaa.editor")
                .body("""
                        {"party": "XAA", "title": "Deployment", "body": "Assembly", "bodyOf": "XAA", "kind": "DEPLOYMENT", "effect": "PRIOR",
                         "legalBasis": [{"text": "exercise law 1"}], "label": {"release": "COALITION"}}""")
                .post("/api/v1/approvals").then()
                .statusCode(201).extract().path("id");
        String id = filed("\"approvals\": [\"" + approval + "\"]");
        as("xag.reader").get(COMMITMENTS + "/" + id).then().statusCode(200);
        as("xag.reader").get(COMMITMENTS + "?approval=" + approval).then().statusCode(200).body("items", empty());
        as("xaa.reader").get(COMMITMENTS + "?approval=" + approval).then().body("items.id", contains(id));
    }
}
