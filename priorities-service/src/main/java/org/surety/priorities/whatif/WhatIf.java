package org.surety.priorities.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.CommitmentState.Caveat;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.CommitmentState.Readiness;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.ReadinessLevel;
import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.priorities.assessment.ApprovalDays;
import org.surety.priorities.assessment.Days;
import org.surety.priorities.assessment.Promise;

/**
 * What steps change, by what they change.
 *
 * @param parties that withdraw from everything
 * @param withdrawn commitments
 * @param dropped caveats, by commitment
 * @param pledges that are added, as promises
 * @param inForce the kinds of situations that hold on the day
 */
record WhatIf(Set<String> parties, Set<UUID> withdrawn, Map<UUID, Set<CaveatKind>> dropped,
        Map<UUID, UnaryOperator<ApprovalDays>> approvals, List<Promise> pledges, Set<String> inForce) {

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    /** Of a pledge, which nobody sees but who asks. */
    static final int NO_AUDIENCE = 0;

    static WhatIf of(List<Step> steps, Series series, LocalDate day) {
        WhatIf all = new WhatIf(new HashSet<>(), new HashSet<>(), new HashMap<>(), new HashMap<>(), new ArrayList<>(),
                new HashSet<>());
        steps.forEach(step -> all.take(step, series, day));
        return all;
    }

    private void take(Step step, Series series, LocalDate day) {
        switch (step.step()) {
            case WITHDRAW_PARTY -> parties.add(step.party());
            case WITHDRAW_COMMITMENT -> withdrawn.add(step.commitment());
            case REFUSE_APPROVAL -> approvals.put(step.approval(), approval -> refused(approval, Days.from(step.from())));
            case DELAY_APPROVAL -> approvals.put(step.approval(), approval -> blocked(approval, Days.before(step.until())));
            case GRANT_APPROVAL -> approvals.put(step.approval(), approval -> granted(approval, Days.from(step.from())));
            case SITUATION -> {
                if (!day.isBefore(step.from())) {
                    inForce.add(step.situation().name());
                }
            }
            case ADD_PLEDGE -> pledges.add(pledge(step, series));
            case DROP_CAVEAT -> dropped.computeIfAbsent(step.commitment(), id -> new HashSet<>()).add(step.caveat());
        }
    }

    private static ApprovalDays refused(ApprovalDays approval, Days days) {
        return new ApprovalDays(approval.refused().or(days), approval.blocked().or(days), approval.consentOf());
    }

    private static ApprovalDays blocked(ApprovalDays approval, Days days) {
        return new ApprovalDays(approval.refused(), approval.blocked().or(days), approval.consentOf());
    }

    private static ApprovalDays granted(ApprovalDays approval, Days days) {
        return new ApprovalDays(approval.refused().without(days), approval.blocked().without(days), approval.consentOf());
    }

    /** Assured, it has all that a requirement can ask for but the kind: decided, binding by law, ready, and with the host's consent. */
    private static Promise pledge(Step step, Series series) {
        boolean assured = !Boolean.FALSE.equals(step.assured());
        UUID id = UUID.randomUUID();
        Readiness ready = new Readiness(id, ReadinessLevel.READY, null, null, BEGINNING, BEGINNING, END);
        BigDecimal quantity = step.quantity();
        return new Promise(id, step.party(), series, Basis.GUARANTEE, step.kind(), null,
                List.of(new Contribution(step.requirement(), quantity, null)), null, step.from(), null, null, "FILED",
                assured ? step.from() : null, null, BindingForm.LEGAL, List.of(id), List.of(), List.of(), List.of(ready), List.of(),
                List.of(), NO_AUDIENCE, null);
    }

    boolean isPledge(UUID commitment) {
        return pledges.stream().anyMatch(pledge -> pledge.id().equals(commitment));
    }

    /** The promise as it is when the steps are carried out. */
    Promise applied(Promise promise) {
        Set<CaveatKind> without = dropped.getOrDefault(promise.id(), Set.of());
        List<Caveat> caveats = promise.caveats().stream().filter(caveat -> !without.contains(caveat.kind())).toList();
        List<Share> shares = promise.shares().stream()
                .map(share -> parties.contains(share.party())
                        ? new Share(share.party(), share.percent(), ShareState.WITHDRAWN, null)
                        : share)
                .toList();
        boolean gone = withdrawn.contains(promise.id()) || parties.contains(promise.party());
        return promise.as(gone ? "WITHDRAWN" : promise.state(), caveats, shares);
    }
}
