package org.surety.kit.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Envelope;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

class BatchTest {

    private static final Set<String> TYPES = Set.of("note.taken", "note.amended");

    private static ReceivedChange change(String type, String subject, long version) {
        return new ReceivedChange(UUID.randomUUID(), Envelope.TYPE_PREFIX + type, subject, version, version, UUID.randomUUID(),
                Instant.EPOCH, Label.openToAll(), JsonNodeFactory.instance.objectNode());
    }

    private static String rows(ReceivedChange... changes) {
        return Batch.of(List.of(changes), TYPES).rows(change -> Map.of(change.subject(), change.version()));
    }

    @Test
    void ofEachSubjectTheNewestVersionCounts() {
        assertThat(rows(change("note.taken.v1", "a", 1), change("note.amended.v1", "a", 3), change("note.amended.v1", "a", 2),
                change("note.taken.v1", "b", 1))).isEqualTo("[{\"a\":3},{\"b\":1}]");
    }

    @Test
    void anotherMajorVersionIsAnotherContractAndPassedOver() {
        assertThat(Batch.of(List.of(change("note.taken.v2", "a", 1), change("note.burnt.v1", "a", 2)), TYPES).isEmpty()).isTrue();
        assertThat(rows(change("note.taken.v1", "a", 1), change("note.amended.v2", "a", 2))).isEqualTo("[{\"a\":1}]");
    }
}
