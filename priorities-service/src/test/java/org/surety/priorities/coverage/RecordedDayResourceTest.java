package org.surety.priorities.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.kit.label.Label;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.commitment.SampleCommitment;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class RecordedDayResourceTest {

    private static final String PATH = "/api/v1/coverage/recorded-days";
    private static final String PLEDGED = "requirements[0].days.pledged.quantity";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    DatabaseOfTest outside;

    @Inject
    Known known;

    private UUID land;

    @BeforeEach
    void aRequirementOfTenDaysAgo() {
        outside.clear();
        land = stated(soldiers());
        outside.recordedEarlier(land.toString(), 10);
    }

    private Instant daysAgo(int days) {
        return Instant.now().minus(days, ChronoUnit.DAYS);
    }

    private void bring(int daysAgo, SampleCommitment... samples) {
        known.recordedAt(daysAgo(daysAgo), () -> known.commitments(samples));
    }

    private static RequestSpecification exercise(String user) {
        return As.user(user).queryParam("series", "EXERCISE");
    }

    @Test
    void eachDayIsAsItWasKnownAtItsEnd() {
        known.members("XAA", "XAB");
        SampleCommitment promise = SampleCommitment.of("XAA").contributing(land, "300");
        SampleCommitment hidden = SampleCommitment.of("XAB").contributing(land, "7").released(Label.national("XAB"));
        bring(5, promise, hidden);
        bring(3, promise.contributing(land, "400"));
        bring(1, promise.contributing(land, "400").withdrawn());
        known.commitments(SampleCommitment.of("XAB"));

        exercise("xaa.reader").queryParam("days", 8).get(PATH).then().statusCode(200)
                .body("note", containsString("exercise")).body("from", equalTo(today.minusDays(7).toString()))
                .body("until", equalTo(today.toString())).body("requirements", hasSize(1))
                .body("requirements[0].days.day[0]", equalTo(today.minusDays(7).toString()))
                .body(PLEDGED, equalTo(List.of(0, 0, 300, 300, 400, 400, 0, 0)))
                .body("requirements[0].days.needed[0]", equalTo(1000));
        exercise("xab.reader").queryParam("days", 3).queryParam("until", today.minusDays(3).toString()).get(PATH).then()
                .statusCode(200).body(PLEDGED, equalTo(List.of(307, 307, 407)));
        String file = exercise("xaa.reader").queryParam("days", 8).accept("text/csv").get(PATH).then().statusCode(200).extract()
                .asString();
        assertThat(file.lines()).hasSize(9);
        assertThat(file).contains(today.minusDays(2) + ",1000,750,400,");
        // A requirement has no days before it was stated.
        exercise("xaa.reader").queryParam("days", 12).queryParam("requirement", land).get(PATH).then().statusCode(200)
                .body("requirements[0].days", hasSize(11));
    }

    @Test
    void whatIsAskedForWronglyGetsAProblem() {
        known.members("XAA");
        exercise("xaa.reader").queryParam("days", 93).get(PATH).then().statusCode(400)
                .body("type", equalTo("https://surety.example/problems/too-many-days"));
        exercise("xaa.reader").queryParam("days", 0).get(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("days")));
        for (String until : List.of(today.plusDays(1).toString(), "1944-01-01")) {
            exercise("xaa.reader").queryParam("until", until).get(PATH).then().statusCode(400)
                    .body("violations.field", equalTo(List.of("until")));
        }
        As.user("xaa.reader").get(PATH).then().statusCode(400).body("violations.field", equalTo(List.of("series")));
        exercise("xaa.reader").queryParam("requirement", "land").get(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("requirement")));
        exercise("xaa.reader").queryParam("days", 1).queryParam("requirement", UUID.randomUUID()).get(PATH).then()
                .statusCode(404);
        As.nobody().queryParam("series", "EXERCISE").get(PATH).then().statusCode(401);
        exercise("auditor").get(PATH).then().statusCode(403);
    }
}
