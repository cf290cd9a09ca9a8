package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The rows of the Kiel tracker have gone all the way - import, commitments-service, log, RabbitMQ, priorities-service - when they are added
 * up here, and come to what the Kiel Institute published. First of the classes that look at earlier support: others import more of it.
 */
@Order(1)
@ExtendWith(SuiteExtension.class)
class KielImportIT {
    private static final String READER = "xaj.reader";
    /** The published summary is in billions with up to twelve digits behind the point; the rows agree with it far below a cent. */
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");
    private static RunningSuite suite;
    private static Api api;
    private static EarlierSupport support;

    @BeforeAll
    static void take(RunningSuite running) {
        suite = running;
        api = running.api();
        support = new EarlierSupport(api, READER);
    }

    @Test
    void everyRowWasImported() {
        List<JsonNode> newestFirst = api.list("/api/v1/imports", Imports.USER);
        JsonNode job = newestFirst.get(newestFirst.size() - 1);
        assertEquals("DONE", job.path("state").asText());
        assertEquals(KielFile.ROWS, job.path("rows").asInt());
        assertEquals(KielFile.ROWS, job.path("counts").path("imported").asInt() + job.path("counts").path("rejected").asInt());
        assertEquals(0, job.path("counts").path("rejected").asInt());
    }

    @Test
    void sumsPerPartyAndCategoryAreThePublishedOnes() throws IOException {
        Map<List<String>, BigDecimal> sums = EarlierSupport.euroByPartyAndCategory(support.totals());
        int compared = 0;
        for (String line : Files.readAllLines(Path.of(System.getProperty("surety.root"),
                "deploy/acceptance/src/test/resources/kiel-release-7-summary.csv")).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            BigDecimal sum = sums.getOrDefault(List.of(cells[0], cells[1]), BigDecimal.ZERO);
            BigDecimal difference = sum.subtract(new BigDecimal(cells[2])).abs();
            assertTrue(difference.compareTo(CENT) < 0, () -> line + " but was " + sum);
            sums.remove(List.of(cells[0], cells[1]));
            compared++;
        }
        assertEquals(125, compared);
        assertEquals(Map.of(), sums);
    }

    @Test
    void sharesOfTheGrossDomesticProductAreThePublishedOnes() throws IOException {
        JsonNode totals = api.get("/api/v1/commitments/totals?basis=EARLIER_SUPPORT&groupBy=PARTY&shareOfGdp=true", READER)
                .expect(200)
                .json();
        Map<String, BigDecimal> shares = new TreeMap<>();
        for (JsonNode total : totals.path("items")) {
            if (total.has("shareOfGdp")) {
                shares.put(total.path("key").asText(), new BigDecimal(total.path("shareOfGdp").path("percent").asText()));
            }
        }
        List<String> published = Files.readAllLines(Path.of(System.getProperty("surety.root"),
                "deploy/acceptance/src/test/resources/kiel-release-7-shares.csv")).stream().skip(1).toList();
        for (String line : published) {
            String[] cells = line.split(",");
            BigDecimal share = shares.get(cells[0]);
            assertTrue(share != null && share.subtract(new BigDecimal(cells[1])).abs().compareTo(MILLIONTH) < 0,
                    () -> line + " but was " + share);
        }
        assertEquals(published.size(), shares.size());
        assertEquals(2021, totals.path("gdp").path("year").asInt());
    }

    @Test
    void totalsCountEveryRowOnceAndSayHowManyValuesAreNotDisclosed() {
        EarlierSupport.Total all = EarlierSupport.all(support.totals());
        assertEquals(KielFile.ROWS, all.commitments());
        assertEquals(55, all.undisclosed());
        assertEquals(0, new BigDecimal("93942559020.241715956131").compareTo(all.euro()), all.euro().toPlainString());
    }

    @Test
    void totalsAreTheSumOfTheCommitments() {
        assertEquals(support.directSum(), support.totals());
    }

    @Test
    void rowKeepsItsSourcesItsValuesAndWhatItsSourceWrote() {
        JsonNode commitment = api.list("/api/v1/commitments?party=AUS&basis=EARLIER_SUPPORT", READER).stream()
                .filter(found -> found.path("externalId").asText().equals("kiel-release-7/AUH1/1")).findFirst().orElseThrow();
        JsonNode read = api.get("/api/v1/commitments/" + commitment.path("id").asText(), READER).expect(200).json();
        assertEquals("HUMANITARIAN", read.path("category").asText());
        assertEquals("HUMANITARIAN_ASSISTANCE", read.path("kind").asText());
        assertEquals("AUH1", read.path("group").asText());
        assertEquals("2022-03-01", read.path("announcedOn").asText());
        assertEquals("AUD", read.path("money").path("currency").asText());
        assertEquals(0, new BigDecimal(read.path("money").path("amount").asText()).compareTo(new BigDecimal("35000000")),
                read.toString());
        assertTrue(read.path("sources").size() >= 2, read.toString());
        assertEquals("PUBLIC", read.path("label").path("release").asText());
    }

    @Test
    void sameFileAgainChangesNothing() {
        String real = coverage("REAL");
        String exercise = coverage("EXERCISE");
        long head = new Feed(suite).head(Service.COMMITMENTS_SERVICE);
        Imports imports = new Imports(api);
        JsonNode job = imports.ended(imports.post(KielFile.read().bytes()).expect(202));
        assertEquals("DONE", job.path("state").asText(), job.toString());
        assertEquals(KielFile.ROWS, job.path("counts").path("unchanged").asInt(), job.toString());
        for (String count : List.of("imported", "amended", "rejected", "notStored")) {
            assertEquals(0, job.path("counts").path(count).asInt(), job.toString());
        }
        assertEquals(head, new Feed(suite).head(Service.COMMITMENTS_SERVICE));
        assertEquals(real, coverage("REAL"));
        assertEquals(exercise, coverage("EXERCISE"));
    }

    private static String coverage(String series) {
        return api.get("/api/v1/coverage?series=" + series, READER).expect(200).text();
    }
}
