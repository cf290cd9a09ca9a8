package org.surety.priorities.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.surety.priorities.requirement.SampleRequirement.observers;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;
import static org.surety.priorities.situation.SampleSituation.act;
import static org.surety.priorities.situation.SampleSituation.ceasefire;
import static org.surety.priorities.situation.SampleSituation.proposed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.TriggerKind;
import org.surety.kit.label.Label;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.SettableClock;
import org.surety.priorities.commitment.SampleCommitment;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class MonthResourceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);
    private static final LocalDate DECIDED = LocalDate.of(2026, 4, 2);
    private static final String PATH = "/api/v1/coverage/series";

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SettableClock clock;

    private UUID land;

    @BeforeEach
    void threeMembers() {
        database.clear();
        known.members("XAA", "XAB", "XAC");
        clock.set(TODAY);
        land = stated(soldiers());
    }

    @AfterEach
    void machineTime() {
        clock.set(null);
    }

    private static RequestSpecification exercise(String user) {
        return As.user(user).queryParam("series", "EXERCISE");
    }

    private static ValidatableResponse months(RequestSpecification request) {
        return request.get(PATH).then().statusCode(200);
    }

    private SampleCommitment assured(String party, String quantity) {
        return SampleCommitment.of(party).contributing(land, quantity).decided(DECIDED, null).ready(DECIDED);
    }

    @Test
    void eachMonthHasWhatHoldsOnItsFirstDay() {
        known.commitments(assured("XAA", "300").during(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 31)),
                assured("XAB", "20.5").during(LocalDate.of(2026, 6, 2), LocalDate.of(2026, 8, 1)));
        String assured = "requirements[0].months.assured.quantity";
        months(exercise("xaa.reader").queryParam("months", 5)).body("note", containsString("exercise"))
                .body("from", equalTo("2026-05-01")).body("requirements.requirement", equalTo(List.of(land.toString())))
                .body("requirements[0].unit", equalTo("soldiers"))
                .body("requirements[0].months.day",
                        equalTo(List.of("2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01", "2026-09-01")))
                .body(assured, equalTo(List.of(0, 300, 320.5f, 20.5f, 0)))
                .body("requirements[0].months.needed", equalTo(List.of(1000, 1000, 1000, 1000, 1000)))
                .body("requirements[0].months[2].minimum", equalTo(750))
                .body("requirements[0].months[2].pledged",
                        equalTo(Map.of("quantity", 320.5f, "undisclosed", 0, "commitments", 2)));
        months(exercise("xaa.reader")).body("requirements[0].months", hasSize(12));
        months(exercise("xaa.reader").queryParam("from", "2026-08-31").queryParam("months", 2)).body(assured,
                equalTo(List.of(20.5f, 0)));
    }

    @Test
    void everyMonthIsTheCoverageOfItsDay() {
        known.commitments(assured("XAA", "300").wakingOn(TriggerKind.CEASEFIRE_IN_FORCE), assured("XAB", "40"),
                SampleCommitment.of("XAC").contributing(new Contribution(land, new BigDecimal(70), null, "12th Brigade"))
                        .decided(LocalDate.of(2026, 9, 9), null),
                SampleCommitment.of("XAC").contributing(new Contribution(land, new BigDecimal(90), null, "12th Brigade"))
                        .released(Label.national("XAC")).during(LocalDate.of(2026, 8, 8), LocalDate.of(2026, 11, 11)));
        for (String user : List.of("xaa.reader", "xac.reader")) {
            for (String assumed : List.of("CEASEFIRE_IN_FORCE", "HOST_REQUEST")) {
                List<Map<String, Object>> months = months(
                        exercise(user).queryParam("months", 14).queryParam("assume", assumed)).extract()
                        .path("requirements[0].months");
                for (Map<String, Object> month : months) {
                    ValidatableResponse coverage = exercise(user).queryParam("asOf", month.get("day"))
                            .queryParam("assume", assumed).get("/api/v1/coverage").then();
                    Map<String, Object> asked = coverage.extract().path("priorities[2].requirements[0]");
                    Map<?, ?> whole = (Map<?, ?>) asked.get("assured");
                    for (String same : List.of("needed", "minimum", "pledged", "committed")) {
                        assertThat(month.get(same)).as("%s on %s", same, month.get("day")).isEqualTo(asked.get(same));
                    }
                    assertThat(month.get("available")).isEqualTo(whole.get("available"));
                    assertThat((Map<?, ?>) month.get("assured")).allSatisfy(
                            (number, value) -> assertThat(value).isEqualTo(whole.get(number)));
                }
            }
        }
    }

    @Test
    void whatHoldsTodayIsTakenForHoldingInEveryMonth() {
        known.commitments(assured("XAA", "300").wakingOn(TriggerKind.CEASEFIRE_IN_FORCE));
        String available = "requirements[0].months.available.quantity";
        months(exercise("xaa.reader").queryParam("months", 2)).body(available, equalTo(List.of(0, 0)));
        months(exercise("xaa.reader").queryParam("months", 2).queryParam("assume", "CEASEFIRE_IN_FORCE"))
                .body(available, equalTo(List.of(300, 300))).body("assumed", equalTo(List.of("CEASEFIRE_IN_FORCE")));
        act("xab.editor", proposed("xaa.editor", ceasefire()), 1, "determinations", Map.of()).then().statusCode(200);
        months(exercise("xaa.reader").queryParam("months", 2)).body(available, equalTo(List.of(300, 300)))
                .body("situations.kind", equalTo(List.of("CEASEFIRE_IN_FORCE")));
    }

    @Test
    void requirementsAreChosenAndWhatIsHiddenIsMissing() {
        UUID line = stated(observers());
        months(exercise("xaa.reader")).body("requirements.requirement", hasSize(2));
        months(exercise("xad.reader")).body("requirements.requirement", equalTo(List.of(land.toString())));
        months(exercise("xaa.reader").queryParam("requirement", line, land)).body("requirements.requirement", hasSize(2));
        months(exercise("xaa.reader").queryParam("requirement", line)).body("requirements.requirement",
                equalTo(List.of(line.toString())));
        months(exercise("xaa.reader").queryParam("priority", "MULTINATIONAL_FORCE")).body("requirements.requirement",
                equalTo(List.of(land.toString())));
        for (UUID missing : List.of(line, UUID.randomUUID())) {
            exercise("xad.reader").queryParam("requirement", missing).get(PATH).then().statusCode(404);
        }
        String tag = months(exercise("xaa.reader")).extract().header("ETag");
        exercise("xaa.reader").header("If-None-Match", tag).get(PATH).then().statusCode(304);
    }

    @Test
    void aThousandYearsAreTooMany() {
        exercise("xaa.reader").queryParam("months", 12_000).get(PATH).then().statusCode(400)
                .body("type", equalTo("https://surety.example/problems/too-many-months"));
        months(exercise("xaa.reader").queryParam("months", 120)).body("requirements[0].months", hasSize(120));
        exercise("xaa.reader").queryParam("months", 0).get(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("months")));
        for (String far : List.of("3026-01-01", "2120-01-01", "1900-01-01")) {
            exercise("xaa.reader").queryParam("from", far).queryParam("months", 120).get(PATH).then().statusCode(400)
                    .body("violations.field", equalTo(List.of("from")));
        }
    }

    @Test
    void whoAsksUnclearlyOrMayNotReadGetsAProblem() {
        As.user("xaa.reader").get(PATH).then().statusCode(400).body("violations.field", equalTo(List.of("series")));
        exercise("xaa.reader").queryParam("requirement", "land").get(PATH).then().statusCode(400)
                .body("violations.field", equalTo(List.of("requirement")));
        exercise("xaa.reader").queryParam("assume", "PEACE").get(PATH).then().statusCode(400);
        exercise("xaa.reader").queryParam("until", "2027-01-01").get(PATH).then().statusCode(400)
                .body("type", equalTo("https://surety.example/problems/unknown-parameter"));
        As.nobody().queryParam("series", "EXERCISE").get(PATH).then().statusCode(401);
        exercise("auditor").get(PATH).then().statusCode(403);
    }
}
