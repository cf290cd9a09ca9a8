package org.surety.commitments.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import org.surety.commitments.Sample;
import org.surety.commitments.mapping.ImportMappings;
import org.surety.contracts.EventSchemas;
import org.surety.kit.label.SystemViewer;
import org.surety.local.TestParts;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class ImportTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Inject
    Known known;

    @Inject
    Rows rows;

    @Inject
    ImportWorker worker;

    @Inject
    ImportRepository files;

    @Inject
    ImportProgress progress;

    @Inject
    org.surety.commitments.commitment.CommitmentStore store;

    @Inject
    org.surety.commitments.commitment.CommitmentIntake intake;

    @Inject
    org.surety.commitments.party.PartyReferences parties;

    @Inject
    ImportsConfig config;

    @Inject
    ImportMappings mappings;

    @BeforeEach
    void parties() {
        known.parties(KielFile.publishedSums().keySet().stream().map(key -> key.split(" ")[0]).distinct().toArray(String[]::new));
        known.parties("XAA");
    }

    private static RequestSpecification upload(String user, String body) {
        return upload(user, body.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestSpecification upload(String user, byte[] body) {
        return Rest.as(user).contentType("text/csv").header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("mapping", "kiel-release-7").body(body);
    }

    private JsonPath finished(ValidatableResponse submitted, String user) {
        String location = submitted.statusCode(202).extract().header("Location");
        return finished(location, user);
    }

    private static JsonPath finished(String location, String user) {
        return await().atMost(LIMIT)
                .until(() -> Rest.as(user).get(location.substring(location.indexOf("/api/"))).then().statusCode(200)
                        .extract().jsonPath(), job -> List.of("DONE", "FAILED").contains(job.getString("state")));
    }

    private static Map<String, Integer> counts(JsonPath job) {
        return new TreeMap<>(job.getMap("counts", String.class, Integer.class));
    }

    private static Map<String, Integer> counts(int read, int imported, int amended, int unchanged, int rejected, int notStored,
            int warnings) {
        return new TreeMap<>(
                Map.of("read", read, "imported", imported, "amended", amended, "unchanged", unchanged, "rejected", rejected,
                        "notStored", notStored, "warnings", warnings));
    }

    @Test
    void kielRowsAddUpToThePublishedSumsAndASecondImportChangesNothing() {
        JsonPath job = finished(upload("coordinator", KielFile.all()).post("/api/v1/imports").then(), "coordinator");

        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(job.getInt("rows")).isEqualTo(1032);
        assertThat(job.getInt("accounted")).isEqualTo(1032);
        assertThat(counts(job)).isEqualTo(counts(1032, 1032, 0, 0, 0, 0, 4));
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.of("select party || ' ' || category || ' ' || coalesce(sum(euro), 0) from commitment "
                + "where mapping = 'kiel-release-7' and package !~ '^ZZ' group by party, category").forEach(line -> {
                    String[] part = line.split(" ");
                    sums.put(part[0] + " " + part[1], new BigDecimal(part[2]));
                });
        KielFile.publishedSums().forEach((cell, published) -> assertThat(sums.getOrDefault(cell, BigDecimal.ZERO)).as(cell)
                .isCloseTo(published, org.assertj.core.data.Offset.offset(new BigDecimal("100000"))));
        assertThat(KielFile.publishedSums().keySet()).containsAll(sums.keySet());
        String kiel = "commitment where mapping = 'kiel-release-7' and package !~ '^ZZ'";
        assertThat(rows.of("select euro_undisclosed || ' ' || count(*) from " + kiel
                + " and euro_undisclosed is not null group by euro_undisclosed order by 1"))
                .containsExactly("NOT_APPLICABLE 600", "UNKNOWN 55");
        assertThat(rows.of("select money_undisclosed || ' ' || count(*) from " + kiel
                + " and money_undisclosed is not null group by money_undisclosed order by 1"))
                .containsExactly("NOT_APPLICABLE 600", "UNKNOWN 52");
        assertThat(rows.of("select quantity_undisclosed || ' ' || count(*) from " + kiel
                + " and quantity_undisclosed is not null group by 1, quantity_undisclosed order by 1".replace("group by 1, ",
                        "group by ")))
                .containsExactly("UNKNOWN 287", "WITHHELD 241");
        assertThat(rows.of("select kind || ' ' || count(*) from " + kiel + " group by kind order by 1")).containsExactly(
                "FINANCIAL_ASSISTANCE 76", "HUMANITARIAN_ASSISTANCE 273", "LOGISTICS 21", "TRAINING 1", "WEAPONRY 661");
        assertThat(rows.of("select sum(jsonb_array_length(sources)) from " + kiel)).containsExactly("2583");
        assertThat(rows.of("select count(distinct package) from " + kiel)).containsExactly("432");
        assertThat(rows
                .count("change c join commitment k on k.id::text = c.subject where c.type = 'org.surety.commitment.imported.v1' "
                        + "and c.bulk and k.package !~ '^ZZ'"))
                .isEqualTo(1032);
        assertThat(rows.of("select c.state::text from change c join commitment k on k.id::text = c.subject "
                + "where c.type = 'org.surety.commitment.imported.v1' and k.package !~ '^ZZ'")).hasSize(1032).allSatisfy(
                        state -> assertThat(EventSchemas.strict().faultsOfData("org.surety.commitment.imported.v1", state))
                                .isEmpty());
        assertThat(rows
                .count("commitment_version v join commitment k on k.id = v.id where k.mapping is not null and k.package !~ '^ZZ'"))
                .isEqualTo(1032);

        long changes = rows.count("change");
        JsonPath again = finished(upload("coordinator", KielFile.all()).post("/api/v1/imports").then(), "coordinator");
        assertThat(counts(again)).isEqualTo(counts(1032, 0, 0, 1032, 0, 0, 4));
        assertThat(rows.count("change")).isEqualTo(changes);
        Rest.as("coordinator").get("/api/v1/imports/" + again.getString("id") + "/rows?findings=true").then().statusCode(200)
                .body("items.size()", equalTo(4)).body("items.code", hasItem("not-a-day")).body("items.value", hasItem("1.000.00"))
                .body("items[0].outcome", equalTo("UNCHANGED"));
        // Nobody has to be told who already knows: the public record is read by any signed-in user, with what the source wrote.
        String id = rows.of("select id::text from commitment where external_id = 'kiel-release-7/EEM3/1'").get(0);
        Rest.as("xaa.reader").get("/api/v1/commitments/" + id).then().statusCode(200)
                .body("announcedOn.undisclosed", equalTo("UNKNOWN")).body("asGiven.announced", equalTo("2922-02-09"))
                .body("label.release", equalTo("PUBLIC")).body("basis", equalTo("EARLIER_SUPPORT"));
    }

    @Test
    void aChangedRowAmendsItsCommitment() {
        finished(upload("coordinator", KielFile.of(KielFile.row("ZZA1"), KielFile.row("ZZA1"))).post("/api/v1/imports").then(),
                "coordinator");
        JsonPath job = finished(
                upload("coordinator", KielFile.of(KielFile.row("ZZA1", "12", "4", "18", "2000.25"), KielFile.row("ZZA1")))
                        .post("/api/v1/imports").then(),
                "coordinator");

        assertThat(counts(job)).isEqualTo(counts(2, 0, 1, 1, 0, 0, 0));
        assertThat(rows.of("select changed::text from change c join commitment k on k.id::text = c.subject "
                + "where k.external_id = 'kiel-release-7/ZZA1/1' order by c.id"))
                .containsExactly("{}", "{quantity,euroValue,asGiven}");
        assertThat(rows.of(
                "select version || ' ' || euro from commitment_version where external_id = 'kiel-release-7/ZZA1/1' order by version"))
                .containsExactly("1 1500.50", "2 2000.25");
    }

    @Test
    void allOrNothingStoresNothingWhenARowIsRejected() {
        long changes = rows.count("change");
        JsonPath job = finished(upload("coordinator", KielFile.of(KielFile.row("ZZB1"), KielFile.row("ZZB2", "1", "Atlantis"),
                KielFile.row("ZZB3"))).post("/api/v1/imports").then(), "coordinator");

        assertThat(job.getString("state")).isEqualTo("FAILED");
        assertThat(job.getString("failure")).contains("1 of 3 rows");
        assertThat(counts(job)).isEqualTo(counts(3, 0, 0, 0, 1, 2, 0));
        assertThat(job.getInt("accounted")).isEqualTo(3);
        assertThat(rows.count("commitment where package like 'ZZB%'")).isZero();
        assertThat(rows.count("change")).isEqualTo(changes);
    }

    @Test
    void partialStoresTheGoodRowsAndReportsTheOthers() {
        String file = KielFile.of(KielFile.row("ZZC1"), KielFile.row("ZZC2", "1", "Atlantis"), KielFile.row("ZZC3", "18", "-5"),
                KielFile.row("ZZC4", "6", "QQQ"), KielFile.row("ZZC5", "3", "Cultural"), KielFile.row("ZZC6", "5", "a\u0007b"),
                KielFile.row("ZZC7", "8", "x".repeat(201)), "ZZC8,Estonia\r\n", KielFile.row("ZZC9", "2", "2022-02-30"));
        JsonPath job = finished(upload("coordinator", file).queryParam("mode", "PARTIAL").post("/api/v1/imports").then(),
                "coordinator");

        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(counts(job)).isEqualTo(counts(9, 2, 0, 0, 7, 0, 1));
        JsonPath report = Rest.as("coordinator").get("/api/v1/imports/" + job.getString("id") + "/rows?outcome=REJECTED").then()
                .statusCode(200).extract().jsonPath();
        assertThat(report.getList("items.code", String.class)).containsExactly("unknown-party", "not-a-number", "unknown-currency",
                "no-kind", "unknown-category", "control-characters", "too-long", "wrong-cell-count");
        assertThat(report.getList("items.line", Integer.class)).containsExactly(3, 4, 5, 6, 6, 7, 8, 9);
        assertThat(report.getList("items.column", String.class)).containsExactly("countries", "Converted Value in EUR",
                "Original Currency",
                null, "Type of Aid General", "Explanation", "column 9", null);
        assertThat(report.getString("items[0].value")).isEqualTo("Atlantis");
        assertThat(report.getString("items[0].outcome")).isEqualTo("REJECTED");

        String csv = Rest.as("coordinator").accept("text/csv").get("/api/v1/imports/" + job.getString("id") + "/report.csv").then()
                .statusCode(200).contentType(startsWith("text/csv")).extract().asString();
        String[] lines = csv.split("\r\n");
        assertThat(lines).hasSize(10);
        assertThat(lines[0]).endsWith(",error");
        assertThat(lines[1]).endsWith(",");
        assertThat(lines[2]).endsWith("countries is not in the mapping kiel-release-7");
        assertThat(lines[8]).endsWith(",\"row must have 44 cells, has 2\"");
        assertThat(lines[9]).contains("warning: Announcement Date must be a day");
    }

    @Test
    void theReportComesInPages() {
        JsonPath job = finished(upload("coordinator", KielFile.of(KielFile.row("ZZP1"), KielFile.row("ZZP2"), KielFile.row("ZZP3")))
                .queryParam("dryRun", true).post("/api/v1/imports").then(), "coordinator");
        String path = "/api/v1/imports/" + job.getString("id") + "/rows";
        JsonPath first = Rest.as("coordinator").queryParam("limit", 2).get(path).then().statusCode(200).extract().jsonPath();
        JsonPath second = Rest.as("coordinator").queryParam("limit", 2).queryParam("cursor", first.getString("next")).get(path)
                .then()
                .statusCode(200).extract().jsonPath();
        assertThat(first.getList("items.row", Integer.class)).containsExactly(1, 2);
        assertThat(second.getList("items.row", Integer.class)).containsExactly(3);
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void aDryRunStoresNothing() {
        long changes = rows.count("change");
        JsonPath job = finished(upload("coordinator", KielFile.of(KielFile.row("ZZD1"), KielFile.row("ZZD2", "1", "Atlantis")))
                .queryParam("dryRun", true).post("/api/v1/imports").then(), "coordinator");

        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(counts(job)).isEqualTo(counts(2, 1, 0, 0, 1, 0, 0));
        assertThat(rows.count("commitment where package like 'ZZD%'")).isZero();
        assertThat(rows.count("change")).isEqualTo(changes);
    }

    @Test
    void anImportLeavesTheInstrumentThatAPartyHasNamed() throws Exception {
        finished(upload("coordinator", KielFile.of(KielFile.row("ZZI1"))).post("/api/v1/imports").then(), "coordinator");
        String instrument = Rest.as("coordinator").body("""
                {"party": "FRA", "kind": "DECLARATION", "title": "On aid", "binding": "POLITICAL", "sources": [{"text": "s"}],
                 "label": {"release": "PUBLIC"}}""").post("/api/v1/instruments").then().statusCode(201).extract().path("id");
        rows.change("update commitment set version = 2, instrument = ?::uuid where external_id = 'kiel-release-7/ZZI1/1'",
                instrument);
        finished(
                upload("coordinator", KielFile.of(KielFile.row("ZZI1", "12", "4", "18", "2000.25"))).post("/api/v1/imports").then(),
                "coordinator");
        List<String> states = rows.of("select c.state::text from change c join commitment k on k.id::text = c.subject "
                + "where k.external_id = 'kiel-release-7/ZZI1/1' order by c.id desc");
        assertThat(ImportedState.read(states.get(0)).instrument()).hasToString(instrument);
    }

    @Test
    void theEventOfAnImportedRowIsTheContractsRecord() throws Exception {
        finished(upload("coordinator",
                KielFile.of(KielFile.row("ZZE1"), KielFile.row("ZZE1", "29", "0", "18", "", "17", "", "12", ".", "2",
                        "until 7/27/2022")))
                .post("/api/v1/imports").then(), "coordinator");
        List<String> states = rows.of("select c.state::text from change c join commitment k on k.id::text = c.subject "
                + "where k.package = 'ZZE1' order by k.external_id");
        assertThat(ImportedState.read(states.get(0))).isEqualTo(ImportedState.expected(states.get(0), "kiel-release-7/ZZE1/1"));
        JsonPath second = JsonPath.from(states.get(1));
        assertThat(second.getString("euroValue.undisclosed")).isEqualTo("NOT_APPLICABLE");
        assertThat(second.getString("money.undisclosed")).isEqualTo("NOT_APPLICABLE");
        assertThat(second.getString("quantity.undisclosed")).isEqualTo("UNKNOWN");
        assertThat(second.getString("announcedOn.undisclosed")).isEqualTo("UNKNOWN");

        finished(upload("coordinator", KielFile.of(KielFile.row("ZZE2", "12", "undisclosed", "2", "until 7/27/2022", "6", "USD")))
                .post("/api/v1/imports").then(), "coordinator");
        String state = rows
                .of("select c.state::text from change c join commitment k on k.id::text = c.subject where k.package = 'ZZE2'")
                .get(0);
        assertThat(Sample.shape(Sample.json(state)))
                .isEqualTo(Sample.shape(Sample.of("commitment.imported").get("data")));
    }

    @Test
    void aJobWhoseProcessEndedIsTakenUpAgain() throws Exception {
        worker.stop();
        String location;
        try {
            StringBuilder file = new StringBuilder(KielFile.header());
            for (int i = 0; i < 2500; i++) {
                file.append(KielFile.row("ZZF1"));
            }
            location = upload("coordinator", file.toString()).queryParam("mode", "PARTIAL").post("/api/v1/imports").then()
                    .statusCode(202)
                    .extract().header("Location");
            ImportJob job = SystemViewer.transaction(() -> progress.claim("ended", Duration.ofMinutes(1))).orElseThrow();
            assertThat(SystemViewer.transaction(() -> progress.claim("other", Duration.ofMinutes(1)))).isEmpty();
            ImportRun.Tools tools = new ImportRun.Tools(files, progress, store, intake, parties, config);
            int[] steps = { 0};
            ImportRun run = new ImportRun(job, mappings.require(job.mapping()), "ended", tools, java.time.LocalDate.now(),
                    () -> steps[0]++ < 3);
            assertThatThrownBy(run::run).isInstanceOf(ImportRun.Interrupted.class);
            assertThat(rows.count("commitment where package = 'ZZF1'")).isEqualTo(1000);
            rows.change("update import_job set lease_until = clock_timestamp() - interval '1 second' where id = ?", job.id());
            // Whoever held it and wakes up late finds that it is no longer the holder.
            SystemViewer.transaction(() -> progress.claim("next", Duration.ofMinutes(1))).orElseThrow();
            assertThatThrownBy(run::run).isInstanceOf(ImportRun.Interrupted.class);
            rows.change("update import_job set lease_until = clock_timestamp() - interval '1 second' where id = ?", job.id());
        } finally {
            worker.start();
        }
        JsonPath job = finished(location, "coordinator");
        assertThat(counts(job)).isEqualTo(counts(2500, 2500, 0, 0, 0, 0, 0));
        assertThat(rows.count("commitment where package = 'ZZF1'")).isEqualTo(2500);
        assertThat(rows.count("change c join commitment k on k.id::text = c.subject where k.package = 'ZZF1'")).isEqualTo(2500);
    }

    @Test
    void anEditorImportsForTheOwnPartyAlone() {
        JsonPath job = finished(
                upload("deu.editor", KielFile.of(KielFile.row("ZZG1", "1", "Germany"), KielFile.row("ZZG2", "1", "France")))
                        .queryParam("mode", "PARTIAL").post("/api/v1/imports").then(),
                "deu.editor");
        assertThat(counts(job)).isEqualTo(counts(2, 1, 0, 0, 1, 0, 0));
        Rest.as("deu.editor").get("/api/v1/imports/" + job.getString("id") + "/rows?outcome=REJECTED").then()
                .body("items.code", equalTo(List.of("not-your-party")));
        for (String other : List.of("fra.editor", "coordinator")) {
            Rest.as(other).get("/api/v1/imports/" + job.getString("id")).then().statusCode(404)
                    .body("type", equalTo(Rest.PROBLEMS + "not-found"));
            Rest.as(other).get("/api/v1/imports/" + job.getString("id") + "/rows").then().statusCode(404);
            Rest.as(other).get("/api/v1/imports/" + job.getString("id") + "/report.csv").then().statusCode(404);
            Rest.as(other).get("/api/v1/imports").then().statusCode(200)
                    .body("items.id", org.hamcrest.Matchers.not(hasItem(job.getString("id"))));
        }
    }

    @Test
    void whoMayNotImportIsRefused() {
        String file = KielFile.of(KielFile.row("ZZH1"));
        RestAssured.given().contentType("text/csv").queryParam("mapping", "kiel-release-7").body(file.getBytes())
                .post("/api/v1/imports").then().statusCode(401);
        upload("deu.reader", file).post("/api/v1/imports").then().statusCode(403);
        upload("auditor", file).post("/api/v1/imports").then().statusCode(403);
        Rest.as("deu.reader").get("/api/v1/imports").then().statusCode(403);
        RestAssured.given().get("/api/v1/imports").then().statusCode(401);
        Rest.as("deu.reader").get("/api/v1/import-mappings").then().statusCode(200).body("items[0].name", equalTo("kiel-release-7"))
                .body("items[0].columns.size()", equalTo(44)).body("items[0].source.citation", containsString("Trebesch"));
        RestAssured.given().get("/api/v1/import-mappings").then().statusCode(401);
        Rest.as("auditor").get("/api/v1/import-mappings").then().statusCode(403);
    }

    @Test
    void filesThatCannotBeReadSayWhere() {
        long jobs = rows.count("import_job");
        refused(upload("coordinator", ""), "unreadable-file", "empty");
        refused(upload("coordinator", KielFile.header()), "unreadable-file", "no row");
        byte[] latin = KielFile.of(KielFile.row("ZZI1", "5", "Caf\u00e9")).getBytes(StandardCharsets.ISO_8859_1);
        refused(upload("coordinator", latin), "unreadable-file", "in line 2 is not");
        refused(upload("coordinator", KielFile.of(KielFile.row("ZZI1")).getBytes(StandardCharsets.UTF_16LE)), "unreadable-file",
                "line 1 holds");
        refused(upload("coordinator", KielFile.of(KielFile.row("ZZI1"), "ZZI2,\"Esto\"nia,x\r\n")), "unreadable-file",
                "In line 3, column 2");
        refused(upload("coordinator", KielFile.of(KielFile.row("ZZI1"), "ZZI2,Estonia,\"x\r\n")), "unreadable-file",
                "opens column 3 in line 3");
        upload("coordinator", KielFile.of(KielFile.row("ZZI1")).replace("Announcement Date", "Day")).post("/api/v1/imports").then()
                .statusCode(400).body("type", equalTo(Rest.PROBLEMS + "columns-do-not-match"))
                .body("violations[0].field", equalTo("column 3"))
                .body("violations[0].message", equalTo("must be \"Announcement Date\", is \"Day\""));
        Rest.as("coordinator").contentType("text/csv").header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("mapping", "atlantis").body(KielFile.header()).post("/api/v1/imports").then().statusCode(400)
                .body("violations[0].field", equalTo("mapping")).body("violations[0].message", containsString("kiel-release-7"));
        upload("coordinator", KielFile.of(KielFile.row("ZZI1"))).queryParam("mode", "SOME").post("/api/v1/imports").then()
                .statusCode(400)
                .body("violations[0].field", equalTo("mode"));
        Rest.as("coordinator").header("Idempotency-Key", "x").queryParam("mapping", "kiel-release-7").body("{}")
                .post("/api/v1/imports")
                .then().statusCode(415);
        Rest.as("coordinator").contentType("text/csv").queryParam("mapping", "kiel-release-7").body(KielFile.all())
                .post("/api/v1/imports")
                .then().statusCode(400).body("violations[0].field", equalTo("Idempotency-Key"));
        assertThat(rows.count("import_job")).isEqualTo(jobs);
    }

    private static void refused(RequestSpecification upload, String type, String detail) {
        upload.post("/api/v1/imports").then().statusCode(400).body("type", equalTo(Rest.PROBLEMS + type))
                .body("detail", containsString(detail));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithoutBeingRead() throws Exception {
        // Not by the client of the other tests: it copies a body several times.
        HttpResponse<String> file = post("/api/v1/imports?mapping=kiel-release-7", "coordinator", "text/csv", 60);
        assertThat(file.statusCode()).isEqualTo(413);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(file.body()).contains(Rest.PROBLEMS + "payload-too-large", "52428800");
        HttpResponse<String> record = post("/api/v1/commitments", "xaa.editor", "application/json", 2);
        assertThat(record.statusCode()).isEqualTo(413);
        assertThat(record.body()).contains("1048576");
    }

    private static HttpResponse<String> post(String path, String user, String type, int megabytes) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + TestParts.token(user)).header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[megabytes << 20])).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theSameRequestAgainIsTheSameImport() {
        String key = UUID.randomUUID().toString();
        String file = KielFile.of(KielFile.row("ZZK1"));
        String first = Rest.as("coordinator").contentType("text/csv").header("Idempotency-Key", key)
                .queryParam("mapping", "kiel-release-7")
                .body(file.getBytes()).post("/api/v1/imports").then().statusCode(202).extract().path("id");
        Rest.as("coordinator").contentType("text/csv").header("Idempotency-Key", key).queryParam("mapping", "kiel-release-7")
                .body(file.getBytes()).post("/api/v1/imports").then().statusCode(202).body("id", equalTo(first));
        Rest.as("coordinator").contentType("text/csv").header("Idempotency-Key", key).queryParam("mapping", "kiel-release-7")
                .body((file + "\r\n").getBytes()).post("/api/v1/imports").then().statusCode(422)
                .body("type", equalTo(Rest.PROBLEMS + "key-reused"));
    }

    @Test
    void aPartyIsNotOverruledOnItsOwnRecord() {
        finished(upload("coordinator", KielFile.of(KielFile.row("ZZL1", "1", "Germany"))).post("/api/v1/imports").then(),
                "coordinator");
        String id = rows.of("select id::text from commitment where external_id = 'kiel-release-7/ZZL1/1'").get(0);
        Rest.as("deu.editor", 1).body(Known.act("DEU", ", \"reason\": \"never given\""))
                .post("/api/v1/commitments/" + id + "/withdrawals").then()
                .statusCode(200);
        JsonPath job = finished(
                upload("coordinator", KielFile.of(KielFile.row("ZZL1", "1", "Germany", "12", "9"))).post("/api/v1/imports")
                        .then(),
                "coordinator");
        assertThat(counts(job)).isEqualTo(counts(1, 0, 0, 1, 0, 0, 0));
        Rest.as("deu.editor").get("/api/v1/commitments/" + id).then().body("state", equalTo("WITHDRAWN")).body("quantity.quantity",
                equalTo(3));
    }
}
