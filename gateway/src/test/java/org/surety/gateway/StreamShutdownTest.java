package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.surety.gateway.problem.ProblemType;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A gateway of its own, because it opens no stream afterwards. */
@QuarkusTest
@WithTestResource(FeedSurroundings.class)
@TestProfile(StreamShutdownTest.OfItsOwn.class)
class StreamShutdownTest extends FeedTest {

    public static class OfItsOwn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("surety.gateway.changes.retry", "3S");
        }
    }

    @Inject
    Event<ShutdownDelayInitiatedEvent> stopping;

    @Test
    void stoppedGatewayEndsItsStreamsAtOnceAndOpensNone() throws IOException {
        List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
        Handler handler = handler(lines);
        Logger.getLogger("org.surety.gateway.access").addHandler(handler);
        try (EventStream one = new EventStream(port, "", "Authorization", "Bearer " + as("XAA"));
                EventStream other = new EventStream(port, "", "Authorization", "Bearer " + as("XAB"))) {
            one.first();
            other.first();
            assertEquals("3000", one.retry());
            assertTrue(lines.stream().noneMatch(StreamShutdownTest::ofAStream), "its line comes when it is over");
            stopping.fire(new ShutdownDelayInitiatedEvent());
            assertEquals("shutdown", one.end());
            assertEquals("shutdown", other.end());
            await("one line each", () -> lines.stream().filter(StreamShutdownTest::ofAStream).count() == 2);
            Map<String, String> line = lines.stream().filter(StreamShutdownTest::ofAStream).findFirst().orElseThrow().getMdcCopy();
            assertEquals("200", line.get("status"));
            assertTrue(Set.of("XAA", "XAB").contains(line.get("party")));
            assertFalse(line.containsKey("aborted"));
            assertTrue(Integer.parseInt(line.get("bytesOut")) > 0);
        } finally {
            Logger.getLogger("org.surety.gateway.access").removeHandler(handler);
        }
        await("nobody is asked any more", () -> waiting() == 0);
        assertTrue(get(PATH + "/stream").isProblem(ProblemType.UPSTREAM_BUSY));
        assertEquals(200, page("XAA", "").status(), "what else there is goes on until the end");
    }

    private static boolean ofAStream(ExtLogRecord line) {
        return (PATH + "/stream").equals(line.getMdcCopy().get("path"));
    }

    private static Handler handler(List<ExtLogRecord> lines) {
        return new Handler() {

            @Override
            public void publish(LogRecord logged) {
                ExtLogRecord line = ExtLogRecord.wrap(logged);
                line.copyMdc();
                lines.add(line);
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
    }
}
