package org.surety.commitments.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rest;
import org.surety.commitments.Rows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** The flat activity rows of the Kiel tracker since 2024, and what is asked of any import: its losses, its totals, and to be taken back. */
@QuarkusTest
@RealParts
class KielActivitiesTest {

    private static final Path FILE = Path.of("src/test/resources/kiel-activities-release-28.csv");

    /** Allocations of the published country summary, in thousands of millions of euro: see the page beside the file. */
    private static final Map<String, String> PUBLISHED = Map.ofEntries(Map.entry("NOR FINANCIAL", "2.0346258729501705"),
            Map.entry("NOR HUMANITARIAN", "1.7799580386131981"), Map.entry("NOR MILITARY", "6.190492270710976"),
            Map.entry("EST FINANCIAL", "0.01"), Map.entry("EST HUMANITARIAN", "0.06497940266717306"),
            Map.entry("EST MILITARY", "0.8825246070152625"), Map.entry("ISL FINANCIAL", "0.012926694244057913"),
            Map.entry("ISL HUMANITARIAN", "0.02799031973993471"), Map.entry("ISL MILITARY", "0.056947810069177"),
            Map.entry("IRL FINANCIAL", "0.047"), Map.entry("IRL HUMANITARIAN", "0.2187717571355881"),
            Map.entry("IRL MILITARY", "0.20886207843252969"), Map.entry("CZE HUMANITARIAN", "0.059713853429157825"),
            // Without the negative row, which no amount of a promise can be.
            Map.entry("CZE MILITARY", "0.63420815217973274"));

