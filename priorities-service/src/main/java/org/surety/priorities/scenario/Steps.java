package org.surety.priorities.scenario;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.surety.contracts.CaveatKind;
import org.surety.contracts.Kind;
import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.ScenarioStepKind;
import org.surety.contracts.SituationKind;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;

/** What steps may say: which fields each kind has, and which two contradict each other. */
final class Steps {

    /** A what-if that needs more is several. */
    static final int MAX = 50;

    private static final int MAX_INTEGER_DIGITS = 15;
    private static final int MAX_SCALE = 3;

    private Steps() {
    }

    /** Each step has the fields of its kind and no other. */
    static Violations check(Violations violations, List<Step> steps) {
        violations.check(steps != null && !steps.isEmpty() && steps.size() <= MAX, "steps", "must be 1 to " + MAX);
        for (int i = 0; steps != null && i < Math.min(MAX, steps.size()); i++) {
            String field = "steps[" + i + "]";
            Step step = steps.get(i);
            if (step == null || step.step() == null) {
                violations.check(false, field + ".step", "must be one of " + Arrays.toString(ScenarioStepKind.values()));
            } else {
                check(violations, step, field + ".");
            }
        }
        return violations;
    }

    private static void check(Violations violations, Step step, String field) {
        List<String> own = fields(step.step());
        has(violations, step, own, field, "party", Step::party, "must be the code of a party");
        violations.check(step.party() == null || step.party().matches("[A-Z]{2,12}"), field + "party",
                "must be the code of a party");
        has(violations, step, own, field, "commitment", Step::commitment, "must be stated");
        has(violations, step, own, field, "approval", Step::approval, "must be stated");
        has(violations, step, own, field, "situation", Step::situation, "must be one of " + List.of(SituationKind.values()));
        has(violations, step, own, field, "requirement", Step::requirement, "must be stated");
        has(violations, step, own, field, "quantity", Step::quantity, "must be stated");
        violations.check(step.quantity() == null || isWritable(step.quantity()), field + "quantity",
                "must be more than 0 and have at most "
                        + MAX_INTEGER_DIGITS + " digits before and " + MAX_SCALE + " after the point");
        has(violations, step, own, field, "kind", Step::kind, "must be one of " + List.of(Kind.values()));
        has(violations, step, own, field, "caveat", Step::caveat, "must be one of " + List.of(CaveatKind.values()));
        has(violations, step, own, field, "from", Step::from, "must be stated");
        has(violations, step, own, field, "until", Step::until, "must be stated");
        violations.check(step.assured() == null || step.step() == ScenarioStepKind.ADD_PLEDGE, field + "assured",
                "does not belong to " + step.step());
        Days.check(violations, step.from(), field + "from");
        Days.check(violations, step.until(), field + "until");
    }

    private static boolean isWritable(BigDecimal quantity) {
        return quantity.signum() > 0 && quantity.scale() <= MAX_SCALE
                && quantity.precision() - quantity.scale() <= MAX_INTEGER_DIGITS;
    }

    private static List<String> fields(ScenarioStepKind kind) {
        return switch (kind) {
            case WITHDRAW_PARTY -> List.of("party");
            case WITHDRAW_COMMITMENT -> List.of("commitment");
            case REFUSE_APPROVAL, GRANT_APPROVAL -> List.of("approval", "from");
            case DELAY_APPROVAL -> List.of("approval", "until");
            case SITUATION -> List.of("situation", "from");
            case ADD_PLEDGE -> List.of("party", "requirement", "quantity", "kind", "from");
            case DROP_CAVEAT -> List.of("commitment", "caveat");
        };
    }

    private static void has(Violations violations, Step step, List<String> own, String field, String name,
            Function<Step, Object> value, String needed) {
        boolean stated = value.apply(step) != null;
        violations.check(stated || !own.contains(name), field + name, needed).check(!stated || own.contains(name), field + name,
                "does not belong to " + step.step());
    }

    /**
     * Refuses the first two steps that cannot both be: on the same record something else, or the same twice.
     *
     * @param partyOf a commitment; null where it is not known
     */
    static void refuseContradictions(List<Step> steps, Function<UUID, String> partyOf) {
        for (int later = 1; later < steps.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (contradict(steps.get(earlier), steps.get(later), partyOf)) {
                    throw ScenarioProblem.contradicting(earlier, steps.get(earlier), later, steps.get(later));
                }
            }
        }
    }

    private static boolean contradict(Step one, Step other, Function<UUID, String> partyOf) {
        boolean sameApproval = one.approval() != null && one.approval().equals(other.approval());
        boolean sameSituation = one.situation() != null && one.situation() == other.situation();
        boolean sameCommitment = one.commitment() != null && one.commitment().equals(other.commitment())
                && (one.step() != other.step() || one.caveat() == other.caveat());
        return one.equals(other) || sameApproval || sameSituation || sameCommitment || leaves(one, other, partyOf)
                || leaves(other, one, partyOf);
    }

    /** Whether the party withdraws on which the other step relies. */
    private static boolean leaves(Step one, Step other, Function<UUID, String> partyOf) {
        return one.step() == ScenarioStepKind.WITHDRAW_PARTY && (one.party().equals(other.party())
                || other.commitment() != null && Objects.equals(one.party(), partyOf.apply(other.commitment())));
    }
}
