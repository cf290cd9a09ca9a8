package org.surety.priorities.whatif;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.ConditionKind;
import org.surety.kit.label.Label;
import org.surety.priorities.assessment.ApprovalDays;
import org.surety.priorities.assessment.Assessor;
import org.surety.priorities.assessment.Days;
import org.surety.priorities.assessment.Facts;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.assessment.RequirementRule;

/**
 * The facts with the steps carried out, on one day, as far as they were learnt. What the steps do not reach stands as it is, also where the
 * viewer does not see it: that a condition is met follows from what is known of the commitment that waits.
 */
class WhatIfFacts implements Facts {

    /** Of the other guarantees of a party one that stands is enough: first a few, then all. */
    private static final List<Integer> LOOKS = List.of(100, Integer.MAX_VALUE);

    private final WhatIf whatIf;
    private final LocalDate day;
    private final WhatIfReader reader;
    private final Map<UUID, RequirementRule> requirements = new HashMap<>();
    private final Map<UUID, ApprovalDays> approvals = new HashMap<>();
    private final Map<Integer, Label> labels = new HashMap<>();
    private final Map<UUID, Map<String, Days>> held = new HashMap<>();
    private final Map<String, Days> heldByAll = new HashMap<>();
    private final Set<UUID> gone = new HashSet<>();
    private final Map<UUID, Promise> turned = new HashMap<>();
    private boolean cascading;

    WhatIfFacts(WhatIf whatIf, LocalDate day, WhatIfReader reader) {
        this.whatIf = whatIf;
        this.day = day;
        this.reader = reader;
    }

    /** Reads what these are assessed against. */
    void learn(Collection<Promise> promises) {
        requirements.putAll(reader.requirements(promises));
        learnApprovals(promises);
        reader.held(promises.stream().map(Promise::id).toList(), (commitment, on, met) -> {
            held.computeIfAbsent(commitment, id -> new HashMap<>()).put(on, met);
            heldByAll.put(on, met);
        });
    }

    private void learnApprovals(Collection<Promise> promises) {
        approvals.putAll(reader.approvals(promises));
        labels.putAll(reader.labels(promises.stream().map(Promise::audienceId)
                .filter(id -> id != WhatIf.NO_AUDIENCE && !labels.containsKey(id)).collect(Collectors.toSet())));
    }

    /** From here on conditions ask what the steps have left; of what these wait for, what the parties that withdraw have promised is gone. */
    void cascade(Collection<Promise> waiting) {
        cascading = true;
        gone.addAll(reader.ofParties(waiting.stream().flatMap(promise -> promise.conditions().stream())
                .filter(condition -> condition.kind() == ConditionKind.COMMITMENT).map(condition -> condition.commitment())
                .collect(Collectors.toSet()), whatIf.parties()));
    }

    /** From here on this one stands where it did not, or the reverse. */
    void turn(Promise promise) {
        turned.put(promise.id(), promise);
    }

    /** Whether something decides about it that is hidden from the viewer: it cannot be told what it would be worth. */
    boolean isBeyondSight(Promise promise) {
        return promise.approvals().stream()
                .anyMatch(id -> !approvals.containsKey(id) && !whatIf.isPledge(id) && !heldOf(promise, "APPROVAL " + id).isEmpty());
    }

    boolean stands(Promise promise) {
        return promise.counts(this).contains(day);
    }

    /** Whether it stands as it is, without the steps. */
    boolean stood(Promise promise) {
        return promise.counts(new AsTheyAre(approvals)).contains(day);
    }

    private Days heldOf(Promise promise, String on) {
        return held.getOrDefault(promise.id(), Map.of()).getOrDefault(on, Days.NONE);
    }

    @Override
    public RequirementRule requirement(UUID id) {
        return requirements.get(id);
    }

    @Override
    public ApprovalDays approval(UUID id) {
        ApprovalDays known = approvals.get(id);
        if (known != null) {
            return whatIf.approvals().getOrDefault(id, UnaryOperator.identity()).apply(known);
        }
        return whatIf.pledges().stream().filter(pledge -> pledge.id().equals(id)).findFirst().map(this::consent).orElse(null);
    }

    /** An added pledge is assumed to have the consent that it needs. */
    private ApprovalDays consent(Promise pledge) {
        RequirementRule rule = requirements.get(pledge.contributions().get(0).requirement());
        return new ApprovalDays(Days.NONE, Days.NONE, rule == null ? null : rule.host());
    }

    @Override
    public Days inForce(UUID instrument) {
        return heldByAll.getOrDefault("INSTRUMENT " + instrument, Days.NONE);
    }

    @Override
    public Promise commitment(UUID id) {
        return turned.get(id);
    }

    @Override
    public Days counts(UUID commitment) {
        if (cascading && gone.contains(commitment)) {
            return Days.NONE;
        }
        Promise other = cascading ? turned.get(commitment) : null;
        return other == null ? heldByAll.getOrDefault("COMMITMENT " + commitment, Days.NONE) : other.counts(this);
    }

    /** With the steps carried out: of the day alone, all days or none. */
    @Override
    public Days participation(String party, Promise promise) {
        if (!cascading) {
            return heldOf(promise, "PARTY " + party);
        }
        return !whatIf.parties().contains(party) && takesPart(party, promise) ? Days.ALL : Days.NONE;
    }

    private boolean takesPart(String party, Promise promise) {
        List<Promise> own = turned.values().stream().filter(other -> isAwaited(other, party, promise)).toList();
        if (own.stream().anyMatch(this::stands)) {
            return true;
        }
        if (!heldOf(promise, "PARTY " + party).contains(day)) {
            return false;
        }
        return own.isEmpty() || LOOKS.stream().anyMatch(limit -> {
            List<Promise> others = reader.promises(reader.participants(party, limit)).stream()
                    .filter(other -> !turned.containsKey(other.id())).toList();
            learnApprovals(others);
            return others.stream().map(whatIf::applied).anyMatch(other -> isAwaited(other, party, promise) && stands(other));
        });
    }

    /** Whether it is a guarantee of the party that the promise can wait for. */
    private boolean isAwaited(Promise other, String party, Promise promise) {
        return other.party().equals(party) && !other.id().equals(promise.id()) && (other.audienceId() == WhatIf.NO_AUDIENCE
                || labels.get(other.audienceId()).covers(labels.get(promise.audienceId())));
    }

    /** The approvals as they stand, and nothing else: enough to tell whether a commitment stands. */
    private record AsTheyAre(Map<UUID, ApprovalDays> approvals) implements Facts {

        @Override
        public RequirementRule requirement(UUID id) {
            return null;
        }

        @Override
        public ApprovalDays approval(UUID id) {
            return approvals.get(id);
        }

        @Override
        public Days inForce(UUID instrument) {
            return Days.NONE;
        }

        @Override
        public Promise commitment(UUID id) {
            return null;
        }

        @Override
        public Days participation(String party, Promise promise) {
            return Days.NONE;
        }
    }

    /** What the conditions of a promise ask of which the steps have changed whether it is so. */
    List<Condition> turnedConditions(Promise promise) {
        return promise.conditions().stream().filter(condition -> {
            String on = on(condition);
            return on != null && heldOf(promise, on).contains(day) != Assessor.met(promise, condition, this).contains(day);
        }).toList();
    }

    private static String on(Condition condition) {
        return switch (condition.kind()) {
            case COMMITMENT -> "COMMITMENT " + condition.commitment();
            case PARTICIPATION -> "PARTY " + condition.party();
            default -> null;
        };
    }
}