    private static final Map<String, String> CODES = Map.of("Norway", "NOR", "Estonia", "EST", "Iceland", "ISL", "Ireland", "IRL",
            "Czechia",
            "CZE");

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("NOR", "EST", "ISL", "IRL", "CZE");
        rows.change("delete from commitment where mapping = 'kiel-activities'");
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonPath imported(List<String> lines, String... parameters) {
        var upload = Rest.as("coordinator").contentType("text/csv").header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("mapping", "kiel-activities").body((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < parameters.length; i += 2) {
            upload.queryParam(parameters[i], parameters[i + 1]);
        }
        return finished(upload.post("/api/v1/imports").then().statusCode(202).extract().path("id"));
    }

    private static JsonPath finished(String id) {
        return await().atMost(Duration.ofSeconds(60)).until(
                () -> Rest.as("coordinator").get("/api/v1/imports/" + id).then().statusCode(200).extract().jsonPath(),
                job -> List.of("DONE", "FAILED").contains(job.getString("state"))
                        && (job.get("takeBack") == null || job.get("takeBack.finishedAt") != null));
    }

    /** The sums of a file, added up here: party, category and measure to euro. */
    private static Map<String, BigDecimal> sums(List<String> lines) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cell = line.split(",");
            BigDecimal value = new BigDecimal(cell[4]);
            String key = CODES.get(cell[0]) + " " + cell[2].strip().toUpperCase() + " " + cell[3];
            sums.merge(key, value.signum() < 0 ? BigDecimal.ZERO : value, BigDecimal::add);
        }
        return sums;
    }

    private Map<String, BigDecimal> stored() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.of("select party || ' ' || category || ' ' || package || '=' || coalesce(sum(euro), 0) from commitment "
                + "where mapping = 'kiel-activities' and state = 'FILED' group by party, category, package")
                .forEach(line -> sums.put(line.split("=")[0], new BigDecimal(line.split("=")[1])));
        return sums;
    }

    private static void assertSame(Map<String, BigDecimal> found, Map<String, BigDecimal> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, sum) -> assertThat(found.get(key)).as(key).isEqualByComparingTo(sum));
    }

    @Test
    void theRowsAddUpToThePublishedSumsAndEveryCellIsAccountedFor() {
        List<String> lines = new ArrayList<>(lines());
        // As the source writes it here and there.
        lines.set(1, lines.get(1).replaceFirst("(Financial|Humanitarian|Military)", "$1 "));
        BigDecimal all = sums(lines).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        JsonPath job = imported(lines, "expectedRows", "613", "expectedEuro", all.toPlainString());

        assertThat(job.getString("state")).as(job.getString("failure")).isEqualTo("DONE");
        assertThat(job.getInt("counts.imported")).isEqualTo(613);
        assertThat(job.getInt("counts.warnings")).isEqualTo(1);
        assertSame(stored(), sums(lines));
        PUBLISHED.forEach((key, published) -> assertThat(stored().get(key + " Allocation")).as(key)
                .isCloseTo(new BigDecimal(published).movePointRight(9), within(BigDecimal.ONE)));
        assertThat(rows.of(
                "select coalesce(announced_undisclosed, 'known') || ' ' || count(*) from commitment where mapping = 'kiel-activities' "
                        + "group by announced_undisclosed order by 1"))
                .containsExactlyInAnyOrder("known " + known(lines), "UNKNOWN " + (613 - known(lines)));
        // A value of 0 is that of a part whose worth is counted elsewhere: never the amount 0.
        assertThat(rows
                .of("select count(*) from commitment where mapping = 'kiel-activities' and euro_undisclosed = 'NOT_APPLICABLE'"))
                .containsExactly(Long.toString(lines.stream().filter(line -> line.split(",")[4].matches("0\\.0|-.*")).count()));

        JsonPath losses = Rest.as("coordinator").get("/api/v1/imports/" + job.getString("id") + "/losses").then().statusCode(200)
                .extract()
                .jsonPath();
        long filled = lines.subList(1, lines.size()).stream().flatMap(line -> List.of(line.split(",")).stream())
                .filter(cell -> !cell.isBlank()).count();
        assertThat(losses.getLong("cells")).isEqualTo(filled);
        assertThat(losses.getInt("held") + losses.getInt("kept") + losses.getInt("lost")).isEqualTo(losses.getInt("cells"));
        assertThat(losses.getInt("lost")).isEqualTo(613);
        assertThat(losses.getMap("columns.find { it.column == 'verdi_eur_mrd' }.lost"))
                .isEqualTo(Map.of("the value a second time, in thousands of millions", 613));
        assertThat(losses.getMap("columns.find { it.column == 'verdi_eur' }.kept")).isEqualTo(Map.of("euro", 1));
        String text = Rest.as("coordinator").get("/api/v1/imports/" + job.getString("id") + "/losses/rows").then().statusCode(200)
                .extract()
                .asString();
        assertThat(text.lines()).hasSize(613).allSatisfy(line -> assertThat(line).contains("\"outcome\":\"IMPORTED\""));
        assertThat(text.lines().mapToInt(line -> line.split("\"fate\"").length - 1).sum()).isEqualTo(losses.getInt("cells"));
        Rest.as("deu.editor").get("/api/v1/imports/" + job.getString("id") + "/losses").then().statusCode(404);
        Rest.as("deu.reader").get("/api/v1/imports/" + job.getString("id") + "/losses/rows").then().statusCode(403);
    }

    private static long known(List<String> lines) {
        return lines.subList(1, lines.size()).stream().filter(line -> !line.split(",")[1].isEmpty()).count();
    }

    @Test
    void threeStatesOfAFileAnswerTheTotalsOfEach() {
        List<String> first = lines().subList(0, 300);
        List<String> second = new ArrayList<>(lines());
        List<String> third = new ArrayList<>(second);
        third.replaceAll(line -> line.startsWith("Norway") ? line.replace(",Allocation,1", ",Allocation,2") : line);
        List<Instant> moments = new ArrayList<>();
        for (List<String> state : List.of(first, second, third)) {
            imported(state);
            String last = "change where sequence is null";
            await().atMost(Duration.ofSeconds(20)).until(() -> rows.count(last) == 0);
            moments.add(Instant.parse(
                    rows.of("select to_char(max(recorded_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from change")
                            .get(0)));
        }
        for (int i = 0; i < 3; i++) {
            List<String> state = List.of(first, second, third).get(i);
            Map<String, BigDecimal> byParty = new TreeMap<>();
            sums(state).forEach((key, sum) -> byParty.merge(key.split(" ")[0], sum, BigDecimal::add));
            JsonPath totals = Rest.as("deu.reader")
                    .get("/api/v1/commitments/totals?basis=EARLIER_SUPPORT&groupBy=PARTY&knownAt=" + moments.get(i))
                    .then().statusCode(200).extract().jsonPath();
            byParty.forEach(
                    (party, sum) -> assertThat(new BigDecimal(totals.getString("items.find { it.key == '" + party + "' }.euro")))
                            .as(party).isEqualByComparingTo(sum.add(others(party))));
        }
        JsonPath now = Rest.as("deu.reader").get("/api/v1/commitments/totals?party=NOR&groupBy=GROUP").then().statusCode(200)
                .extract().jsonPath();
        assertThat(new BigDecimal(now.getString("items.find { it.key == 'Allocation' }.euro")))
                .isEqualByComparingTo(sums(third).entrySet()
                        .stream().filter(sum -> sum.getKey().startsWith("NOR")).map(Map.Entry::getValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(now.getInt("items.find { it.key == 'Commitment' }.euroUndisclosed")).isEqualTo(25);
        assertThat(now.getString("series")).isEqualTo("REAL");
        Rest.as("deu.reader").get("/api/v1/commitments/totals?party=XAA").then().statusCode(200).body("series",
                equalTo("EXERCISE"));
        Rest.as("deu.reader").get("/api/v1/commitments/totals?groupBy=COLOUR").then().statusCode(400);
        Rest.as("auditor").get("/api/v1/commitments/totals").then().statusCode(403);
        io.restassured.RestAssured.given().get("/api/v1/commitments/totals").then().statusCode(401);
    }

    /** What other tests have imported of the party. */
    private BigDecimal others(String party) {
        return new BigDecimal(rows.of("select coalesce(sum(euro), 0) from commitment where party = ? and state = 'FILED' "
                + "and basis = 'EARLIER_SUPPORT' and coalesce(mapping, '') <> 'kiel-activities'", party).get(0));
    }

    @Test
    void anImportIsTakenBackAsFarAsNobodyTouchedIt() {
        List<String> first = lines().subList(0, 101);
        imported(first);
        Map<String, BigDecimal> before = stored();
        List<String> second = new ArrayList<>(lines().subList(0, 201));
        second.replaceAll(line -> line.replace(",Allocation,1", ",Allocation,2"));
        JsonPath job = imported(second);
        int amended = job.getInt("counts.amended");
        assertThat(amended).isGreaterThan(2);
        assertThat(job.getInt("counts.imported")).isEqualTo(100);
        String path = "/api/v1/imports/" + job.getString("id");
        String touched = Rest.as("coordinator").get(path + "/rows?outcome=IMPORTED").then().extract().path("items[0].commitment");
        String party = rows.of("select party from commitment where id::text = ?", touched).get(0);
        rows.change("update commitment set version = version + 1, title = 'Corrected by hand' where id::text = ?", touched);

        Rest.as("coordinator").body("{}").post(path + "/withdrawals").then().statusCode(400).body("violations[0].field",
                equalTo("reason"));
        Rest.as("deu.editor").body("{\"reason\": \"x\"}").post(path + "/withdrawals").then().statusCode(404);
        Rest.as("deu.reader").body("{\"reason\": \"x\"}").post(path + "/withdrawals").then().statusCode(403);
        Rest.as("coordinator").body("{\"reason\": \"the wrong file\"}").post(path + "/withdrawals").then().statusCode(202);
        JsonPath back = finished(job.getString("id"));

        assertThat(back.getInt("takeBack.withdrawn")).isEqualTo(99);
        assertThat(back.getInt("takeBack.restored")).isEqualTo(amended);
        assertThat(back.getInt("takeBack.changedSince")).isEqualTo(1);
        Rest.as("coordinator").get(path + "/rows?takenBack=CHANGED_SINCE").then().statusCode(200).body("items.commitment",
                equalTo(List.of(touched)));
        rows.change("delete from commitment where id::text = ?", touched);
        assertSame(stored(), before);
        assertThat(rows.of(
                "select distinct type || ' ' || reason || ' ' || bulk from change where reason = 'CORRECTION' and actor_party is null order by 1"))
                .containsExactly("org.surety.commitment.imported.v1 CORRECTION true",
                        "org.surety.commitment.withdrawn.v1 CORRECTION true");
        assertThat(party).isNotEmpty();

        // Asked again it is the same, and what was taken back may be brought again.
        long changes = rows.count("change");
        Rest.as("coordinator").body("{\"reason\": \"again\"}").post(path + "/withdrawals").then().statusCode(202)
                .body("takeBack.reason", equalTo("the wrong file"));
        assertThat(rows.count("change")).isEqualTo(changes);
        imported(second);
        assertSame(stored(), sums(second));
    }
}
