package org.surety.priorities.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.Kind;
import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.ScenarioStepKind;
import org.surety.contracts.SituationKind;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.Violations;

class StepsTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private static Step party(String code) {
        return new Step(ScenarioStepKind.WITHDRAW_PARTY, code, null, null, null, null, null, null, null, null, null, null);
    }

    private static Step commitment(UUID id) {
        return new Step(ScenarioStepKind.WITHDRAW_COMMITMENT, null, id, null, null, null, null, null, null, null, null, null);
    }

    private static Step caveat(UUID commitment, CaveatKind kind) {
        return new Step(ScenarioStepKind.DROP_CAVEAT, null, commitment, null, null, null, null, null, null, kind, null, null);
    }

    private static Step approval(ScenarioStepKind kind, UUID id, LocalDate from, LocalDate until) {
        return new Step(kind, null, null, id, null, null, null, null, null, null, from, until);
    }

    private static Step situation(SituationKind kind, LocalDate from) {
        return new Step(ScenarioStepKind.SITUATION, null, null, null, kind, null, null, null, null, null, from, null);
    }

    private static Step pledge(String party, String quantity) {
        return new Step(ScenarioStepKind.ADD_PLEDGE, party, null, null, null, ONE, new BigDecimal(quantity), Kind.TRAINING, null,
                null,
                MARCH, null);
    }

    private static List<String> faults(Step... steps) {
        return Steps.check(new Violations(), Arrays.asList(steps)).found().stream().map(Problem.Violation::field).toList();
    }

    @Test
    void eachStepHasTheFieldsOfItsKindAndNoOther() {
        assertThat(faults(party("XAA"), commitment(ONE), caveat(OTHER, CaveatKind.OTHER),
                approval(ScenarioStepKind.REFUSE_APPROVAL, ONE, MARCH, null),
                approval(ScenarioStepKind.DELAY_APPROVAL, ONE, null, MARCH),
                situation(SituationKind.HOST_REQUEST, MARCH), pledge("XAB", "0.001"))).isEmpty();
        assertThat(faults(party(null), party("x"), commitment(null))).containsExactly("steps[0].party", "steps[1].party",
                "steps[2].commitment");
        assertThat(faults(approval(ScenarioStepKind.REFUSE_APPROVAL, ONE, null, MARCH))).containsExactly("steps[0].from",
                "steps[0].until");
        assertThat(faults(approval(ScenarioStepKind.DELAY_APPROVAL, null, null, null))).containsExactly("steps[0].approval",
                "steps[0].until");
        assertThat(faults(pledge("XAA", "0"), pledge("XAA", "1.0001"), pledge("XAA", "1e15"))).containsExactly("steps[0].quantity",
                "steps[1].quantity", "steps[2].quantity");
        assertThat(faults(situation(null, LocalDate.of(1000, 1, 1)))).containsExactly("steps[0].situation", "steps[0].from");
        assertThat(faults((Step) null)).containsExactly("steps[0].step");
        assertThat(faults(
                new Step(ScenarioStepKind.WITHDRAW_PARTY, "XAA", null, null, null, null, null, null, true, null, null, null)))
                .containsExactly("steps[0].assured");
    }

    @Test
    void thereAreOneToFiftySteps() {
        assertThat(faults()).containsExactly("steps");
        assertThat(Steps.check(new Violations(), null).found()).hasSize(1);
        assertThat(Steps.check(new Violations(), Collections.nCopies(50, party("XAA"))).found()).isEmpty();
        assertThat(Steps.check(new Violations(), Collections.nCopies(51, party("XAA"))).found()).hasSize(1);
    }

    private static void contradict(Step one, Step other) {
        Step between = pledge("XAE", "7");
        for (List<Step> steps : List.of(List.of(one, between, other), List.of(other, between, one))) {
            assertThatThrownBy(() -> Steps.refuseContradictions(steps, id -> id.equals(ONE) ? "XAA" : null))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("steps[0] (" + steps.get(0).step() + ")")
                    .hasMessageContaining("steps[2] (" + steps.get(2).step() + ")");
        }
    }

    @Test
    void twoStepsOnTheSameContradictEachOther() {
        contradict(party("XAA"), party("XAA"));
        contradict(commitment(OTHER), commitment(OTHER));
        contradict(commitment(OTHER), caveat(OTHER, CaveatKind.AIR_ONLY));
        contradict(caveat(OTHER, CaveatKind.AIR_ONLY), caveat(OTHER, CaveatKind.AIR_ONLY));
        contradict(approval(ScenarioStepKind.REFUSE_APPROVAL, ONE, MARCH, null),
                approval(ScenarioStepKind.GRANT_APPROVAL, ONE, APRIL, null));
        contradict(approval(ScenarioStepKind.DELAY_APPROVAL, ONE, null, MARCH),
                approval(ScenarioStepKind.DELAY_APPROVAL, ONE, null, APRIL));
        contradict(situation(SituationKind.HOST_REQUEST, MARCH), situation(SituationKind.HOST_REQUEST, APRIL));
        contradict(pledge("XAA", "5"), pledge("XAA", "5"));
    }

    @Test
    void aPartyThatWithdrawsIsInNoOtherStep() {
        contradict(party("XAA"), pledge("XAA", "5"));
        contradict(party("XAA"), commitment(ONE));
        contradict(party("XAA"), caveat(ONE, CaveatKind.OTHER));
    }

    @Test
    void otherStepsStandBesideEachOther() {
        Steps.refuseContradictions(List.of(party("XAA"), party("XAB"), commitment(OTHER), pledge("XAC", "5"), pledge("XAC", "6"),
                approval(ScenarioStepKind.REFUSE_APPROVAL, ONE, MARCH, null),
                approval(ScenarioStepKind.REFUSE_APPROVAL, OTHER, MARCH, null),
                situation(SituationKind.HOST_REQUEST, MARCH), situation(SituationKind.CONFIRMED_BREACH, MARCH)),
                id -> id.equals(ONE) ? "XAA" : null);
        Steps.refuseContradictions(List.of(caveat(ONE, CaveatKind.AIR_ONLY), caveat(ONE, CaveatKind.OTHER)), id -> "XAA");
    }
}
