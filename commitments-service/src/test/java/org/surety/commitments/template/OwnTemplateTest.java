package org.surety.commitments.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rest;
import org.surety.commitments.Rows;
import org.surety.commitments.file.FileFormat;
import org.surety.contracts.EventSchemas;
import org.surety.contracts.Kind;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class OwnTemplateTest {

    private static final String HEADER = "externalId,party,basis,kind,title,quantity,unit,label";

    @Inject
    Known known;

    @Inject
    Rows rows;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB", "DEU");
    }

    private static RequestSpecification upload(String user, FileFormat format, byte[] body) {
        return RestAssured.given().auth().oauth2(org.surety.local.TestParts.token(user)).contentType(format.mediaType())
                .header("Idempotency-Key", UUID.randomUUID().toString()).queryParam("mapping", "surety").body(body);
    }

    private static RequestSpecification upload(String user, String csv) {
        return upload(user, FileFormat.CSV, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonPath finished(RequestSpecification upload, String user) {
        String location = upload.post("/api/v1/imports").then().statusCode(202).extract().header("Location");
        return await().atMost(Duration.ofSeconds(60)).until(
                () -> Rest.as(user).get(location.substring(location.indexOf("/api/"))).then().statusCode(200).extract().jsonPath(),
                job -> List.of("DONE", "FAILED").contains(job.getString("state")));
    }

    private static List<String> findings(JsonPath job, String user) {
        JsonPath report = Rest.as(user).get("/api/v1/imports/" + job.getString("id") + "/rows?findings=true&limit=500").then()
                .statusCode(200).extract().jsonPath();
        List<String> found = new ArrayList<>();
        for (Map<String, Object> line : report.<Map<String, Object>>getList("items")) {
            found.add(line.get("row") + " " + line.get("column") + " " + line.get("code"));
        }
        return found;
    }

    private static int count(JsonPath job, String what) {
        return job.getInt("counts." + what);
    }

    private String draft(String user, String body) {
        return Rest.as(user).body(body).post("/api/v1/commitments").then().statusCode(201).extract().path("id");
    }

    private void file(String user, String party, String id) {
        Rest.as(user, 1).body(Known.act(party, "")).post("/api/v1/commitments/" + id + "/filings").then().statusCode(200);
    }

    /** Commitments that say everything that can be said, and in ways that are hard to write into a cell. */
    private void manyKinds(UUID requirement) {
        String full = """
                {"party": "XAA", "basis": "GUARANTEE", "kind": "FORCE_CONTRIBUTION", "title": "=HYPERLINK(1) \\"brigade\\"; one, two",
                 "text": " first\\r\\nsecond\\tthird\\n", "priority": "MULTINATIONAL_FORCE", "quantity": {"quantity": 4000.5, "unit": "soldiers"},
                 "contributions": [{"requirement": "%s", "quantity": 3500, "element": "12th @ Brigade"}], "money": {"amount": "5000000.00", "currency": "PLN"},
                 "euroValue": {"amount": "1250000", "currency": "EUR"}, "particulars": {"leadNation": true, "capabilityCoalition": "=drones",
                    "rate": {"perEuro": "4.0", "on": "2026-03-10", "source": "bank\\nof the exercise"}, "quantityBasis": "STATED",
                    "moneyBasis": "ESTIMATED", "euroBasis": "COMPUTED"}, "period": {"from": "2026-03-01"}, "place": "'here'", "domain": "LAND",
                 "announcedOn": "2026-03-11", "group": "@group",
                 "triggers": [{"kind": "CEASEFIRE_IN_FORCE"}, {"kind": "DATE", "day": "2127-01-01"}], "pointOfContact": "%s", "externalId": "T-%s",
                 "sources": [{"url": "https://example.org/a"}, {"url": "https://example.org/b", "text": "two\\nlines \\\\ here"},
                    {"text": "https://example.org is meant"}, {"text": "text: so"}],
                 "label": {"release": "NAMED", "parties": ["XAC", "XAB"]}}"""
                .formatted(requirement, Known.actor("XAA"), UUID.randomUUID());
        file("xaa.editor", "XAA", draft("xaa.editor", full));
        draft("xaa.editor",
                """
                        {"party": "XAA", "basis": "EARLIER_SUPPORT", "kind": "TRAINING", "category": "MILITARY", "title": "-1 \\u00e9\\uD83D\\uDE00",
                         "quantity": {"undisclosed": "WITHHELD", "unit": "crews"}, "money": {"undisclosed": "UNKNOWN", "currency": "USD"},
                         "announcedOn": {"undisclosed": "UNKNOWN"}, "place": {"undisclosed": "WITHHELD"},
                         "period": {"from": {"undisclosed": "NOT_DECIDED"}, "until": "2027-01-01"}, "label": {"release": "PUBLIC"}}""");
        String withdrawn = draft("xaa.editor",
                """
                        {"party": "XAA", "basis": "GUARANTEE", "kind": "TRAINING", "title": "Taken back", "quantity": {"quantity": 1, "unit": "crews"},
                         "label": {"release": "COALITION"}}""");
        file("xaa.editor", "XAA", withdrawn);
        Rest.as("xaa.editor", 2).body(Known.act("XAA", ", \"reason\": \"+changed\""))
                .post("/api/v1/commitments/" + withdrawn + "/withdrawals")
                .then().statusCode(200);
        file("xab.editor", "XAB",
                draft("xab.editor",
                        """
                                {"party": "XAB", "basis": "GUARANTEE", "kind": "TRAINING", "title": "Of another", "quantity": {"quantity": 2, "unit": "crews"},
                                 "pointOfContact": "%s", "label": {"release": "COALITION"}}"""
                                .formatted(Known.actor("XAB"))));
    }

    @Test
    void importingAnExportChangesNothing() {
        UUID requirement = known.requirement("soldiers", Kind.FORCE_CONTRIBUTION);
        manyKinds(requirement);
        for (FileFormat format : FileFormat.values()) {
            byte[] file = Rest.as("xaa.editor").get("/api/v1/commitments/export?series=EXERCISE&format=" + format).then()
                    .statusCode(200)
                    .contentType(startsWith(format.mediaType())).extract().asByteArray();
            long changes = rows.count("change");
            JsonPath job = finished(upload("xaa.editor", format, file), "xaa.editor");

            assertThat(findings(job, "xaa.editor")).as(format.name()).isEmpty();
            assertThat(job.getString("state")).as(job.getString("failure")).isEqualTo("DONE");
            assertThat(count(job, "unchanged")).isEqualTo(job.getInt("rows")).isGreaterThan(3);
            assertThat(rows.count("change")).isEqualTo(changes);
            JsonPath losses = Rest.as("xaa.editor").get("/api/v1/imports/" + job.getString("id") + "/losses").then().statusCode(200)
                    .extract().jsonPath();
            assertThat(losses.getInt("lost")).isZero();
            assertThat(losses.getInt("held")).isEqualTo(losses.getInt("cells")).isGreaterThan(40);
        }
    }

    @Test
    void everyRowOfAnExportSaysWhatTheRegisterIsNotAccreditedFor() throws IOException {
        manyKinds(known.requirement("soldiers", Kind.FORCE_CONTRIBUTION));
        String notice = "Not accredited for classified information";
        String path = "/api/v1/commitments/export?series=EXERCISE&party=XAB&format=";
        String csv = Rest.as("xaa.editor").get(path + "CSV").then().statusCode(200).extract().asString();
        assertThat(csv).startsWith("handling,id,party,");
        assertThat(csv.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith(notice + ","));
        String objects = Rest.as("xaa.editor").get(path + "NDJSON").then().statusCode(200).extract().asString();
        assertThat(objects.lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"handling\":\"" + notice + "\","));
        byte[] xlsx = Rest.as("xaa.editor").get(path + "XLSX").then().statusCode(200).extract().asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                Stream<Row> lines = workbook.getFirstSheet().openStream();
                Stream<Row> beside = workbook.getSheet(1).orElseThrow().openStream()) {
            assertThat(lines.skip(1).map(row -> row.getCellText(0))).isNotEmpty().containsOnly(notice);
            assertThat(beside.map(row -> row.getCellText(0))).containsExactly(notice);
        }
    }

    @Test
    void whatASpreadsheetWouldComputeIsHarmlessInAnExport() {
        draft("xaa.editor",
                """
                        {"party": "XAA", "basis": "GUARANTEE", "kind": "TRAINING", "title": "=cmd()", "text": "'quoted'", "priority": "CEASEFIRE_MONITORING",
                         "quantity": {"quantity": 1, "unit": "crews"}, "label": {"release": "COALITION"}}""");
        String path = "/api/v1/commitments/export?party=XAA&priority=CEASEFIRE_MONITORING&kind=TRAINING";
        assertThat(Rest.as("xaa.editor").get(path).then().statusCode(200).extract().asString()).contains(",'=cmd(),''quoted',")
                .doesNotContain(",=cmd");
        Rest.as("xaa.editor").get(path + "&format=NDJSON").then().statusCode(200).body(containsString("\"title\":\"=cmd()\""));
        // Drafts are the party's own affair, in a file as in a list.
        assertThat(Rest.as("xab.editor").get(path).then().statusCode(200).extract().asString()).doesNotContain("cmd()")
                .contains("externalId");
        assertThat(Rest.as("xaa.editor").get(path + "&asOf=2020-01-01").then().statusCode(200).extract().asString().lines())
                .hasSize(1);
        Rest.as("xaa.editor").get(path + "&knownAt=2999-01-01T00:00:00Z").then().statusCode(409)
                .body("type", equalTo(Rest.PROBLEMS + "not-yet-known"));
        Rest.as("xaa.editor").get(path + "&format=PDF").then().statusCode(400).body("violations[0].field", equalTo("format"));
        Rest.as("auditor").get(path).then().statusCode(403);
        RestAssured.given().get(path).then().statusCode(401);
    }

    @Test
    void theTemplateHasAnExampleThatCanBeImported() throws IOException {
        byte[] csv = Rest.as("xaa.reader").get("/api/v1/commitments/template?format=CSV").then().statusCode(200).extract()
                .asByteArray();
        JsonPath first = finished(upload("xaa.editor", FileFormat.CSV, csv), "xaa.editor");
        assertThat(findings(first, "xaa.editor")).isEmpty();
        assertThat(count(first, "imported")).isEqualTo(1);
        byte[] xlsx = Rest.as("xaa.reader").get("/api/v1/commitments/template").then().statusCode(200).extract().asByteArray();
        JsonPath second = finished(upload("xaa.editor", FileFormat.XLSX, xlsx), "xaa.editor");
        assertThat(count(second, "unchanged")).isEqualTo(1);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                Stream<Row> lines = workbook.getSheet(1).orElseThrow().openStream()) {
            assertThat(lines.map(row -> row.getCellText(0) + ": " + row.getCellText(1)))
                    .anyMatch(line -> line.startsWith("kind: WEAPONRY, TRAINING"))
                    .anyMatch(line -> line.startsWith("all: Not accredited for classified information"))
                    .anyMatch(line -> line.startsWith("money:") && line.contains("NOT_DECIDED"));
        }
        String id = rows.of("select id::text from commitment where party = 'XAA' and external_id = '2026-017'").get(0);
        Rest.as("xaa.reader").get("/api/v1/commitments/" + id).then().statusCode(200).body("state", equalTo("DRAFT"))
                .body("labelWhenFiled.release", equalTo("COALITION")).body("money.undisclosed", equalTo("NOT_DECIDED"))
                .body("domain", equalTo("LAND")).body("period.from", equalTo("2026-03-01"))
                .body("triggers.kind", equalTo(List.of("CEASEFIRE_IN_FORCE", "DATE")));
        // Seen by nobody else: neither the record nor the event.
        Rest.as("xab.editor").get("/api/v1/commitments/" + id).then().statusCode(404);
        assertThat(rows.of("select type || ' ' || withheld || ' ' || bulk from change where subject = ?", id))
                .containsExactly("org.surety.commitment.drafted.v1 true true");
        RestAssured.given().get("/api/v1/commitments/template").then().statusCode(401);
        Rest.as("auditor").get("/api/v1/commitments/template").then().statusCode(403);
    }

    @Test
    void rowsAreFoundAgainByTheirExternalIdAndAmended() {
        String first = HEADER
                + "\nA-1,XAA,GUARANTEE,TRAINING,Crews,10,crews,COALITION\nA-2,XAA,EARLIER_SUPPORT,TRAINING,Given,2,crews,PUBLIC\n";
        assertThat(count(finished(upload("xaa.editor", first), "xaa.editor"), "imported")).isEqualTo(2);
        JsonPath job = finished(upload("xaa.editor", first.replace(",10,", ",12,").replace("PUBLIC", "NAMED XAB")), "xaa.editor");

        assertThat(count(job, "amended")).isEqualTo(2);
        assertThat(rows.of(
                "select type || ' ' || changed::text || ' ' || withheld from change c join commitment k on k.id::text = c.subject "
                        + "where k.external_id in ('A-1', 'A-2') and k.party = 'XAA' order by k.external_id, c.subject_version"))
                .containsExactly("org.surety.commitment.drafted.v1 {} true", "org.surety.commitment.redrafted.v1 {quantity} true",
                        "org.surety.commitment.imported.v1 {} false", "org.surety.commitment.imported.v1 {label} false");
        String given = rows.of("select id::text from commitment where external_id = 'A-2' and party = 'XAA'").get(0);
        Rest.as("xab.reader").get("/api/v1/commitments/" + given).then().statusCode(200).body("label.release", equalTo("NAMED"));
        Rest.as("xac.reader").get("/api/v1/commitments/" + given).then().statusCode(404);
    }

    @Test
    void eachRowThatCannotBeTakenSaysWhy() {
        String hidden = draft("xab.editor",
                """
                        {"party": "XAB", "basis": "GUARANTEE", "kind": "TRAINING", "title": "Hidden", "quantity": {"quantity": 2, "unit": "crews"},
                         "label": {"release": "NATIONAL"}}""");
        String header = "id,externalId,party,basis,state,kind,title,quantity,unit,money,currency,periodFrom,periodUntil,label";
        String csv = String.join("\n", header,
                ",E-1,XAA,GUARANTEE,,TRAINING,Good,1,crews,,,,,COALITION",
                ",E-1,XAA,GUARANTEE,,TRAINING,Good,2,crews,,,,,COALITION",
                ",E-2,XAB,GUARANTEE,,TRAINING,Of another,1,crews,,,,,COALITION",
                hidden + ",,XAB,GUARANTEE,,TRAINING,Hidden,2,crews,,,,,NATIONAL",
                ",E-3,XAA,GUARANTEE,FILED,TRAINING,Filed,1,crews,,,,,COALITION",
                ",E-4,XAA,GUARANTEE,,DANCING,Kind,1,crews,,,,,COALITION",
                ",E-5,XAA,GUARANTEE,,TRAINING,Number,1e3,crews,,,,,COALITION",
                ",E-6,XAA,GUARANTEE,,TRAINING,Period,1,crews,,,2026-03-02,2026-03-01,COALITION",
                ",E-7,XAA,GUARANTEE,,TRAINING,Money,1,crews,5,QQQ,,,COALITION",
                ",,XAA,GUARANTEE,,TRAINING,No id,1,crews,,,,,COALITION",
                ",E-8,QQQ,GUARANTEE,,TRAINING,No party,1,crews,,,,,COALITION",
                ",E-9,XAA,GUARANTEE,,TRAINING,No label,1,crews,,,,,",
                ",E-10,XAA,GUARANTEE,,TRAINING,Reason,UNDISCLOSED:WHO,crews,,,,,COALITION",
                ",E-11,XAA,GUARANTEE,,TRAINING,Not released,UNDISCLOSED:NOT_RELEASED,crews,,,,,COALITION", "");
        JsonPath job = finished(upload("xaa.editor", csv).queryParam("mode", "PARTIAL"), "xaa.editor");

        assertThat(findings(job, "xaa.editor")).containsExactly("2 null repeated", "3 party against-the-rules",
                "4 party against-the-rules",
                "4 id against-the-rules", "5 state against-the-rules", "6 kind not-a-value", "7 quantity not-a-number",
                "8 period.until against-the-rules", "9 money.currency against-the-rules", "10 externalId against-the-rules",
                "11 party unknown-party", "12 label not-stated", "13 quantity not-a-value",
                "14 quantity.undisclosed against-the-rules");
        assertThat(count(job, "imported")).isEqualTo(1);
        assertThat(rows.of("select quantity from commitment where external_id = 'E-1'")).containsExactly("1");
        Rest.as("xaa.editor").get("/api/v1/imports/" + job.getString("id") + "/rows?findings=true&limit=1").then()
                .body("items[0].message", equalTo("is of the same commitment as row 1"));
        assertThat(Rest.as("xaa.editor").get("/api/v1/imports/" + job.getString("id") + "/report").then().statusCode(200).extract()
                .asString()
                .lines().toList()).hasSize(15).first().asString().endsWith(",label,error");
    }

    @Test
    void theCoordinatorRecordsEarlierSupportAndNothingThatAPartyKeepsItself() {
        file("deu.editor", "DEU", draft("deu.editor",
                """
                        {"party": "DEU", "basis": "EARLIER_SUPPORT", "kind": "TRAINING", "title": "Own", "quantity": {"quantity": 2, "unit": "crews"},
                         "externalId": "C-1", "label": {"release": "PUBLIC"}}"""));
        String own = rows.of("select id::text from commitment where external_id = 'C-1' and party = 'DEU'").get(0);
        String csv = String.join("\n", "id," + HEADER, ",C-1,DEU,EARLIER_SUPPORT,TRAINING,Public record,3,crews,PUBLIC",
                ",C-2,DEU,GUARANTEE,TRAINING,Promise,3,crews,PUBLIC", ",C-3,DEU,EARLIER_SUPPORT,TRAINING,Narrow,3,crews,COALITION",
                own + ",C-1,DEU,EARLIER_SUPPORT,TRAINING,Overruled,3,crews,PUBLIC", "");
        JsonPath job = finished(upload("coordinator", csv).queryParam("mode", "PARTIAL"), "coordinator");

        assertThat(findings(job, "coordinator")).containsExactly("2 party against-the-rules", "3 label against-the-rules",
                "4 id against-the-rules");
        assertThat(rows.of(
                "select coalesce(mapping, 'own') || ' ' || title || ' ' || state from commitment where external_id = 'C-1' order by 1"))
                .containsExactly("own Own FILED", "surety Public record FILED");
    }

    @Test
    void aRecordThatItsPartyHasNarrowedStaysAsItIs() {
        String csv = HEADER + "\nJ-1,DEU,EARLIER_SUPPORT,TRAINING,Public record,3,crews,PUBLIC\n";
        finished(upload("coordinator", csv), "coordinator");
        String id = rows.of("select id::text from commitment where external_id = 'J-1'").get(0);
        Rest.as("deu.editor", 1).body(
                "{\"kind\": \"TRAINING\", \"title\": \"Public record\", \"quantity\": {\"quantity\": 3, \"unit\": \"crews\"}, "
                        + "\"label\": {\"release\": \"NATIONAL\"}}")
                .put("/api/v1/commitments/" + id).then().statusCode(200);
        JsonPath job = finished(upload("coordinator", csv.replace(",3,", ",4,")), "coordinator");
        assertThat(count(job, "unchanged")).isEqualTo(1);
        assertThat(rows.of("select quantity || ' ' || version || ' ' || filing_label from commitment where external_id = 'J-1'"))
                .containsExactly("3 2 NATIONAL|REAL|DEU");
    }

    /** The label of deliveries is that of their commitment: a file cannot change the one without the other. */
    @Test
    void whatWasDeliveredKeepsItsCommitmentsLabel() {
        String csv = HEADER + "\nL-1,XAA,EARLIER_SUPPORT,TRAINING,Given,2,crews,COALITION\n";
        JsonPath job = finished(upload("xaa.editor", csv), "xaa.editor");
        String path = "/api/v1/commitments/"
                + rows.of("select id::text from commitment where external_id = 'L-1' and party = 'XAA'").get(0);
        Rest.as("xaa.editor").body("""
                {"recipient": "XAB", "stage": "HANDED_OVER", "day": "2026-03-02", "quantity": {"quantity": 1, "unit": "crews"}}""")
                .post(path + "/deliveries").then().statusCode(201);

        JsonPath narrowed = finished(upload("xaa.editor", csv.replace("COALITION", "NATIONAL")).queryParam("mode", "PARTIAL"),
                "xaa.editor");
        assertThat(findings(narrowed, "xaa.editor")).containsExactly("1 label against-the-rules");
        JsonPath counted = finished(upload("xaa.editor", csv.replace(",2,", ",3,")), "xaa.editor");
        assertThat(count(counted, "amended")).isEqualTo(1);

        for (JsonPath done : List.of(counted, job)) {
            String taken = "/api/v1/imports/" + done.getString("id");
            Rest.as("xaa.editor").body("{\"reason\": \"wrong file\"}").post(taken + "/withdrawals").then().statusCode(202);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Rest.as("xaa.editor").get(taken).then().extract().path("takeBack.finishedAt") != null);
            Rest.as("xaa.editor").get(taken).then().body("takeBack.changedSince", equalTo(1));
        }
        Rest.as("xab.reader").get(path).then().statusCode(200).body("label.release", equalTo("COALITION"))
                .body("quantity.quantity", equalTo(3)).body("delivery.delivered.quantity.quantity", equalTo(1));
    }

    @Test
    void particularsComeAndGoAndAreTakenBack() {
        String header = HEADER + ",money,currency,euroValue,leadNation,ratePerEuro,rateOn,rateSource,euroBasis\n";
        String csv = header
                + "P-1,XAA,EARLIER_SUPPORT,TRAINING,Given,2,crews,PUBLIC,850.00,PLN,200,true,4.25,2026-03-10,bank,COMPUTED\n";
        finished(upload("xaa.editor", csv), "xaa.editor");
        String path = "/api/v1/commitments/" + rows.of("select id::text from commitment where external_id = 'P-1'").get(0);
        Rest.as("xab.reader").get(path).then().statusCode(200).body("particulars.leadNation", equalTo(true))
                .body("particulars.rate.perEuro", equalTo("4.25")).body("particulars.rate.on", equalTo("2026-03-10"))
                .body("particulars.rate.source", equalTo("bank")).body("particulars.euroBasis", equalTo("COMPUTED"));
        assertThat(count(finished(upload("xaa.editor", csv), "xaa.editor"), "unchanged")).isEqualTo(1);

        JsonPath wrong = finished(upload("xaa.editor", csv.replace("true,4.25", "perhaps,4.25")
                + csv.substring(header.length()).replace("P-1", "P-2").replace("4.25", "2.5")).queryParam("mode", "PARTIAL"),
                "xaa.editor");
        assertThat(findings(wrong, "xaa.editor")).containsExactly("1 leadNation not-a-value",
                "2 particulars.rate against-the-rules");

        String less = csv.replace("true,4.25,2026-03-10,bank,COMPUTED", ",,,,");
        JsonPath without = finished(upload("xaa.editor", less + "P-3,XAA,EARLIER_SUPPORT,TRAINING,New,1,crews,PUBLIC,,,,,,,,\n")
                .queryParam("reason", "EXCHANGE_RATE"), "xaa.editor");
        assertThat(without.getString("reason")).isEqualTo("EXCHANGE_RATE");
        assertThat(rows.of("select c.reason || ' ' || k.external_id from change c join commitment k on c.subject = k.id::text "
                + "and c.subject_version = k.version where k.external_id in ('P-1', 'P-3') order by 1"))
                .as("what is new is a new fact").containsExactly("EXCHANGE_RATE P-1", "NEW_FACT P-3");
        upload("xaa.editor", less).queryParam("reason", "WEATHER").post("/api/v1/imports").then().statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        assertThat(count(without, "amended")).isEqualTo(1);
        Rest.as("xab.reader").get(path).then().body("particulars", equalTo(null));
        assertThat(rows.of("select array_to_string(changed, ' ') from change where subject = ? and subject_version = 2",
                path.substring(path.lastIndexOf('/') + 1))).containsExactly("particulars");
        String taken = "/api/v1/imports/" + without.getString("id");
        Rest.as("xaa.editor").body("{\"reason\": \"wrong file\"}").post(taken + "/withdrawals").then().statusCode(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Rest.as("xaa.editor").get(taken).then().extract().path("takeBack.finishedAt") != null);
        Rest.as("xab.reader").get(path).then().body("particulars.rate.perEuro", equalTo("4.25"));
    }

    @Test
    void aPlaceAndDaysThatAreNotKnownSayWhyAndAreTakenBack() {
        String header = HEADER + ",periodFrom,periodUntil,place\n";
        String csv = header
                + "U-1,XAA,EARLIER_SUPPORT,TRAINING,Given,2,crews,PUBLIC,UNDISCLOSED:NOT_DECIDED,2027-01-01,UNDISCLOSED:WITHHELD\n";
        finished(upload("xaa.editor", csv), "xaa.editor");
        String id = rows.of("select id::text from commitment where external_id = 'U-1'").get(0);
        String path = "/api/v1/commitments/" + id;
        Rest.as("xab.reader").get(path).then().statusCode(200).body("period.from.undisclosed", equalTo("NOT_DECIDED"))
                .body("period.until", equalTo("2027-01-01")).body("place.undisclosed", equalTo("WITHHELD"));
        String event = rows.of("select state::text from change where subject = ?", id).get(0);
        assertThat(EventSchemas.strict().faultsOfData("org.surety.commitment.imported.v1", event)).isEmpty();
        assertThat(event).contains("\"fromUndisclosed\"", "\"placeUndisclosed\"").doesNotContain("untilUndisclosed");
        assertThat(count(finished(upload("xaa.editor", csv), "xaa.editor"), "unchanged")).isEqualTo(1);

        JsonPath wrong = finished(upload("xaa.editor", csv.replace("WITHHELD", "WHEREVER").replace("NOT_DECIDED", "SOON"))
                .queryParam("mode", "PARTIAL"), "xaa.editor");
        assertThat(findings(wrong, "xaa.editor")).containsExactlyInAnyOrder("1 periodFrom not-a-value", "1 place not-a-value");
        JsonPath known = finished(upload("xaa.editor", csv.replace("UNDISCLOSED:WITHHELD", "the coast")
                .replace("UNDISCLOSED:NOT_DECIDED", "2026-01-01").replace("2027-01-01", "UNDISCLOSED:UNKNOWN")), "xaa.editor");
        Rest.as("xab.reader").get(path).then().body("place", equalTo("the coast")).body("period.from", equalTo("2026-01-01"))
                .body("period.until.undisclosed", equalTo("UNKNOWN"));
        assertThat(rows.of("select array_to_string(changed, ' ') from change where subject = ? and subject_version = 2", id))
                .containsExactly("period place");
        String taken = "/api/v1/imports/" + known.getString("id");
        Rest.as("xaa.editor").body("{\"reason\": \"wrong file\"}").post(taken + "/withdrawals").then().statusCode(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Rest.as("xaa.editor").get(taken).then().extract().path("takeBack.finishedAt") != null);
        Rest.as("xab.reader").get(path).then().body("place.undisclosed", equalTo("WITHHELD"))
                .body("period.from.undisclosed", equalTo("NOT_DECIDED")).body("period.until", equalTo("2027-01-01"));
    }

    @Test
    void anImportOfDraftsIsTakenBack() {
        String first = HEADER + "\nK-1,XAA,GUARANTEE,TRAINING,Crews,10,crews,COALITION\n";
        finished(upload("xaa.editor", first), "xaa.editor");
        JsonPath job = finished(
                upload("xaa.editor", first.replace(",10,", ",12,") + "K-2,XAA,GUARANTEE,TRAINING,Crews,1,crews,COALITION\n"
                        + "K-3,XAA,EARLIER_SUPPORT,TRAINING,Given,1,crews,NAMED XAB\n"),
                "xaa.editor");
        String path = "/api/v1/imports/" + job.getString("id");
        Rest.as("xab.editor").body("{\"reason\": \"x\"}").post(path + "/withdrawals").then().statusCode(404);
        Rest.as("xaa.reader").body("{\"reason\": \"x\"}").post(path + "/withdrawals").then().statusCode(403);
        RestAssured.given().contentType("application/json").body("{\"reason\": \"x\"}").post(path + "/withdrawals").then()
                .statusCode(401);
        Rest.as("xaa.editor").body("{\"reason\": \"wrong file\"}").post(path + "/withdrawals").then().statusCode(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Rest.as("xaa.editor").get(path).then().extract().path("takeBack.finishedAt") != null);

        assertThat(rows.of(
                "select external_id || ' ' || state || ' ' || quantity || ' ' || version || ' ' || coalesce(withdrawal_reason, '-') "
                        + "from commitment where external_id in ('K-1', 'K-2', 'K-3') order by 1"))
                .containsExactly("K-1 DRAFT 10 3 -", "K-3 WITHDRAWN 1 2 wrong file");
        assertThat(rows.of(
                "select type || ' ' || reason || ' ' || withheld from change where reason = 'CORRECTION' and bulk and subject in "
                        + "(select commitment_id::text from import_row where import_id = cast(? as uuid)) order by type",
                job.getString("id")))
                .containsExactly("org.surety.commitment.discarded.v1 CORRECTION true",
                        "org.surety.commitment.redrafted.v1 CORRECTION true",
                        "org.surety.commitment.withdrawn.v1 CORRECTION false");
        Rest.as("xaa.editor").get(path).then().body("takeBack.withdrawn", equalTo(1)).body("takeBack.restored", equalTo(1))
                .body("takeBack.discarded", equalTo(1)).body("takeBack.changedSince", equalTo(0));
        // What was taken back may come again, in the own template too.
        JsonPath again = finished(upload("xaa.editor", HEADER + "\nK-3,XAA,EARLIER_SUPPORT,TRAINING,Given,2,crews,NAMED XAB\n"),
                "xaa.editor");
        assertThat(count(again, "amended")).isEqualTo(1);
        assertThat(rows.of("select state || ' ' || quantity from commitment where external_id = 'K-3'")).containsExactly("FILED 2");
        JsonPath dry = finished(upload("xaa.editor", first).queryParam("dryRun", true), "xaa.editor");
        Rest.as("xaa.editor").body("{\"reason\": \"x\"}").post("/api/v1/imports/" + dry.getString("id") + "/withdrawals").then()
                .statusCode(409)
                .body("type", equalTo(Rest.PROBLEMS + "import-not-stored"));
    }

    @Test
    void otherFormsGiveTheSameRows() {
        String german = "\uFEFF" + HEADER.replace(',', ';')
                + ";money;currency\r\nF-1;XAA;GUARANTEE;TRAINING;Crews;10,5;crews;COALITION;1250000,00;EUR\r\n";
        JsonPath first = finished(upload("xaa.editor", german), "xaa.editor");
        assertThat(first.getString("delimiter")).isEqualTo("SEMICOLON");
        assertThat(first.getString("decimal")).isEqualTo("COMMA");
        assertThat(count(first, "imported")).isEqualTo(1);
        String object = "{\"externalId\": \"F-1\", \"party\": \"XAA\", \"basis\": \"GUARANTEE\", \"kind\": \"TRAINING\", \"title\": \"Crews\", "
                + "\"quantity\": 10.5, \"unit\": \"crews\", \"label\": \"COALITION\", \"money\": \"1250000.00\", \"currency\": \"EUR\"}\n";
        JsonPath second = finished(upload("xaa.editor", FileFormat.NDJSON, object.getBytes(StandardCharsets.UTF_8)), "xaa.editor");
        assertThat(count(second, "unchanged")).isEqualTo(1);
        JsonPath bad = finished(
                upload("xaa.editor", FileFormat.NDJSON, object.replace("TRAINING", "DANCING").getBytes(StandardCharsets.UTF_8)),
                "xaa.editor");
        assertThat(bad.getString("state")).isEqualTo("FAILED");
        assertThat(
                JsonPath.from(Rest.as("xaa.editor").get("/api/v1/imports/" + bad.getString("id") + "/report").then().statusCode(200)
                        .contentType("application/x-ndjson").extract().asString()).getString("error"))
                .contains("kind must be one of");
    }

    @Test
    void totalsThatDifferEndAnImportOfAllOrNothing() {
        String csv = HEADER + ",money,currency\nG-1,XAA,GUARANTEE,TRAINING,Crews,1,crews,COALITION,100.50,EUR\n"
                + "G-2,XAA,GUARANTEE,TRAINING,Crews,1,crews,COALITION,50,USD\n";
        JsonPath failed = finished(
                upload("xaa.editor", csv).queryParam("expectedRows", 2).queryParam("expectedSum", "EUR:100.5", "XAA:USD:51"),
                "xaa.editor");
        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("failure")).contains("MONEY of XAA in USD expected 51, found 50").doesNotContain("EUR");
        assertThat(failed.getList("controls.found", Double.class)).containsExactly(2.0, 100.5, 50.0);
        assertThat(rows.count("commitment where external_id in ('G-1', 'G-2')")).isZero();
        JsonPath partial = finished(upload("xaa.editor", csv).queryParam("mode", "PARTIAL").queryParam("expectedRows", 3),
                "xaa.editor");
        assertThat(partial.getString("state")).isEqualTo("DONE");
        assertThat(partial.getInt("controls[0].found")).isEqualTo(2);
        upload("xaa.editor", csv).queryParam("expectedSum", "EUR").post("/api/v1/imports").then().statusCode(400).body(
                "violations[0].field",
                equalTo("expectedSum"));
    }

    @Test
    void filesThatAreNoneAreRefusedByName() throws IOException {
        ByteArrayOutputStream formula = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(formula, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("One");
            String[] header = HEADER.split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "H-1");
            sheet.formula(1, 5, "1+1");
        }
        refused(upload("xaa.editor", FileFormat.XLSX, formula.toByteArray()), "formula-cells", "F2");
        byte[] linked = zip("xl/externalLinks/externalLink1.xml", 10);
        refused(upload("xaa.editor", FileFormat.XLSX, linked), "external-links", "externalLink1");
        byte[] bomb = zip("xl/worksheets/sheet1.xml", 30 << 20);
        refused(upload("xaa.editor", FileFormat.XLSX, bomb), "unpacks-too-large", "more than");
        refused(upload("xaa.editor", HEADER + "\nI-1," + "x".repeat(10 << 20) + ",,,,,,\n"), "cell-too-long", "line 2");
        refused(upload("xaa.editor", HEADER + "\n" + "1,2,3,4,5,6,7,8\n".repeat(40_000)), "too-many-cells", "300000");
        refused(upload("xaa.editor", "tittle\nx\n"), "columns-do-not-match", "tittle");
        refused(upload("coordinator", FileFormat.NDJSON, "{}".getBytes(StandardCharsets.UTF_8)).queryParam("x", 1),
                "unknown-parameter",
                "expectedRows");
    }

    private static void refused(RequestSpecification upload, String type, String detail) {
        upload.post("/api/v1/imports").then().statusCode(400).body("type", equalTo(Rest.PROBLEMS + type)).body("detail",
                containsString(detail));
    }

    private static byte[] zip(String name, int bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[bytes]);
        }
        return out.toByteArray();
    }
}
