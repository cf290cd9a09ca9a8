package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.Wire.Answer;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A service that does not do its part is named, and takes nothing else with it. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class UpstreamFailureTest extends GatewayTest {

    @Test
    void serviceThatRefusesTheConnectionIsUnreachable() throws IOException {
        Answer answer = get("/api/v1/coverage?series=REAL");
        assertTrue(answer.isProblem(ProblemType.UPSTREAM_UNREACHABLE), answer.toString());
        assertEquals("priorities-service", answer.json().getString("upstream"));
        assertNotNull(answer.header("retry-after"));
        assertEquals(401, Wire.ask(port, "GET /api/v1/coverage HTTP/1.1").status());
    }

    @Test
    void uploadToAServiceThatIsAwayIsRefusedAtOnce() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("POST /api/v1/requirements HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid())
                    + "\r\nContent-Length: 50000000\r\n\r\n");
            assertTrue(wire.answer().isProblem(ProblemType.UPSTREAM_UNREACHABLE));
        }
    }

    @Test
    void serviceThatHangsUpIsUnreachableAndMayHaveActed() throws IOException {
        Answer answer = ask("POST /api/v1/parties/hangup HTTP/1.1", "Content-Length: 0");
        assertTrue(answer.isProblem(ProblemType.UPSTREAM_UNREACHABLE), answer.toString());
        assertEquals("delegation-service", answer.json().getString("upstream"));
        assertTrue(answer.json().getString("detail").contains("not known"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "POST", "PUT", "DELETE"})
    void nothingIsSentASecondTime(String method) throws IOException {
        int seen = Integer.parseInt(direct("seen"));
        assertTrue(ask(method + " /api/v1/parties/hangup HTTP/1.1", "Content-Length: 0")
                .isProblem(ProblemType.UPSTREAM_UNREACHABLE));
        assertTrue(ask(method + " /api/v1/parties/slow HTTP/1.1", "Content-Length: 0").isProblem(ProblemType.UPSTREAM_TIMEOUT));
        assertEquals(seen + 2, Integer.parseInt(direct("seen")));
    }

    @Test
    void serviceThatDoesNotAnswerIsLate() throws IOException {
        long start = System.nanoTime();
        Answer answer = get("/api/v1/parties/slow");
        assertTrue(answer.isProblem(ProblemType.UPSTREAM_TIMEOUT), answer.toString());
        assertEquals("delegation-service", answer.json().getString("upstream"));
        assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) < 3000);
    }

    @Test
    void clientThatStopsSendingIsLateItself() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send("POST /api/v1/parties/echo HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid())
                    + "\r\nContent-Length: 10\r\n\r\nhello");
            Answer answer = wire.answer();
            assertTrue(answer.isProblem(ProblemType.REQUEST_TIMEOUT), answer.toString());
        }
    }

    @Test
    void slowButSteadyClientIsNotLate() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.send(
                    "POST /api/v1/parties/echo HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\nContent-Length: 8\r\n\r\n");
            for (int i = 0; i < 8; i++) {
                wire.send("x");
                TimeUnit.MILLISECONDS.sleep(250); // twice the time limit in all; never without movement for so long
            }
            assertEquals(8, wire.answer().json().getInteger("bytes"));
        }
    }

    @Test
    void fullServiceIsBusyAndTheOthersAreNot() throws IOException {
        List<Wire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < 4 * (Surroundings.CONNECTIONS + Surroundings.WAITING); i++) {
                Wire wire = new Wire(port);
                wires.add(wire);
                wire.send("GET /api/v1/parties/slow HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\n\r\n");
            }
            assertEquals(200, get("/api/v1/commitments/echo").status());
            int busy = 0;
            for (Wire wire : wires) {
                Answer answer = wire.answer();
                if (answer.isProblem(ProblemType.UPSTREAM_BUSY)) {
                    assertEquals("delegation-service", answer.json().getString("upstream"));
                    assertNotNull(answer.header("retry-after"));
                    busy++;
                } else {
                    assertTrue(answer.isProblem(ProblemType.UPSTREAM_TIMEOUT), answer.toString());
                }
            }
            assertTrue(busy > 0);
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
        assertEquals(200, get("/api/v1/parties/echo").status());
    }
}
