package org.surety.priorities.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.surety.contracts.DeliberationStage;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

class DeliberationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 2);

    private static Deliberation step(DeliberationStage state, List<String> leads, Deliberation before) {
        return Deliberation.move(PriorityCode.MULTINATIONAL_FORCE,
                new DeliberationStep(Series.EXERCISE, state, DAY, leads, "so", null, Label.openToAll().representation()), DAY,
                before, 1);
    }

    @Test
    void whoLedGoesOnLeadingUnlessOthersAreNamed() {
        Deliberation first = step(DeliberationStage.UNDER_DELIBERATION, List.of("XAA", "XAB"), null);
        assertThat(step(DeliberationStage.AGREED_IN_PRINCIPLE, null, first).leads()).containsExactly("XAA", "XAB");
        assertThat(step(DeliberationStage.AGREED_IN_PRINCIPLE, List.of(), first).leads()).isEmpty();
        assertThat(step(DeliberationStage.UNDER_DELIBERATION, null, null).leads()).isEmpty();
        assertThat(step(DeliberationStage.UNDER_DELIBERATION, null, first).says(first)).isTrue();
        assertThat(step(DeliberationStage.UNDER_DELIBERATION, List.of("XAA"), first).says(first)).isFalse();
    }

    @Test
    void backIsEarlierInTheOrderAndSuspensionIsNoStepOfIt() {
        Deliberation agreed = step(DeliberationStage.TEXT_AGREED, null, null);
        assertThat(step(DeliberationStage.UNDER_DELIBERATION, null, agreed).stepsBackFrom(agreed)).isTrue();
        assertThat(step(DeliberationStage.OPERATIONAL, null, agreed).stepsBackFrom(agreed)).isFalse();
        Deliberation suspended = step(DeliberationStage.SUSPENDED, null, agreed);
        assertThat(suspended.stepsBackFrom(agreed)).isFalse();
        assertThat(agreed.stepsBackFrom(suspended)).isFalse();
        assertThat(agreed.stepsBackFrom(null)).isFalse();
    }
}
