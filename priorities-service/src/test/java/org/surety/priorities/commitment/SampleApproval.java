package org.surety.priorities.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.ApprovalEffect;
import org.surety.contracts.ApprovalKind;
import org.surety.contracts.ApprovalState;
import org.surety.contracts.ApprovalState.Phase;
import org.surety.contracts.ApprovalStatus;
import org.surety.contracts.Series;

/** An approval of an exercise parliament, open to all, as a change brings it. */
public record SampleApproval(UUID id, long version, List<Phase> phases) {

    public static SampleApproval open() {
        return new SampleApproval(UUID.randomUUID(), 1, List.of(new Phase(null, ApprovalStatus.OPEN, true)));
    }

    public SampleApproval moved(List<Phase> to) {
        return new SampleApproval(id, version + 1, to);
    }

    /** Refused from a day on. */
    public SampleApproval refused(LocalDate from) {
        return moved(List.of(new Phase(null, ApprovalStatus.OPEN, true), new Phase(from, ApprovalStatus.REFUSED, true)));
    }

    public String type() {
        return version == 1 ? "approval.recorded" : "approval.moved";
    }

    public ApprovalState state() {
        return new ApprovalState(id, "XAA", Series.EXERCISE, "Deployment", "Assembly", "XAA", ApprovalKind.DEPLOYMENT,
                ApprovalEffect.PRIOR, true, null, null, phases);
    }

    /** Whether a body says no on the day. */
    public boolean refuses(LocalDate day) {
        return phases.stream().filter(phase -> phase.from() == null || !phase.from().isAfter(day)).reduce((one, later) -> later)
                .orElseThrow().refuses();
    }
}
