package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(Surroundings.class)
class AccessLogTest extends GatewayTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e47";

    private final Logger logger = Logger.getLogger("org.surety.gateway.access");
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord logged) {
            ExtLogRecord line = ExtLogRecord.wrap(logged);
            lines.add(new Line(line.getFormattedMessage(), line.getMdcCopy()));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
    }

    @Test
    void relayedRequestHasOneLineWithoutSecrets() throws IOException {
        get("/api/v1/parties/echo?cursor=secret", traceparent("01"), "X-Secret: secret");
        Line line = line("01");
        assertEquals("GET /api/v1/parties/echo 200", line.message());
        Map<String, String> fields = line.fields();
        assertEquals("GET", fields.get("method"));
        assertEquals("/api/v1/parties/echo", fields.get("path"));
        assertEquals("200", fields.get("status"));
        assertEquals("delegation-service", fields.get("upstream"));
        assertEquals("XAA", fields.get("party"));
        assertEquals("127.0.0.1", fields.get("remote"));
        assertTrue(fields.get("caller").matches("[0-9a-f]{12}"));
        assertTrue(Integer.parseInt(fields.get("millis")) >= 0);
        assertTrue(Integer.parseInt(fields.get("bytesOut")) > 0);
        assertFalse(line.toString().contains("secret"));
        assertFalse(line.toString().contains("0134af7e"), "the subject itself stays out");
        assertFalse(line.toString().contains("eyJ"), "so does the token");
    }

    @Test
    void refusedRequestNamesItsProblem() throws IOException {
        Wire.ask(port, "GET /api/v1/parties HTTP/1.1", traceparent("02"));
        assertEquals(ProblemType.UNAUTHENTICATED.type(), line("02").fields().get("problem"));
        assertFalse(line("02").fields().containsKey("caller"));
    }

    @Test
    void oddPathCannotForgeALine() throws IOException {
        get("/a\u00e9\u00ff\u00b5" + "x".repeat(500), traceparent("03"));
        String path = line("03").fields().get("path");
        assertTrue(path.startsWith("/a???xx"), path);
        assertEquals(303, path.length());
    }

    @Test
    void answerThatBrokeOffAndClientThatLeftAreLoggedToo() throws IOException {
        get("/api/v1/parties/half", traceparent("04"));
        assertEquals("true", line("04").fields().get("aborted"));
        try (Wire wire = new Wire(port)) {
            int seen = Integer.parseInt(direct("seen"));
            wire.send("GET /api/v1/parties/slow HTTP/1.1\r\nHost: a\r\n" + bearer(tokens.valid()) + "\r\n" + traceparent("05")
                    + "\r\n\r\n");
            await("the request at the service", () -> Integer.parseInt(direct("seen")) > seen);
        }
        assertEquals("true", line("05").fields().get("aborted"));
    }

    private static String traceparent(String end) {
        return "traceparent: 00-" + TRACE + end + "-00f067aa0ba902b7-01";
    }

    private Line line(String traceEnd) {
        String trace = TRACE + traceEnd;
        await("line of " + trace, () -> lines.stream().anyMatch(line -> trace.equals(line.fields().get("traceId"))));
        List<Line> found = lines.stream().filter(line -> trace.equals(line.fields().get("traceId"))).toList();
        assertEquals(1, found.size());
        return found.get(0);
    }

    private record Line(String message, Map<String, String> fields) {
    }
}
