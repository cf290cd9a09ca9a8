package org.surety.drills.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

/** What the fuzz sends follows from seed and number, and its judge finds what may not be. */
class FuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENT = """
            {"paths": {
              "/api/v1/parties": {"get": {"parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}]},
                "post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Party"}}}}}},
              "/api/v1/persons/{id}": {"parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}}],
                "get": {}, "delete": {}}},
             "components": {"schemas": {"Party": {"type": "object", "required": ["code"], "properties": {
                "code": {"type": "string"}, "kind": {"enum": ["STATE", "ORGANISATION"]}, "from": {"type": ["string", "null"], "format": "date"}}}}}}""";
    private static final String PROBLEM = "{\"type\": \"https://surety.example/problems/%s\", \"title\": \"t\", \"status\": %d, \"detail\": \"%s\"}";
    private final AnswerJudge judge = new AnswerJudge(Path.of(System.getProperty("surety.root")));

    private static FuzzRequest.Maker maker(long seed, KnownRecords known) throws IOException {
        return new FuzzRequest.Maker(JSON.readTree(new StringReader(DOCUMENT)), known, seed);
    }

    @Test
    void whatIsSentFollowsFromSeedAndNumber() throws IOException {
        List<String> first = sent(maker(7, new KnownRecords()));
        assertEquals(first, sent(maker(7, new KnownRecords())));
        assertNotEquals(first, sent(maker(8, new KnownRecords())));
    }

    private static List<String> sent(FuzzRequest.Maker maker) {
        return LongStream.range(0, 300).mapToObj(maker::make).filter(request -> !request.target().contains("persons"))
                .map(FuzzRequest::line).toList();
    }

    @Test
    void everyOperationIsAskedAndAboutRecordsThatWereSeen() throws IOException {
        KnownRecords known = new KnownRecords();
        known.learn("persons", JSON.readTree("{\"items\": [{\"id\": \"11111111-1111-4111-8111-111111111111\", \"version\": 3}]}"));
        List<FuzzRequest> requests = LongStream.range(0, 500).mapToObj(maker(1, known)::make).toList();
        assertEquals(
                Set.of("GET /api/v1/parties", "POST /api/v1/parties", "GET /api/v1/persons/{id}", "DELETE /api/v1/persons/{id}"),
                requests.stream().map(request -> request.operation().name()).collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(requests.stream().anyMatch(request -> request.target().endsWith("/persons/11111111-1111-4111-8111-111111111111")
                && request.headers().contains("\"3\"")));
        assertTrue(requests.stream().noneMatch(request -> request.target().contains("{")), "every place is filled");
        List<String> bodies = requests.stream().map(FuzzRequest::body).filter(body -> body != null).toList();
        assertTrue(bodies.stream().anyMatch(FuzzTest::isSound), "some are as the schema asks for");
        assertTrue(bodies.stream().anyMatch(body -> !isSound(body)), "and some are not");
    }

    @Test
    void whatWasShownIsSentAgainByWhoMay() throws IOException {
        KnownRecords known = new KnownRecords();
        known.learn("parties", JSON.readTree(
                "{\"code\": \"XAF\", \"party\": \"XAF\", \"kind\": \"STATE\", \"from\": \"2031-05-01\", \"version\": 2}"));
        List<FuzzRequest> requests = LongStream.range(0, 500).mapToObj(maker(1, known)::make)
                .filter(request -> request.body() != null).toList();
        assertTrue(
                requests.stream()
                        .anyMatch(request -> request.body().equals("{\"code\":\"XAF\",\"kind\":\"STATE\",\"from\":\"2031-05-01\"}")
                                && request.user().equals("xaf.editor")),
                "its version is in no body: the schema has no place for it");
    }

    private static boolean isSound(String body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree != null && tree.path("code").isTextual()
                    && Set.of("code", "kind", "from")
                            .containsAll(tree.properties().stream().map(java.util.Map.Entry::getKey).toList());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void judgeFindsWhatMayNotBe() {
        String problem = "application/problem+json";
        assertSound(200, "application/json", "{}");
        assertSound(400, problem, PROBLEM.formatted("invalid-request", 400, "See the violations."));
        assertFault("500", 500, problem, PROBLEM.formatted("internal-error", 500, "x"));
        assertFault("502", 502, problem, PROBLEM.formatted("upstream-unreachable", 502, "x"));
        assertFault("no JSON", 200, "application/json", "{");
        assertFault("no problem of the catalogue", 400, "text/html", "<html>");
        assertFault("no problem of the catalogue", 400, problem, PROBLEM.formatted("never-heard-of", 400, "x"));
        assertFault("no problem of the catalogue", 400, problem, PROBLEM.formatted("invalid-request", 404, "x"));
        assertFault("speaks of org.surety", 400, problem, PROBLEM.formatted("invalid-request", 400, "at org.surety.kit.Problem"));
    }

    private void assertSound(int status, String type, String body) {
        assertEquals(java.util.Optional.empty(), judge.fault(status, type, false, body));
    }

    private void assertFault(String what, int status, String type, String body) {
        assertTrue(judge.fault(status, type, false, body).orElse("none").contains(what), what);
        assertEquals(status != 503 && status >= 500, judge.fault(status, type, true, body).orElse("").startsWith("answered"));
    }

    @Test
    void aStreamIsLeftAtItsHead() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", WithoutStreams.STREAM + ";charset=UTF-8");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(":\n".getBytes(StandardCharsets.UTF_8));
            // It never ends.
            exchange.getResponseBody().flush();
        });
        server.start();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getAddress().getPort())).build();
            HttpResponse<String> answer = HttpClient.newHttpClient().sendAsync(request, new WithoutStreams()).get(30,
                    TimeUnit.SECONDS);
            assertEquals(200, answer.statusCode());
            assertEquals("", answer.body());
        } finally {
            server.stop(0);
        }
    }
}
