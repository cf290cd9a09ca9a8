package org.surety.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class ConfirmsTest {

    private final AtomicInteger progress = new AtomicInteger();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Confirms confirms = new Confirms(40, registry.timer("confirm"), progress::incrementAndGet);

    private void send(int count) {
        for (int tag = 1; tag <= count; tag++) {
            confirms.sending(tag, 40 + tag);
        }
    }

    @Test
    void nothingSentIsConfirmedUpToWhereItBegan() {
        assertThat(confirms.through()).isEqualTo(40);
        assertThat(confirms.sent()).isEqualTo(40);
        assertThat(confirms.waitedMillis()).isZero();
    }

    @Test
    void aConfirmOutOfOrderDoesNotPassTheOneThatIsMissing() throws Exception {
        send(5);
        confirms.handleAck(2, false);
        confirms.handleAck(5, false);
        assertThat(confirms.through()).isEqualTo(40);
        confirms.handleAck(1, false);
        assertThat(confirms.through()).isEqualTo(42);
        confirms.handleAck(4, true);
        assertThat(confirms.through()).isEqualTo(45);
        assertThat(confirms.inFlight()).isZero();
        assertThat(progress).hasValue(4);
        assertThat(registry.timer("confirm").count()).isEqualTo(5);
    }

    @Test
    void aRefusalIsRemembered() throws Exception {
        send(2);
        confirms.handleAck(1, false);
        assertThat(confirms.isRefused()).isFalse();
        confirms.handleNack(2, false);
        assertThat(confirms.isRefused()).isTrue();
        assertThat(confirms.through()).isEqualTo(41);
    }
}
