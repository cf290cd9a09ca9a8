package org.surety.gateway.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void wellFormedHeaderIsTakenUpWithAnOwnStep() {
        TraceContext trace = TraceContext.continuing("00-" + TRACE + "-00f067aa0ba902b7-01");
        assertEquals(TRACE, trace.traceId());
        assertNotEquals("00f067aa0ba902b7", trace.spanId());
        assertEquals("00-" + TRACE + "-" + trace.spanId() + "-01", trace.traceparent());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "x", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-" + TRACE + "-0000000000000000-01", "01-" + TRACE + "-00f067aa0ba902b7-01", "ff-" + TRACE + "-00f067aa0ba902b7-01",
            "00-" + TRACE + "-00f067aa0ba902b7-01-x", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-" + TRACE + "-00f067aa0ba902b7-0g", "00_" + TRACE + "-00f067aa0ba902b7-01", "00-" + TRACE + "_00f067aa0ba902b7-01",
            "00-" + TRACE + "-00f067aa0ba902b7_01"})
    void anythingElseStartsATrace(String header) {
        TraceContext trace = TraceContext.continuing(header);
        assertNotEquals(TRACE, trace.traceId());
        assertTrue(trace.traceparent().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"), trace.traceparent());
    }

    @Test
    void twoTracesDiffer() {
        assertNotEquals(TraceContext.continuing(null).traceId(), TraceContext.continuing(null).traceId());
    }
}
