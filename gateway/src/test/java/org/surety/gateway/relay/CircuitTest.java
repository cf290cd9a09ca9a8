package org.surety.gateway.relay;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.surety.gateway.problem.ProblemType;

class CircuitTest {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000); // nanoseconds may overflow
    private final Circuit circuit = new Circuit(3, PAUSE, nanos::get);

    @Test
    void failuresInARowOpenItAndOneRequestAPausePasses() {
        open();
        assertFalse(circuit.admits());
        pass(PAUSE);
        assertTrue(circuit.admits());
        assertFalse(circuit.admits(), "one trial in a pause");
        circuit.ended(ProblemType.UPSTREAM_UNREACHABLE);
        assertFalse(circuit.admits());
        pass(PAUSE);
        assertTrue(circuit.admits());
    }

    @Test
    void trialThatTakesLongKeepsNoOtherOut() {
        open();
        for (int i = 0; i < 10; i++) {
            pass(PAUSE);
            assertTrue(circuit.admits());
        }
    }

    @Test
    void anyAnswerClosesIt() {
        open();
        assertTrue(circuit.answered());
        assertFalse(circuit.open());
        assertTrue(circuit.admits());
        assertTrue(circuit.admits());
        assertFalse(circuit.answered(), "it was closed already");
    }

    @Test
    void answerInBetweenBeginsTheRowAnew() {
        for (int i = 0; i < 10; i++) {
            circuit.ended(ProblemType.UPSTREAM_UNREACHABLE);
            circuit.ended(ProblemType.UPSTREAM_TIMEOUT);
            assertFalse(circuit.answered());
        }
        assertTrue(circuit.admits());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = { "UPSTREAM_UNREACHABLE", "UPSTREAM_TIMEOUT"})
    void whatIsNotTheServicesFailureOpensNothing(ProblemType problem) {
        for (int i = 0; i < 10; i++) {
            assertFalse(circuit.ended(problem));
        }
        assertTrue(circuit.admits());
    }

    @Test
    void longerPauseThanASecondStopsTheStart() {
        assertThrows(IllegalArgumentException.class, () -> new Circuit(3, Duration.ofSeconds(2), nanos::get));
        assertThrows(IllegalArgumentException.class, () -> new Circuit(0, PAUSE, nanos::get));
    }

    private void open() {
        assertFalse(circuit.ended(ProblemType.UPSTREAM_UNREACHABLE));
        assertFalse(circuit.ended(ProblemType.UPSTREAM_TIMEOUT));
        assertTrue(circuit.admits());
        assertTrue(circuit.ended(ProblemType.UPSTREAM_UNREACHABLE));
        assertTrue(circuit.open());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
