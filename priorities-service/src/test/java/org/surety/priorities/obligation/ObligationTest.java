package org.surety.priorities.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Kind;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;

class ObligationTest {

    private static final LocalDate WAKES = LocalDate.of(2026, 3, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 11);

    private static Call call(LocalDate due, boolean over, LocalDate ready) {
        return new Call(UUID.randomUUID(), UUID.randomUUID(), SituationKind.CEASEFIRE_IN_FORCE, Series.EXERCISE, false,
                UUID.randomUUID(), "XAA", Kind.MONITORING, null, WAKES, due, over, ready, ready, null, 1, 1, 1, "A promise");
    }

    @Test
    void eachStepHoldsTheEarlierOnes() {
        Obligation obligation = Obligation.of(call(DUE, false, null));
        assertThat(obligation.reached()).isEqualTo(ObligationStep.CALLED);
        assertThat(obligation.take(ObligationStep.READY, WAKES, 1)).containsExactly("acknowledgedOn", "readyOn");
        assertThat(obligation.take(ObligationStep.READY, DUE, 1)).isEmpty();
        assertThat(obligation.take(ObligationStep.ACKNOWLEDGED, DUE, 1)).isEmpty();
        assertThat(obligation.take(ObligationStep.DONE, DUE, 1)).containsExactly("doneOn");
        assertThat(obligation.readyOn()).isEqualTo(WAKES);
        assertThat(obligation.reached()).isEqualTo(ObligationStep.DONE);
    }

    @Test
    void lateIsWhoIsNotReadyWhenTheNoticeIsOver() {
        assertThat(call(DUE, false, null).lateOn(DUE)).isFalse();
        assertThat(call(DUE, false, null).lateOn(DUE.plusDays(1))).isTrue();
        assertThat(call(DUE, false, DUE).lateOn(DUE.plusDays(1))).isFalse();
        assertThat(call(DUE, false, DUE.plusDays(2)).lateOn(DUE.plusDays(1))).as("it was ready later").isTrue();
        assertThat(call(DUE, false, DUE.plusDays(2)).lateOn(DUE.plusDays(2))).isFalse();
        assertThat(call(DUE, true, null).lateOn(DUE.plusDays(1))).as("it is over").isFalse();
        assertThat(call(null, false, null).lateOn(DUE.plusDays(1))).as("the notice is not known").isFalse();
    }

    @Test
    void whatWasSaidLaterWasNotSaidOnTheDay() {
        Call ready = call(DUE, false, DUE);
        assertThat(ready.reachedBy(DUE.minusDays(1))).isEqualTo(ObligationStep.CALLED);
        assertThat(ready.reachedBy(DUE)).isEqualTo(ObligationStep.READY);
    }
}
