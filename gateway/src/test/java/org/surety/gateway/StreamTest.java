package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** Bodies pass chunk by chunk, up to the limit. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class StreamTest extends GatewayTest {

    private static final String ECHO = "/api/v1/parties/echo";
    private static final int FIFTY_MEGABYTES = 50 * 1024 * 1024;

    @Test
    void fiftyMegabytesPassBothWaysUnchanged() throws Exception {
        byte[] body = new byte[FIFTY_MEGABYTES];
        new Random(7).nextBytes(body);
        String digest = HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(body));

        HttpResponse<String> declared = client.send(request(ECHO).POST(BodyPublishers.ofByteArray(body)).build(),
                BodyHandlers.ofString());
        assertEquals(200, declared.statusCode());
        assertEquals(digest, new JsonObject(declared.body()).getString("sha256"));

        HttpResponse<String> chunked = client.send(
                request(ECHO).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build(),
                BodyHandlers.ofString());
        assertEquals(digest, new JsonObject(chunked.body()).getString("sha256"));
        assertTrue(new JsonObject(chunked.body()).getJsonObject("headers").containsKey("transfer-encoding"));

        HttpResponse<InputStream> down = client.send(request("/api/v1/parties/large?bytes=" + FIFTY_MEGABYTES).build(),
                BodyHandlers.ofInputStream());
        assertEquals(FIFTY_MEGABYTES, down.body().readAllBytes().length);
    }

    @Test
    void serviceGetsTheBeginningBeforeTheClientHasSentTheEnd() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("POST " + ECHO + " HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\nContent-Length: 2000000\r\n\r\n");
            wire.send(new byte[1_000_000]);
            await("the first half at the service", () -> direct("uploaded").equals("1000000"));
            wire.send(new byte[1_000_000]);
            assertEquals(2_000_000, wire.answer().json().getInteger("bytes"));
        }
    }

    @Test
    void clientGetsTheBeginningBeforeTheServiceHasSentTheEnd() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("GET /api/v1/parties/held HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\n\r\n");
            Answer head = wire.answer();
            assertEquals("chunked", head.header("transfer-encoding"));
            assertEquals("6\r\nfirst \r\n", wire.read());
            direct("release");
            assertTrue(wire.read().startsWith("6\r\nsecond\r\n"));
        }
    }

    @Test
    void bodyDeclaredTooLargeIsRefusedBeforeItIsSent() throws IOException {
        int seen = Integer.parseInt(direct("seen"));
        try (Wire wire = new Wire(port)) {
            wire.send(
                    "POST " + ECHO + " HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\nContent-Length: 209715200\r\n\r\n");
            Answer answer = wire.answer();
            assertTrue(answer.isProblem(ProblemType.PAYLOAD_TOO_LARGE), answer.toString());
            assertEquals("close", answer.header("connection"));
        }
        try (Wire wire = new Wire(port)) {
            wire.send("POST " + ECHO + " HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid())
                    + "\r\nExpect: 100-continue\r\nContent-Length: " + (Surroundings.BODY_LIMIT_BYTES + 1) + "\r\n\r\n");
            assertTrue(wire.answer().isProblem(ProblemType.PAYLOAD_TOO_LARGE));
        }
        assertEquals(seen, Integer.parseInt(direct("seen")));
    }

    @Test
    void clientThatSendsOnRegardlessStillReadsTheRefusal() throws Exception {
        HttpResponse<String> answer = client.send(
                request(ECHO).POST(BodyPublishers.ofByteArray(new byte[(int) Surroundings.BODY_LIMIT_BYTES + 1])).build(),
                BodyHandlers.ofString());
        assertEquals(413, answer.statusCode());
        assertEquals(ProblemType.PAYLOAD_TOO_LARGE.uri(), new JsonObject(answer.body()).getString("type"));
    }

    @Test
    void bodyThatTurnsOutTooLargeIsCutOff() throws IOException {
        int aborted = Integer.parseInt(direct("aborted"));
        try (Wire wire = new Wire(port)) {
            wire.send("POST " + ECHO + " HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid())
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < 52; i++) {
                wire.send("100000\r\n").send(megabyte).send("\r\n");
            }
            wire.send("1\r\nx\r\n");
            Answer answer = wire.answer();
            assertTrue(answer.isProblem(ProblemType.PAYLOAD_TOO_LARGE), answer.toString());
            assertEquals("", wire.read(), "the connection ends");
        }
        await("the service learns that the request was given up", () -> Integer.parseInt(direct("aborted")) == aborted + 1);
    }

    @Test
    void answerThatBreaksOffIsNotMadeToLookWhole() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("GET /api/v1/parties/half HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\n\r\n");
            assertEquals(200, wire.answer().status());
            StringBuilder body = new StringBuilder();
            for (String part = wire.read(); !part.isEmpty(); part = wire.read()) {
                body.append(part);
            }
            assertTrue(body.toString().contains("half an answer"));
            assertFalse(body.toString().endsWith("0\r\n\r\n"));
        }
    }

    @Test
    void serviceLearnsThatTheClientHasGone() throws IOException {
        int aborted = Integer.parseInt(direct("aborted"));
        int seen = Integer.parseInt(direct("seen"));
        try (Wire wire = new Wire(port)) {
            wire.send("GET /api/v1/parties/slow HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\n\r\n");
            await("the request at the service", () -> Integer.parseInt(direct("seen")) > seen);
        }
        await("its end", () -> Integer.parseInt(direct("aborted")) == aborted + 1);
    }
}
