package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Limits on what a client may do to the gateway without having sent one request; the head of one may take a second here. */
@QuarkusTest
@WithTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "limits", value = "small"))
class ConnectionTest extends GatewayTest {

    private static final String ECHO = "/api/v1/parties/echo";
    private static final String REFUSED = "surety_gateway_connections_refused_total{reason=\"%s\"} ";
    private static final long DRIBBLE_MILLIS = 150;

    @Test
    void addressThatHasManyConnectionsGetsNoMore() throws IOException {
        List<Wire> open = new ArrayList<>();
        try {
            await("a connection too many", () -> {
                try {
                    Wire wire = new Wire(port);
                    open.add(wire);
                    return index(wire).status() == 0;
                } catch (IOException e) {
                    return true; // reset
                }
            });
            assertTrue(open.size() <= Surroundings.CONNECTIONS_OF_ONE + 1, open.size() + " connections");
            assertEquals(200, index(open.get(0)).status(), "those that were there before stay");
            assertTrue(counted("too-many-of-one") >= 1, "and the management port answers");
            assertTrue(metrics().matches("(?s).*\nsurety_gateway_connections (20|21|22|23)\\.0\n.*"), metrics());
        } finally {
            for (Wire wire : open) {
                wire.close();
            }
        }
        await("room again", () -> {
            try (Wire wire = new Wire(port)) {
                return index(wire).status() == 200;
            } catch (IOException e) {
                return false;
            }
        });
    }

    @Test
    void dribbledHeadAndSilenceEndTheConnection() throws Exception {
        double before = counted("slow-head");
        try (Wire wire = new Wire(port)) {
            assertEnds(wire, "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: " + "x".repeat(1000));
        }
        try (Wire wire = new Wire(port)) {
            assertEquals("", wire.read(), "not a byte was sent");
        }
        assertEquals(before + 2, counted("slow-head"));
    }

    @Test
    void laterHeadHasToBeQuickTooAndAPauseBeforeItNeedNot() throws Exception {
        try (Wire wire = new Wire(port)) {
            assertEquals(200, index(wire).status());
            TimeUnit.MILLISECONDS.sleep(Surroundings.HEAD_MILLIS * 3 / 2);
            assertEquals(200, index(wire).status(), "nothing was sent in between");
            assertEnds(wire, "GET / HTTP/1.1\r\nX-Slow: " + "x".repeat(1000));
        }
    }

    @Test
    void bodyOfAPipelinedRequestIsNoHead() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nPOST " + ECHO + " HTTP/1.1\r\nHost: a\r\n" + bearer(token())
                    + "\r\nContent-Length: 800\r\n\r\n");
            assertEquals(200, wire.answer().status());
            for (int i = 0; i < 8; i++) {
                TimeUnit.MILLISECONDS.sleep(Surroundings.HEAD_MILLIS / 4);
                wire.send("x".repeat(100));
            }
            assertEquals(800, wire.answer().json().getInteger("bytes"));
        }
    }

    @Test
    void connectionOfOperatorsLivesOn() throws Exception {
        try (Wire wire = new Wire(managementPort())) {
            for (int i = 0; i < 3; i++) {
                assertEquals(200, wire.send("GET /q/health/live HTTP/1.1\r\nHost: a\r\n\r\n").answer().status());
                TimeUnit.MILLISECONDS.sleep(Surroundings.HEAD_MILLIS * 2 / 3);
            }
        }
    }

    @Test
    void headInPiecesIsNoMatterWithinItsTime() throws Exception {
        try (Wire wire = new Wire(port)) {
            for (int i = 0; i < 3; i++) {
                for (String piece : new String[]{ "GET / HT", "TP/1.1\r\nHo", "st: a\r\n\r\n"}) {
                    TimeUnit.MILLISECONDS.sleep(DRIBBLE_MILLIS);
                    wire.send(piece);
                }
                assertEquals(200, wire.answer().status());
            }
        }
    }

    @Test
    void dribbledBodyIsNotWaitedFor() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.send("POST " + ECHO + " HTTP/1.1\r\nHost: a\r\n" + bearer(token()) + "\r\nContent-Length: 1000\r\n\r\n");
            long start = System.nanoTime();
            Answer answer = dribbled(wire, "x".repeat(1000));
            assertTrue(answer.isProblem(ProblemType.REQUEST_TIMEOUT), answer.toString());
            assertTrue(answer.json().getString("detail").contains("bytes a second"), answer.body());
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(4));
        }
    }

    @Test
    void dribbledBodyOfARefusedRequestDoesNotKeepTheConnection() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.send("POST " + ECHO + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
            assertEquals(401, wire.answer().status());
            assertEnds(wire, "x".repeat(900));
        }
    }

    /** Sends byte by byte until the connection is ended. */
    private static void assertEnds(Wire wire, String text) throws Exception {
        long start = System.nanoTime();
        try {
            assertEquals(0, dribbled(wire, text).status());
        } catch (IOException e) {
            // the byte after the end was answered by a reset
        }
        assertTrue(System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(Surroundings.HEAD_MILLIS * 4), "it took too long");
    }

    private static Answer dribbled(Wire wire, String text) throws Exception {
        for (char next : text.toCharArray()) {
            wire.send(String.valueOf(next));
            TimeUnit.MILLISECONDS.sleep(DRIBBLE_MILLIS);
            if (wire.available()) {
                break;
            }
        }
        return wire.answer();
    }

    private static Answer index(Wire wire) throws IOException {
        return wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").answer();
    }

    private String token() {
        return tokens.with(claims -> claims.setSubject(UUID.randomUUID().toString()));
    }

    private double counted(String reason) {
        String line = REFUSED.formatted(reason);
        String metrics = metrics();
        int start = metrics.indexOf(line);
        assertTrue(start >= 0, metrics);
        return Double.parseDouble(metrics.substring(start + line.length()).split("\n", 2)[0]);
    }
}
