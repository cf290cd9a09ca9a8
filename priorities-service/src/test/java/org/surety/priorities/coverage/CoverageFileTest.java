package org.surety.priorities.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;
import static org.surety.priorities.requirement.SampleRequirement.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.Undisclosed;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.SettableClock;
import org.surety.priorities.commitment.SampleCommitment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class CoverageFileTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 4, 2);

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    @Inject
    SettableClock clock;

    private UUID land;
    private SampleCommitment brigade;

    @BeforeEach
    void twoPromises() {
        database.clear();
        known.members("XAA", "XAB");
        clock.set(LocalDate.of(2026, 5, 10));
        land = stated(with(soldiers(), "title", "=Land, component"));
        brigade = SampleCommitment.of("XAA").contributing(new Contribution(land, new BigDecimal("300.5"), null, "+1st Brigade"))
                .decided(DECIDED, null).ready(DECIDED).titled("=A brigade");
        known.commitments(brigade, SampleCommitment.of("XAB").contributing(new Contribution(land, null, Undisclosed.WITHHELD)));
    }

    @AfterEach
    void machineTime() {
        clock.set(null);
    }

    private static RequestSpecification csv() {
        return As.user("xaa.reader").accept("text/csv").queryParam("series", "EXERCISE");
    }

    private static List<NamedCsvRecord> rows(Response answer) {
        answer.then().statusCode(200).contentType(startsWith("text/csv")).header("Content-Disposition", startsWith("attachment"));
        List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(answer.asString()).stream().toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getField("series")).isEqualTo("EXERCISE");
            assertThat(row.getField("note")).contains("exercise");
            assertThat(row.getField("handling")).isEqualTo("Not accredited for classified information");
        });
        return rows;
    }

    private static List<List<String>> columns(List<NamedCsvRecord> rows, String... names) {
        return rows.stream().map(row -> java.util.Arrays.stream(names).map(row::getField).toList()).toList();
    }

    @Test
    void coverageHasARowForEachRequirementPartyAndStage() {
        List<NamedCsvRecord> rows = rows(csv().get("/api/v1/coverage"));
        assertThat(columns(rows, "party", "stage", "quantity", "undisclosed", "commitments")).containsExactly(
                List.of("", "PLEDGED", "300.5", "1", "2"), List.of("", "COMMITTED", "300.5", "0", "1"),
                List.of("", "ASSURED", "300.5", "0", "1"), List.of("", "AVAILABLE", "300.5", "0", "1"),
                List.of("XAA", "PLEDGED", "300.5", "0", ""), List.of("XAA", "COMMITTED", "300.5", "0", ""),
                List.of("XAA", "ASSURED", "300.5", "0", ""), List.of("XAA", "AVAILABLE", "300.5", "0", ""),
                List.of("XAB", "PLEDGED", "0", "1", ""), List.of("XAB", "COMMITTED", "0", "0", ""),
                List.of("XAB", "ASSURED", "0", "0", ""), List.of("XAB", "AVAILABLE", "0", "0", ""));
        assertThat(columns(rows, "title", "needed", "minimum", "unit", "asOf", "requirement")).containsOnly(
                List.of("'=Land, component", "1000", "750", "soldiers", "2026-05-10", land.toString()));
        csv().queryParam("domain", "AIR").get("/api/v1/coverage").then().statusCode(200)
                .body(startsWith("handling,series,note,asOf"));
    }

    @Test
    void theMonthsHaveARowEach() {
        assertThat(columns(rows(csv().queryParam("months", 2).queryParam("from", "2027-04-01").get("/api/v1/coverage/series")),
                "day", "title", "needed", "pledged", "committed", "assured", "available", "pledgedUndisclosed")).containsExactly(
                        List.of("2027-04-01", "'=Land, component", "1000", "300.5", "300.5", "300.5", "300.5", "1"),
                        List.of("2027-05-01", "'=Land, component", "1000", "300.5", "300.5", "0", "0", "1"));
    }

    @Test
    void contributionsHaveARowForEachNumberAndPagesAreLinked() {
        Response page = csv().queryParam("requirement", land).queryParam("limit", 1).get("/api/v1/coverage/contributions");
        assertThat(page.header("Link")).contains("rel=\"next\"");
        List<NamedCsvRecord> rows = rows(page);
        assertThat(columns(rows, "what", "quantity", "until")).containsExactly(List.of("PLEDGED", "300.5", ""),
                List.of("COMMITTED", "300.5", ""), List.of("ASSURED", "300.5", "2027-04-02"),
                List.of("AVAILABLE", "300.5", "2027-04-02"));
        assertThat(columns(rows, "commitment", "title", "party", "element", "says"))
                .containsOnly(List.of(brigade.id().toString(), "'=A brigade", "XAA", "'+1st Brigade", "300.5"));
        assertThat(columns(rows(csv().queryParam("requirement", land).queryParam("party", "XAB").queryParam("what", "PLEDGED")
                .get("/api/v1/coverage/contributions")), "says", "undisclosed")).contains(List.of("UNDISCLOSED:WITHHELD", "1"));
    }

    @Test
    void whoTakesAnythingGetsJsonAndOtherFormsAreRefused() {
        for (String path : List.of("/api/v1/coverage", "/api/v1/coverage/series",
                "/api/v1/coverage/contributions?requirement=" + land)) {
            As.user("xaa.reader").accept("*/*").queryParam("series", "EXERCISE").get(path).then().statusCode(200)
                    .contentType("application/json");
            As.user("xaa.reader").accept("image/png").queryParam("series", "EXERCISE").get(path).then().statusCode(406)
                    .body("type", equalTo("https://surety.example/problems/not-acceptable"));
            As.user("auditor").accept("text/csv").queryParam("series", "EXERCISE").get(path).then().statusCode(403);
            As.user("xaa.reader").accept("text/csv").get(path).then().statusCode(400);
        }
    }
}
