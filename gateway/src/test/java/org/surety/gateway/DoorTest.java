package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@WithTestResource(Surroundings.class)
class DoorTest extends GatewayTest {

    @Test
    void indexIsOpenAndNamesTheApiDocument() throws IOException {
        Answer index = Wire.ask(port, "GET / HTTP/1.1");
        assertEquals(200, index.status());
        assertEquals("/openapi", index.json().getJsonArray("links").getJsonObject(0).getString("href"));
        assertEquals("</openapi>; rel=\"service-desc\"", index.header("link"));
        assertEquals(200, Wire.ask(port, "HEAD / HTTP/1.1").status());
        assertTrue(Wire.ask(port, "POST / HTTP/1.1", "Content-Length: 0").isProblem(ProblemType.METHOD_NOT_ALLOWED));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/parties/echo", "/api/v1/commitments", "/api/v1/coverage", "/api/v1/nothing", "/openapi/x",
            "/index.html",
            "/q/health", "/q/metrics", "/q/openapi", "/q/dev-ui", "/favicon.ico", "/api/v1/changes", "/api/v1/changes/stream"})
    void everythingElseNeedsAnIdentity(String path) throws IOException {
        assertTrue(Wire.ask(port, "GET " + path + " HTTP/1.1").isProblem(ProblemType.UNAUTHENTICATED));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/nothing", "/api/v1/partiesX", "/api/v1/parties.json", "/API/v1/parties", "/api/v1",
            "/q/health",
            "/q/metrics", "/q/openapi", "/q/swagger-ui", "/q", "/api/v1/changes/x", "/api/v1/changes/stream/x"})
    void withAnIdentityWhatIsNotRoutedIsNotThere(String path) throws IOException {
        assertTrue(get(path).isProblem(ProblemType.NOT_FOUND));
    }

    @Test
    void routedPathIsAnswered() throws IOException {
        Answer answer = get("/api/v1/parties/echo?a=%20b");
        assertEquals(200, answer.status());
        assertEquals("/api/v1/parties/echo?a=%20b", answer.json().getString("uri"));
        assertEquals(delegations(), answer.json().getString("service"));
        assertNotEquals(delegations(), get("/api/v1/commitments/echo").json().getString("service"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "TRACE", "CONNECT", "PATCH", "PROPFIND", "QUERY", "get", "G3T"})
    void otherMethodsAreNotAllowed(String method) throws IOException {
        int before = Integer.parseInt(direct("seen"));
        Answer answer = ask(method + " /api/v1/parties/echo HTTP/1.1");
        assertTrue(answer.isProblem(ProblemType.METHOD_NOT_ALLOWED), answer.toString());
        assertEquals("GET, HEAD, POST, PUT, DELETE, OPTIONS", answer.header("allow"));
        assertEquals(before, Integer.parseInt(direct("seen")));
    }

    @Test
    void connectToAnAuthorityIsNotAllowedEither() throws IOException {
        assertEquals(400, ask("CONNECT 127.0.0.1:443 HTTP/1.1").status()); // by the HTTP parser
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
    void methodsOfTheApiPass(String method) throws IOException {
        assertEquals(200, ask(method + " /api/v1/parties/echo HTTP/1.1", "Content-Length: 0").status());
        assertEquals(401, Wire.ask(port, method + " /api/v1/parties/echo HTTP/1.1", "Content-Length: 0").status());
    }

    @ParameterizedTest
    @ValueSource(strings = { "X-HTTP-Method-Override: DELETE", "X-HTTP-Method: DELETE", "X-Method-Override: DELETE",
            "_method: DELETE"})
    void methodCannotBeOverridden(String header) throws IOException {
        Answer answer = ask("POST /api/v1/parties/echo HTTP/1.1", header, "Content-Length: 0");
        assertEquals("POST", answer.json().getString("method"));
        assertFalse(answer.body().contains("DELETE"));
    }

    @Test
    void longTargetIsRefused() throws IOException {
        assertEquals(200, get("/api/v1/parties/echo?a=" + "x".repeat(4000 - 23)).status());
        assertTrue(get("/api/v1/parties/echo?a=" + "x".repeat(4000 - 22)).isProblem(ProblemType.URI_TOO_LONG));
        assertEquals(414, get("/api/v1/parties/echo?a=" + "x".repeat(20_000)).status());
    }

    @Test
    void largeHeadersAreRefused() throws IOException {
        assertTrue(get("/api/v1/parties/echo", "X-Large: " + "x".repeat(16_384)).isProblem(ProblemType.HEADER_TOO_LARGE));
        assertEquals(431, get("/api/v1/parties/echo", "X-Large: " + "x".repeat(70_000)).status());
    }

    @Test
    void oldHttpIsRefused() throws IOException {
        assertTrue(ask("GET /api/v1/parties/echo HTTP/1.0").isProblem(ProblemType.HTTP_VERSION_NOT_SUPPORTED));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Host: other", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: identity",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"})
    void ambiguousFrameIsRefused(String header) throws IOException {
        Answer answer = ask("POST /api/v1/parties/echo HTTP/1.1", header);
        assertTrue(answer.isProblem(ProblemType.MALFORMED_REQUEST), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Host: \r\n", "Host: a b\r\n", "Host: a/b\r\n", "Host: user@a\r\n", "Host: a:b\r\n"})
    void hostIsNeededAndMustBeOne(String host) throws IOException {
        try (Wire wire = new Wire(port)) {
            Answer answer = wire.send("GET / HTTP/1.1\r\n" + host + "\r\n").answer();
            assertTrue(answer.isProblem(ProblemType.MALFORMED_REQUEST), answer.toString());
        }
    }

    @Test
    void whatTwoParsersCouldReadDifferentlyNeverReachesAService() throws IOException {
        int before = Integer.parseInt(direct("seen"));
        for (String request : List.of(
                "POST /api/v1/parties/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "POST /api/v1/parties/echo HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello",
                "POST /api/v1/parties/echo HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n\r\nhello",
                "POST /api/v1/parties/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "POST /api/v1/parties/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "GET /api/v1/parties/echo\r\n\r\n",
                "GET  /api/v1/parties/echo HTTP/9.9\r\nHost: a\r\n\r\n",
                "\u0016\u0003\u0001\r\n\r\n")) {
            try (Wire wire = new Wire(port)) {
                Answer answer = wire.send(request.replace("\r\n\r\n", "\r\n" + bearer(tokens.valid()) + "\r\n\r\n")).answer();
                assertFalse(answer.status() >= 200 && answer.status() < 300, request + " -> " + answer);
            }
        }
        assertEquals(before, Integer.parseInt(direct("seen")));
    }

    @Test
    void lengthBesideChunksIsNotBelieved() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("POST /api/v1/parties/echo HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid())
                    + "\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
            Answer answer = wire.answer();
            if (answer.status() == 200) { // one frame was chosen, and the service got that one only
                assertEquals(5, answer.json().getInteger("bytes"));
                assertFalse(answer.json().getJsonObject("headers").containsKey("content-length"));
            } else {
                assertTrue(answer.isProblem(ProblemType.MALFORMED_REQUEST));
            }
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        String one = "GET /api/v1/parties/echo?n=%d HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\n\r\n";
        try (Wire wire = new Wire(port)) {
            wire.send(one.formatted(1) + one.formatted(2) + "GET //x HTTP/1.1\r\nHost: a\r\n\r\n" + one.formatted(3));
            assertEquals("/api/v1/parties/echo?n=1", wire.answer().json().getString("uri"));
            assertEquals("/api/v1/parties/echo?n=2", wire.answer().json().getString("uri"));
            assertEquals(400, wire.answer().status());
            assertEquals("/api/v1/parties/echo?n=3", wire.answer().json().getString("uri"));
        }
    }

    @Test
    void refusedRequestWithASmallBodyLeavesTheConnectionUsable() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("POST /api/v1/parties/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
            assertEquals(401, wire.answer().status());
            wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertEquals(200, wire.answer().status());
        }
    }

    @Test
    void faultOfTheGatewaySaysNothingAboutItself() throws IOException {
        Answer answer = Wire.ask(port, "GET " + FailingResource.PATH + " HTTP/1.1");
        assertTrue(answer.isProblem(ProblemType.INTERNAL_ERROR));
        assertFalse(
                answer.body().contains("secret") || answer.body().contains("org.surety") || answer.body().contains("Exception"));
    }

    @Test
    void problemsAndAnswersCarrySecurityHeaders() throws IOException {
        for (Answer answer : List.of(Wire.ask(port, "GET / HTTP/1.1"), Wire.ask(port, "GET /x HTTP/1.1"),
                get("/api/v1/parties/inner"))) {
            assertEquals("nosniff", answer.header("x-content-type-options"));
            assertEquals("default-src 'none'; frame-ancestors 'none'", answer.header("content-security-policy"));
            assertEquals("no-referrer", answer.header("referrer-policy"));
            assertEquals("not-accredited-for-classified-information", answer.header("surety-handling"));
        }
        assertEquals("no-store", Wire.ask(port, "GET /x HTTP/1.1").header("cache-control"));
    }

    @Test
    void unlessListedNoOriginHearsOfAnotherOne() throws IOException {
        Answer answer = get("/api/v1/parties/echo", "Origin: " + Surroundings.ORIGIN);
        assertEquals(200, answer.status());
        Answer asked = Wire.ask(port, "OPTIONS /api/v1/parties/echo HTTP/1.1", "Origin: " + Surroundings.ORIGIN,
                "Access-Control-Request-Method: GET");
        assertTrue(asked.isProblem(ProblemType.UNAUTHENTICATED), asked.toString());
        assertFalse((answer.head() + asked.head()).toLowerCase().contains("access-control"));
    }

    @Test
    void problemHasTheTraceIdOfItsRequest() throws IOException {
        JsonObject problem = Wire
                .ask(port, "GET /x HTTP/1.1", "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .json();
        assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", problem.getString("traceId"));
    }
}
