package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.Wire.Answer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a service gets to see, and what of its answer comes out. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class RelayTest extends GatewayTest {

    private static final String ECHO = "/api/v1/parties/echo";

    @Test
    void serviceSeesWhatTheApiMeansAndTheGatewaysOwnViewOfTheCaller() throws IOException {
        JsonObject headers = headersSeen("Accept: application/json", "If-Match: \"7\"", "Idempotency-Key: abc",
                "Content-Type: text/csv",
                "Accept-Language: en", "If-None-Match: \"1\"", "User-Agent: test", "X-Unknown: 1");
        assertEquals(
                Set.of("accept", "if-match", "idempotency-key", "content-type", "accept-language", "if-none-match", "user-agent",
                        "authorization", "host", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "traceparent"),
                headers.fieldNames());
        assertEquals(one("127.0.0.1"), headers.getJsonArray("x-forwarded-for"));
        assertEquals(one("http"), headers.getJsonArray("x-forwarded-proto"));
        assertEquals(one("127.0.0.1:" + port), headers.getJsonArray("x-forwarded-host"));
        assertEquals(one(delegations().substring("http://".length())), headers.getJsonArray("host"));
        assertEquals(one("\"7\""), headers.getJsonArray("if-match"));
        assertTrue(headers.getJsonArray("authorization").getString(0).startsWith("Bearer ey"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Prefix",
            "X-Forwarded-Server", "X-Forwarded-User", "x-forwarded-for", "Forwarded", "X-Real-IP", "X-Client-IP", "True-Client-IP",
            "CF-Connecting-IP", "X-Original-URL", "X-Original-Host", "X-Rewrite-URL", "X-Surety-Party", "X-Surety-Viewer", "X-User",
            "X-Nation",
            "X-Remote-User", "X-Envoy-Original-Path", "X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "Cookie",
            "Cookie2",
            "Proxy-Authorization", "Proxy-Connection", "Keep-Alive", "TE", "Trailer", "Upgrade", "HTTP2-Settings", "tracestate",
            "baggage",
            "b3", "X-B3-TraceId", "X-Request-ID", "Via", "Max-Forwards", "Early-Data", "SSL-Client-Cert", "X-SSL-Client-Verify",
            "Origin",
            "Referer", "X_Forwarded_For", "X-Forwarded-For_"})
    void headerThatTheInsideCouldTrustStaysOutside(String name) throws IOException {
        assertFalse(headersSeen(name + ": outside").encode().contains("outside"));
        assertFalse(headersSeen(name + ": outside", name + ": outside").encode().contains("outside"));
    }

    @Test
    void headerNamedByConnectionStaysOutside() throws IOException {
        assertFalse(headersSeen("Connection: keep-alive, If-Match", "If-Match: outside").containsKey("if-match"));
        assertFalse(headersSeen("Connection: if-match", "Connection: x", "If-Match: outside").containsKey("if-match"));
        assertFalse(headersSeen("Connection: X-Forwarded-For").getJsonArray("x-forwarded-for").isEmpty());
    }

    @Test
    void upgradeIsNotRelayed() throws IOException {
        Answer answer = get(ECHO, "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13");
        assertEquals(200, answer.status());
        assertFalse(answer.body().toLowerCase().contains("websocket"));
        assertEquals(200,
                get(ECHO, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA")
                        .status());
    }

    @Test
    void traceIsTakenUpOrStarted() throws IOException {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String relayed = headersSeen("traceparent: 00-" + trace + "-00f067aa0ba902b7-01").getJsonArray("traceparent").getString(0);
        assertTrue(relayed.matches("00-" + trace + "-[0-9a-f]{16}-01"), relayed);
        assertNotEquals("00f067aa0ba902b7", relayed.substring(36, 52));
        String started = headersSeen("traceparent: outside").getJsonArray("traceparent").getString(0);
        assertTrue(started.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"), started);
    }

    @Test
    void linksWorkFromOutside() throws IOException {
        Answer created = ask("POST /api/v1/parties/created HTTP/1.1", "Content-Length: 0");
        assertEquals(201, created.status());
        assertEquals("/api/v1/parties/XAA", created.header("location"));
        assertEquals("</api/v1/parties?cursor=x>; rel=\"next\"", created.header("link"));
        assertEquals("/api/v1/parties/XAA", ask("POST /api/v1/parties/relative HTTP/1.1", "Content-Length: 0").header("location"));
    }

    @Test
    void nothingOfTheInnerConnectionComesOut() throws IOException {
        Answer answer = get("/api/v1/parties/inner");
        assertEquals(200, answer.status());
        assertEquals("\"7\"", answer.header("etag"));
        for (String name : new String[]{ "server", "x-inner", "keep-alive", "set-cookie", "x-powered-by", "connection"}) {
            assertNull(answer.header(name), name);
        }
        assertEquals("default-src 'none'; frame-ancestors 'none'", answer.header("content-security-policy"));
        assertEquals("private, no-cache", answer.header("cache-control"));
    }

    @Test
    void problemOfAServiceComesOutAsItIs() throws IOException {
        Answer answer = get("/api/v1/parties/problem");
        assertEquals(409, answer.status());
        assertEquals("application/problem+json", answer.header("content-type"));
        assertEquals("{\"status\":409}", answer.body());
        assertEquals("no-store", answer.header("cache-control"));
    }

    @Test
    void answersWithoutBodyKeepTheConnectionUsable() throws IOException {
        try (Wire wire = new Wire(port)) {
            for (int i = 0; i < 2 * Surroundings.CONNECTIONS; i++) {
                for (String path : new String[]{ "nothing", "unchanged"}) {
                    wire.send("GET /api/v1/parties/" + path + " HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\n\r\n");
                    Answer answer = wire.answer();
                    assertEquals(path.equals("nothing") ? 204 : 304, answer.status());
                    assertNull(answer.header("transfer-encoding"));
                }
                wire.send("HEAD " + ECHO + " HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\n\r\n");
                assertTrue(wire.read().startsWith("HTTP/1.1 200 OK"));
            }
            wire.send("GET " + ECHO + " HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\n\r\n");
            assertEquals(200, wire.answer().status());
        }
    }

    @Test
    void bodyArrivesWhole() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("POST " + ECHO + " HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\nContent-Length: 5\r\n\r\nhello");
            assertHello(wire.answer(), "content-length");
            wire.send("PUT " + ECHO + " HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid())
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n");
            assertHello(wire.answer(), "transfer-encoding");
        }
    }

    private static void assertHello(Answer answer, String framedBy) {
        assertEquals(5, answer.json().getInteger("bytes"));
        assertEquals("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", answer.json().getString("sha256"));
        assertTrue(answer.json().getJsonObject("headers").containsKey(framedBy));
    }

    @Test
    void clientThatAsksBeforeSendingIsToldToGoOn() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("POST " + ECHO + " HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid())
                    + "\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
            assertTrue(wire.read().startsWith("HTTP/1.1 100 Continue"));
            Answer answer = wire.send("hello").answer();
            assertHello(answer, "content-length");
            assertFalse(answer.json().getJsonObject("headers").containsKey("expect"));
        }
    }

    private JsonObject headersSeen(String... headers) throws IOException {
        Answer answer = get(ECHO, headers);
        assertEquals(200, answer.status(), answer.toString());
        return answer.json().getJsonObject("headers");
    }

    private static JsonArray one(String value) {
        return new JsonArray().add(value);
    }
}
