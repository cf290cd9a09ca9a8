package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.JsonNode;

/** What is wrong is refused with the place of the mistake, and leaves nothing behind: neither a record nor a number in the log. */
@ExtendWith(SuiteExtension.class)
class BadInputIT {
    private static final long LARGE = 200L * 1024 * 1024;
    private static RunningSuite suite;
    private static Api api;
    private static Imports imports;
    private static String requirement;
    private static long head;
    private static long jobs;
    /** Imports that were begun and stored nothing. */
    private static int tried;

    @BeforeAll
    static void look(RunningSuite running) {
        suite = running;
        api = running.api();
        imports = new Imports(api);
        Exercise exercise = new Exercise(api);
        requirement = exercise.requirement("Bad input: land component");
        // Its arrival in commitments-service, so that a refusal below is never for want of it.
        exercise.draft("XAE", "Bad input: a good draft", requirement, 1, "{\"release\": \"NATIONAL\"}");
        head = new Feed(suite).head(Service.COMMITMENTS_SERVICE);
        jobs = api.list("/api/v1/imports", Imports.USER).size();
    }

    @AfterAll
    static void nothingWasStored() {
        assertEquals(1, api.list("/api/v1/commitments?requirement=" + requirement, "xae.editor").size());
        assertEquals(jobs + tried, api.list("/api/v1/imports", Imports.USER).size());
        // What is sequenced at all is sequenced within a quarter of a second; the list above was asked for after the last refusal.
        assertEquals(head, new Feed(suite).head(Service.COMMITMENTS_SERVICE));
    }

    @Test
    void unknownField() {
        refused(good().replaceFirst("\"title\"", "\"colour\": \"blue\", \"title\""), "colour");
    }

    @Test
    void unknownFieldDeepInside() {
        refused(good().replace("\"unit\": \"soldiers\"}", "\"unit\": \"soldiers\", \"about\": 1}"), "quantity.about");
    }

    @Test
    void unitThatIsNotTheRequirementsUnit() {
        refused(good().replace("\"unit\": \"soldiers\"", "\"unit\": \"battalions\""), "contributions[0].unit");
    }

    @Test
    void negativeQuantity() {
        refused("""
                {"party": "XAE", "basis": "GUARANTEE", "kind": "TRAINING", "title": "Bad input", "quantity": {"quantity": -5, "unit": "soldiers"},
                 "label": {"release": "PUBLIC"}}""",
                "quantity.quantity");
    }

    @Test
    void negativeContribution() {
        refused(good().replace("\"quantity\": 5}]", "\"quantity\": -5}]"), "contributions[0].quantity");
    }

    @Test
    void negativeAmountOfMoney() {
        refused(withMoney("{\"amount\": \"-1.00\", \"currency\": \"EUR\"}"), "money.amount");
    }

    @Test
    void unknownCurrency() {
        refused(withMoney("{\"amount\": \"1.00\", \"currency\": \"XYZ\"}"), "money.currency");
    }

    @Test
    void unknownParty() {
        refused(good().replace("\"party\": \"XAE\"", "\"party\": \"XYZ\""), "party");
    }

    @Test
    void dateThatIsNone() {
        refused(good().replaceFirst("\"title\"", "\"announcedOn\": \"2026-02-30\", \"title\""), "announcedOn");
    }

    @Test
    void periodWhoseDateIsNone() {
        refused(good().replaceFirst("\"title\"", "\"period\": {\"from\": \"tomorrow\"}, \"title\""), "period.from");
    }

    @Test
    void kindThatIsNone() {
        refused(good().replace("FORCE_CONTRIBUTION", "FORCE"), "kind");
    }

    @Test
    void requirementThatIsNone() {
        refused(good().replace(requirement, "00000000-0000-4000-8000-000000000000"), "contributions[0].requirement");
    }

    @Test
    void bodyThatIsNoJson() {
        api.post("/api/v1/commitments", "xae.editor", "{\"party\": ").expectProblem(400, "invalid-request");
    }

    @Test
    void bodyOfAnotherShape() {
        refused("[1, \"x\"]", "body");
        refused(good().replace("\"kind\": \"FORCE_CONTRIBUTION\"", "\"kind\": {\"undisclosed\": \"UNKNOWN\"}"), "kind");
        refused(good().replaceFirst("\"title\"", "\"sources\": 2147483648, \"title\""), "sources");
        refused(good().replaceFirst("\"title\": \"[^\"]*\"", "\"title\": [1, \"x\"]"), "title");
    }

    @Test
    void bodyOfAnotherMediaType() {
        api.send("POST", "/api/v1/commitments", "xae.editor", BodyPublishers.ofString("party=XAE"),
                Map.of("Content-Type", "application/x-www-form-urlencoded")).expectProblem(415, "unsupported-media-type");
    }

    @Test
    void misspeltFilter() {
        Answer answer = api.get("/api/v1/commitments?partei=XAE", "xae.editor").expectProblem(400, "unknown-parameter");
        assertTrue(answer.json().path("detail").asText().contains("party"), answer.text());
    }

