package org.surety.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.kit.RealParts;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class ReplicaSignalTest {

    @Inject
    ReplicaSignal replicas;

    @Test
    void whatOneReplicaSendsTheOthersHear() throws Exception {
        try (ReplicaSignal.Ear one = replicas.listen(); ReplicaSignal.Ear other = replicas.listen()) {
            replicas.send();
            assertThat(one.hears()).isTrue();
            assertThat(other.hears()).isTrue();
        }
    }

    @Test
    void whoHearsNothingComesBackToLookWhetherToGoOn() throws Exception {
        try (ReplicaSignal.Ear ear = replicas.listen()) {
            assertThat(ear.hears()).isFalse();
        }
    }
}
