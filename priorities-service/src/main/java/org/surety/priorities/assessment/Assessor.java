package org.surety.priorities.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.contracts.BindingForm;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.Undisclosed;

/**
 * Tells what a commitment is worth to what it contributes to, and on which days: the one definition of the stages of coverage. It looks at
 * nothing but the promise and the facts it is given, so it answers for what is as for what might be.
 */
public final class Assessor {

    private final Promise promise;
    private final Facts facts;

    private Assessor(Promise promise, Facts facts) {
        this.promise = promise;
        this.facts = facts;
    }

    /** Nothing for what is not a filed guarantee, or contributes to nothing. */
    public static List<Worth> assess(Promise promise, Facts facts) {
        return promise.isFiledGuarantee() ? new Assessor(promise, facts).worths() : List.of();
    }

    /** What one commitment gives to one requirement under one name, added up. */
    private record Target(UUID requirement, String element) {
    }

    private record Sum(BigDecimal quantity, int undisclosed) {

        static Sum of(Contribution part) {
            return new Sum(part.quantity(), countsAsUndisclosed(part.undisclosed()));
        }

        Sum plus(Sum other) {
            return new Sum(quantity == null ? other.quantity : other.quantity == null ? quantity : quantity.add(other.quantity),
                    Math.max(undisclosed, other.undisclosed));
        }
    }

    private static int countsAsUndisclosed(Undisclosed reason) {
        return reason == null || reason == Undisclosed.NOT_APPLICABLE ? 0 : 1;
    }

    private List<Worth> worths() {
        Map<Target, Sum> sums = new LinkedHashMap<>();
        promise.contributions()
                .forEach(part -> sums.merge(new Target(part.requirement(), part.element()), Sum.of(part), Sum::plus));
        if (sums.isEmpty() && promise.priority() != null) {
            sums.put(new Target(null, null), new Sum(null, countsAsUndisclosed(promise.undisclosed())));
        }
        List<Worth> worths = new ArrayList<>();
        sums.forEach((target, sum) -> {
            RequirementRule known = target.requirement() == null ? null : facts.requirement(target.requirement());
            RequirementRule rule = known == null ? RequirementRule.NONE : known;
            for (Promise.Giver giver : promise.givers()) {
                List<Counted> counted = counted(rule, giver);
                if (!counted.isEmpty()) {
                    worths.add(new Worth(promise.id(), promise.series(), target.requirement(),
                            target.requirement() == null ? promise.priority() : null, giver.party(), promise.party(),
                            target.element(), giver.partOf(sum.quantity()), sum.undisclosed(), promise.audienceId(),
                            promise.amountsAudienceId(), counted));
                }
            }
        });
        return worths;
    }

    private List<Counted> counted(RequirementRule rule, Promise.Giver giver) {
        Counting counting = new Counting();
        Days pledged = promise.period();
        counting.add(Shortfall.EXPIRED,
                promise.untilDay() == null ? Days.NONE : promise.announced().without(Days.until(promise.untilDay())));
        if (!rule.accepts(promise.kind())) {
            return counting.add(Shortfall.KIND_NOT_ELIGIBLE, pledged).counted;
        }
        if (promise.isExcludedFrom(rule)) {
            return counting.add(Shortfall.CAVEAT, pledged).counted;
        }
        Days acted = promise.isFiledWithAuthority() ? giver.confirmed() : Days.NONE;
        Days refused = promise.refused(facts);
        Days committed = pledged.and(promise.decided()).and(acted).without(refused);
        counting.add(Stage.PLEDGED, pledged).add(Stage.COMMITTED, committed)
                .add(Shortfall.NOT_DECIDED, pledged.without(promise.decided()))
                .add(Shortfall.UNCONFIRMED_ACT, pledged.without(acted))
                .add(Shortfall.APPROVAL_REFUSED, pledged.and(refused));
        return assured(committed, rule, counting).counted;
    }

    private Counting assured(Days committed, RequirementRule rule, Counting counting) {
        Days form = rule.bindingForm() == BindingForm.POLITICAL || promise.binding() == BindingForm.LEGAL ? Days.ALL : Days.NONE;
        Days blocked = promise.blocked(facts);
        Days met = conditions(rule);
        ReadyDays readiness = ReadyDays.of(promise.readiness());
        Days assured = committed.and(form).without(blocked).and(met).and(readiness.ready());
        counting.add(Shortfall.BINDING_FORM, committed.without(form))
                .add(Shortfall.APPROVAL_OUTSTANDING, committed.and(blocked))
                .add(Shortfall.CONDITION, committed.without(met))
                .add(Shortfall.READINESS_NOT_STATED, committed.and(readiness.notStated()))
                .add(Shortfall.READINESS_STALE, committed.and(readiness.stale()))
                .add(Shortfall.NOT_READY, committed.and(readiness.notReady()));
        Sleep sleep = Sleep.of(promise.triggers());
        return counting.assured(null, assured.and(sleep.awake())).assured(sleep.wakes(), assured.without(sleep.awake()));
    }

    private Days conditions(RequirementRule rule) {
        Days met = promise.conditions().stream().map(condition -> met(promise, condition, facts)).reduce(Days.ALL, Days::and);
        boolean consentNeeded = rule.scope().isOnTerritory() && !rule.host().equals(promise.party());
        return consentNeeded ? met.and(promise.consent(rule.host(), facts)) : met;
    }

    /** On which days a condition of the promise is met. */
    public static Days met(Promise promise, Condition condition, Facts facts) {
        return switch (condition.kind()) {
            case COMMITMENT -> facts.counts(condition.commitment());
            case PARTICIPATION -> facts.participation(condition.party(), promise);
            case INSTRUMENT_IN_FORCE -> facts.inForce(condition.instrument());
            case HOST_CONSENT -> promise.consent(condition.party(), facts);
        };
    }

    /** What counts on any day. */
    private static final class Counting {
        private final List<Counted> counted = new ArrayList<>();

        Counting add(Enum<?> what, Days days) {
            return add(what, null, days);
        }

        Counting assured(String wakes, Days days) {
            return add(Stage.ASSURED, wakes, days);
        }

        private Counting add(Enum<?> what, String wakes, Days days) {
            if (!days.isEmpty()) {
                counted.add(new Counted(what.name(), wakes, days));
            }
            return this;
        }
    }
}
