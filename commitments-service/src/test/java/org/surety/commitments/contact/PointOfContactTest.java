package org.surety.commitments.contact;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Rest.as;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.Ground;
import org.surety.contracts.Office;
import org.surety.contracts.PersonState;
import org.surety.contracts.Rank;
import org.surety.kit.label.Label;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Whom to ask about a commitment, and whether that person is still there. */
@QuarkusTest
@RealParts
class PointOfContactTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    Known known;

    private UUID person;

    @BeforeEach
    void person() {
        known.parties("XAA", "XAB");
        person = known.person("XAA", Rank.SENIOR_OFFICIAL, Label.openToAll());
    }

    private static String body(Object contact) {
        return """
                {"party": "XAA", "basis": "GUARANTEE", "kind": "TRAINING", "title": "Courses", "pointOfContact": "%s",
                 "quantity": {"undisclosed": "UNKNOWN"}, "label": {"release": "PUBLIC"}}""".formatted(contact);
    }

    private String filed() {
        String id = as("xaa.editor").body(body(person)).post("/api/v1/commitments").then().statusCode(201)
                .body("pointOfContact", equalTo(person.toString())).extract().path("id");
        as("xaa.editor", 1).body(Known.act("XAA", "")).post("/api/v1/commitments/" + id + "/filings").then().statusCode(200);
        return id;
    }

    private static ValidatableResponse status(String commitment, String status, LocalDate since) {
        String one = "items.findAll { it.commitment == '" + commitment + "' }";
        return as("xaa.reader").get("/api/v1/points-of-contact?party=XAA&limit=500").then().statusCode(200)
                .body(one + ".status", contains(status))
                .body(one + ".since", since == null ? contains(nullValue()) : contains(since.toString()));
    }

    @Test
    void whoLeavesTheLastDelegationIsToBeRenewed() {
        String id = filed();
        status(id, "CURRENT", null);
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        known.delegation(one, "XAA", 1, Label.openToAll(), person);
        known.delegation(other, "XAA", 1, Label.openToAll(), person);
        known.delegation(one, "XAA", 2, Label.openToAll());
        status(id, "CURRENT", null);
        known.delegation(other, "XAA", 2, Label.openToAll());
        status(id, "TO_BE_RENEWED", TODAY);
        known.delegation(other, "XAA", 3, Label.openToAll(), person);
        status(id, "CURRENT", null);
    }

    @Test
    void whoHoldsAnOfficeIsThereAndWhoseLastOfficeEndedIsNot() {
        String id = filed();
        UUID delegation = UUID.randomUUID();
        known.delegation(delegation, "XAA", 1, Label.openToAll(), person);
        known.delegation(delegation, "XAA", 2, Label.openToAll());
        AuthorityState office = new AuthorityState(UUID.randomUUID(), "XAA", person, Ground.OFFICE, Office.FOREIGN_MINISTER, null,
                AuthorityState.EVERYTHING, TODAY.minusYears(1), TODAY);
        known.grant(office, 1, Label.openToAll());
        status(id, "CURRENT", null);
        String other = filed();
        person = known.person("XAA", Rank.MINISTER, Label.openToAll());
        String third = filed();
        known.grant(new AuthorityState(UUID.randomUUID(), "XAA", person, Ground.OFFICE, Office.FOREIGN_MINISTER, null,
                AuthorityState.EVERYTHING, TODAY.minusYears(1), TODAY.minusDays(3)), 1, Label.openToAll());
        status(other, "CURRENT", null);
        status(third, "TO_BE_RENEWED", TODAY.minusDays(2));
    }

    @Test
    void whoWasErasedIsToBeRenewed() {
        String id = filed();
        known.person(new PersonState(person, "XAA", Rank.OTHER, TODAY.minusDays(1)), 2, Label.openToAll());
        status(id, "TO_BE_RENEWED", TODAY.minusDays(1));
        as("xaa.reader").get("/api/v1/points-of-contact?party=XAA&status=TO_BE_RENEWED&limit=500").then()
                .body("items.commitment", hasItem(id));
        as("xaa.reader").get("/api/v1/points-of-contact?party=XAA&status=CURRENT&limit=500").then()
                .body("items.commitment", not(hasItem(id)));
        as("xaa.reader").get("/api/v1/points-of-contact?party=XAB&limit=500").then().body("items.commitment", not(hasItem(id)));
    }

    @Test
    void aPersonWhoIsNotReleasedIsNotShown() {
        person = known.person("XAA", Rank.OTHER, Label.national("XAA"));
        String id = filed();
        as("xab.reader").get("/api/v1/points-of-contact?limit=500").then().statusCode(200).body("items.commitment",
                not(hasItem(id)));
        as("xab.reader").get("/api/v1/commitments/" + id).then().body("pointOfContact.undisclosed", equalTo("NOT_RELEASED"));
        as("xaa.reader").get("/api/v1/points-of-contact?limit=500").then().statusCode(200).body("items.commitment", hasItem(id));
    }

    @Test
    void theyComeInPages() {
        List<String> ids = List.of(filed(), filed(), filed());
        person = UUID.randomUUID();
        String cursor = null;
        List<String> seen = new java.util.ArrayList<>();
        do {
            var page = as("xaa.reader")
                    .get("/api/v1/points-of-contact?party=XAA&limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.commitment", String.class));
            cursor = page.getString("next");
        } while (cursor != null);
        org.assertj.core.api.Assertions.assertThat(seen).containsSubsequence(ids).doesNotHaveDuplicates();
    }

    @Test
    void badRequestsNameTheField() {
        as("xaa.editor").body(body(UUID.randomUUID())).post("/api/v1/commitments").then().statusCode(400)
                .body("violations[0].field", equalTo("pointOfContact"))
                .body("violations[0].message", containsString("is not known here"));
        UUID other = known.person("XAB", Rank.MINISTER, Label.openToAll());
        as("xaa.editor").body(body(other)).post("/api/v1/commitments").then().statusCode(400)
                .body("violations[0].field", equalTo("pointOfContact"));
        as("xaa.reader").get("/api/v1/points-of-contact?status=GONE").then().statusCode(400)
                .body("violations[0].field", equalTo("status"));
        as("auditor").get("/api/v1/points-of-contact").then().statusCode(403);
    }
}
