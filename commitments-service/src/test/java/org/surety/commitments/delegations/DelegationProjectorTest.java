package org.surety.commitments.delegations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.Sample;
import org.surety.contracts.DelegationState;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;
import org.surety.kit.label.SystemViewer;

import io.quarkus.test.junit.QuarkusTest;

/** What is remembered of delegations is the same, however their changes come. */
@QuarkusTest
@RealParts
class DelegationProjectorTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);

    @Inject
    DelegationProjector projector;

    @Inject
    Known known;

    @Inject
    Rows rows;

    private void apply(List<ReceivedChange> changes) {
        SystemViewer.transaction(() -> projector.apply(changes));
    }

    private ReceivedChange version(UUID id, long version, UUID... members) {
        ReceivedChange change = known.change(version == 1 ? "delegation.formed" : "delegation.restructured", id.toString(), version,
                Label.openToAll(), new DelegationState(id, UUID.randomUUID(), "XAA", null, null, null, "UNDISCLOSED", List.of(),
                        List.of(members), null, null, null, null, null, null));
        return new ReceivedChange(change.id(), change.type(), change.subject(), version, version, change.logId(),
                Instant.parse("2026-03-0%dT10:00:00Z".formatted(version)), change.label(), change.data());
    }

    private List<String> remembered(UUID id) {
        return rows.of("select person || ' ' || last_version || ' ' || coalesce(left_on::text, '-') from delegation_person "
                + "where delegation = ? order by person", id);
    }

    @Test
    void whoCameAndLeftWithinOneBatchHasBeenThere() {
        UUID id = UUID.randomUUID();
        apply(List.of(version(id, 1, ONE), version(id, 2, ONE, TWO), version(id, 3, ONE), version(id, 4, ONE)));
        assertThat(remembered(id)).containsExactly(ONE + " 4 -", TWO + " 2 2026-03-03");
    }

    @Test
    void whoIsLearntLateToHaveBelongedToItHasLeft() {
        UUID id = UUID.randomUUID();
        ReceivedChange late = version(id, 2, ONE);
        DelegationState state = late.state(DelegationState.class);
        DelegationState withPast = new DelegationState(id, state.gathering(), "XAA", null, null, null, "UNDISCLOSED", List.of(),
                List.of(ONE), null, new DelegationState.Restructure(UUID.randomUUID(), "r", "a", null, null, null, null,
                        new DelegationState.Composition(null, null, "SINGLE", List.of(TWO), List.of(ONE), null), null, null),
                null, null, null, null);
        ReceivedChange past = known.change("delegation.restructured", id.toString(), 2, Label.openToAll(), withPast);
        apply(List.of(version(id, 1, ONE), new ReceivedChange(past.id(), past.type(), past.subject(), 2, 2, past.logId(),
                late.recordedAt(), past.label(), past.data())));
        assertThat(remembered(id)).containsExactly(ONE + " 2 -", TWO + " 1 2026-03-02");
    }

    @Test
    void onceTwiceOneByOneOrInParts() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            UUID whole = UUID.randomUUID();
            UUID parts = UUID.randomUUID();
            List<ReceivedChange> history = new ArrayList<>();
            List<ReceivedChange> same = new ArrayList<>();
            for (int version = 1; version <= 8; version++) {
                List<UUID> members = new ArrayList<>(List.of(ONE, TWO, new UUID(1, 3)));
                Collections.shuffle(members, random);
                UUID[] some = members.subList(0, random.nextInt(4)).toArray(UUID[]::new);
                history.add(version(whole, version, some));
                same.add(version(parts, version, some));
            }
            apply(history);
            int cut = 1 + random.nextInt(7);
            apply(same.subList(0, cut));
            apply(same.subList(0, cut));
            apply(same.subList(cut, 8));
            apply(same);
            assertThat(remembered(parts)).isEqualTo(remembered(whole));
        }
    }

    @Test
    void theOwnersSamplesAreUnderstood() {
        for (String type : List.of("delegation.formed", "delegation.amended", "delegation.restructured", "delegation.corrected")) {
            apply(List.of(Sample.received(type)));
        }
        UUID id = UUID.fromString(Sample.of("delegation.corrected").get("subject").asText());
        assertThat(rows.of("select version || ' ' || party from delegation_reference where id = ?", id))
                .containsExactly(Sample.of("delegation.corrected").get("subjectversion").asText() + " XAA");
        assertThat(remembered(id)).isNotEmpty();
    }
}