    @Test
    void parameterThatNoRecordCanHave() {
        assertEquals(List.of("party"),
                api.get("/api/v1/persons?party=%00", "xae.editor").expectProblem(400, "invalid-request").fields());
        for (String year : List.of("-169104627", "%2B169104627")) {
            assertEquals(List.of("asOf"),
                    api.get("/api/v1/commitments?asOf=" + year + "-12-09", "xae.editor").expectProblem(400, "invalid-request")
                            .fields());
        }
    }

    @Test
    void cursorThatIsTooShortToBeOne() {
        assertEquals(List.of("cursor"),
                api.get("/api/v1/full-powers?limit=1&cursor=00000000-0000-0000-0000-000000000000", "xae.editor")
                        .expectProblem(400, "invalid-request").fields());
    }

    @Test
    void emptyFile() {
        Answer answer = imports.post(new byte[0]).expectProblem(400, "unreadable-file");
        assertEquals("The file is empty.", answer.json().path("detail").asText());
    }

    @Test
    void fileWithTheWrongEncoding() {
        byte[] file = KielFile.read().firstRowsAnd(2, "X1,Fran\u00e7e\r\n");
        namesLine(imports.post(new String(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1)), file, "X1,");
    }

    @Test
    void fileWithAQuoteThatIsNotClosed() {
        byte[] file = KielFile.read().firstRowsAnd(2, "X1,\"Australia\r\nX2,Australia\r\n");
        namesLine(imports.post(file), file, "X1,");
    }

    @Test
    void fileWithARowThatIsTooShort() {
        byte[] file = KielFile.read().firstRowsAnd(2, "X1,Australia,2022-03-01\r\n");
        JsonNode job = imports.ended(imports.post(file).expect(202));
        tried++;
        assertEquals("FAILED", job.path("state").asText(), job.toString());
        assertEquals(0, job.path("counts").path("imported").asInt(), job.toString());
        assertEquals(1, job.path("counts").path("rejected").asInt(), job.toString());
        assertEquals(2, job.path("counts").path("notStored").asInt(), job.toString());
        JsonNode finding = api.list("/api/v1/imports/" + job.path("id").asText() + "/rows?outcome=REJECTED", Imports.USER).get(0);
        assertEquals(3, finding.path("row").asInt(), finding.toString());
        assertEquals(lineOf(file, "X1,"), finding.path("line").asInt(), finding.toString());
    }

    @Test
    void fileWithOtherColumns() {
        Answer answer = imports.post("ID,country\r\n1,Australia\r\n".getBytes(StandardCharsets.UTF_8)).expectProblem(400,
                "columns-do-not-match");
        assertEquals("column 2", answer.fields().get(0));
    }

    @Test
    void fileOf200MegabytesThatSaysSo() {
        api.send("POST", Imports.PATH, Imports.USER, BodyPublishers.fromPublisher(large(), LARGE), Imports.headers())
                .expectProblem(413, "payload-too-large");
    }

    @Test
    void fileOf200MegabytesThatDoesNotSayHowLongItIs() {
        api.send("POST", Imports.PATH, Imports.USER, large(), Imports.headers()).expectProblem(413, "payload-too-large");
    }

    @Test
    void unknownMapping() {
        Answer answer = api.send("POST", "/api/v1/imports?mapping=none", Imports.USER,
                BodyPublishers.ofByteArray(KielFile.read().bytes()), Imports.headers()).expect(400);
        assertEquals(List.of("mapping"), answer.fields());
    }

    /** Rows without end, made while they are sent. */
    private static BodyPublisher large() {
        byte[] row = "X1,Australia,2022-03-01,Military,Assistance\r\n".getBytes(StandardCharsets.UTF_8);
        return BodyPublishers.ofInputStream(() -> new InputStream() {
            private long sent;

            @Override
            public int read() {
                return sent == LARGE ? -1 : row[(int) (sent++ % row.length)];
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (sent == LARGE) {
                    return -1;
                }
                int count = (int) Math.min(length, LARGE - sent);
                for (int i = 0; i < count; i++) {
                    bytes[offset + i] = row[(int) (sent++ % row.length)];
                }
                return count;
            }
        });
    }

    private static void namesLine(Answer answer, byte[] file, String beginning) {
        answer.expectProblem(400, "unreadable-file");
        assertTrue(answer.json().path("detail").asText().contains("line " + lineOf(file, beginning)), answer.text());
    }

    /** The line of the file that begins so, from 1. */
    private static int lineOf(byte[] file, String beginning) {
        return new String(file, StandardCharsets.UTF_8).split("\n" + beginning, 2)[0].split("\n", -1).length + 1;
    }

    private static void refused(String body, String field) {
        Answer answer = api.post("/api/v1/commitments", "xae.editor", body).expectProblem(400, "invalid-request");
        assertEquals(List.of(field), answer.fields(), answer.text());
    }

    private static String good() {
        return Exercise.pledge("XAE", "Bad input", requirement, 5, "{\"release\": \"PUBLIC\"}");
    }

    private static String withMoney(String money) {
        return good().replaceFirst("\"title\"", "\"money\": " + money.replace("$", "\\\\$") + ", \"title\"");
    }
}
