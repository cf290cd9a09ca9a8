package org.surety.commitments.approval;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.ApprovalState;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to an approval into the contract's record. */
final class ApprovalEvents {

    private ApprovalEvents() {
    }

    static NewChange recorded(Approval approval, LocalDate day) {
        return change("approval.recorded", approval, day);
    }

    static NewChange amended(Approval approval, List<String> changed, LocalDate day) {
        return change("approval.amended", approval, day).changing(changed, Reason.NEW_FACT);
    }

    static NewChange moved(Approval approval, Step step, boolean corrects) {
        return change("approval.moved", approval, step.countsFrom()).changing(List.of("steps"),
                corrects ? Reason.CORRECTION : Reason.NEW_FACT);
    }

    private static NewChange change(String type, Approval approval, LocalDate day) {
        return NewChange.of(type, approval.id(), approval.version(), state(approval), approval.label(), day);
    }

    private static ApprovalState state(Approval approval) {
        ApprovalDescription said = approval.description();
        List<Step> steps = approval.steps();
        return new ApprovalState(approval.id(), approval.party(), approval.series(), said.title(), said.body(), said.bodyOf(),
                said.kind(), said.effect(), said.revocable(), approval.scheduledVote(),
                steps.isEmpty() ? null : steps.get(steps.size() - 1).kind().name(), approval.phases());
    }
}
