package org.surety.commitments.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Basis;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.TriggerKind;
import org.surety.kit.problem.Violations;

class TriggerTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
    private static final Trigger CEASEFIRE = new Trigger(TriggerKind.CEASEFIRE_IN_FORCE, null);
    private static final Trigger DATE = new Trigger(TriggerKind.DATE, DAY);

    private static List<String> faults(List<Trigger> triggers, Basis basis) {
        Violations violations = new Violations();
        Trigger.check(triggers, basis, violations);
        return violations.found().stream().map(found -> found.field() + " " + found.message()).toList();
    }

    @Test
    void eachKindMayBeNamedOnce() {
        List<Trigger> all = Arrays.stream(TriggerKind.values())
                .map(kind -> new Trigger(kind, kind == TriggerKind.DATE ? DAY : null)).toList();
        assertThat(faults(all, Basis.GUARANTEE)).isEmpty();
        assertThat(faults(Stream.concat(all.stream(), Stream.of(CEASEFIRE)).toList(), Basis.GUARANTEE))
                .containsExactly("triggers must be at most 5", "triggers[5].kind is named twice");
    }

    @Test
    void whatHasBeenGivenWaitsForNothing() {
        assertThat(faults(List.of(CEASEFIRE), Basis.EARLIER_SUPPORT))
                .containsExactly("triggers are for guarantees alone: earlier support has been given");
        assertThat(faults(List.of(), Basis.EARLIER_SUPPORT)).isEmpty();
    }

    @Test
    void withoutATriggerItSleepsOnNoDay() {
        assertThat(Trigger.areDormant(List.of(), DAY)).isFalse();
    }

    @Test
    void itSleepsUntilItsDayWhateverElseMayWakeIt() {
        assertThat(Trigger.areDormant(List.of(CEASEFIRE), DAY)).isTrue();
        assertThat(Trigger.areDormant(List.of(CEASEFIRE, DATE), DAY.minusDays(1))).isTrue();
        assertThat(Trigger.areDormant(List.of(CEASEFIRE, DATE), DAY)).isFalse();
    }

    @Test
    void itIsPublishedAsItIs() {
        assertThat(DATE.published()).isEqualTo(new CommitmentState.Trigger(TriggerKind.DATE, DAY));
    }
}
