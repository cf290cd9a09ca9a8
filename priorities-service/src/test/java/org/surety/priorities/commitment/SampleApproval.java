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

/**
 * An approval of an exercise parliament, open to all, as a change brings it.
 *
 * @param consentOf the host whose consent it is; null: the deployment by the parliament of XAA
 */
public record SampleApproval(UUID id, long version, List<Phase> phases, String consentOf) {

    private static final Phase OPEN = new Phase(null, ApprovalStatus.OPEN, true);

    public static SampleApproval open() {
        return new SampleApproval(UUID.randomUUID(), 1, List.of(OPEN), null);
    }

    public static SampleApproval consentOf(String host) {
        return new SampleApproval(UUID.randomUUID(), 1, List.of(OPEN), host);
    }

    public SampleApproval moved(List<Phase> to) {
        return new SampleApproval(id, version + 1, to, consentOf);
    }

    /** Refused from a day on. */
    public SampleApproval refused(LocalDate from) {
        return moved(List.of(OPEN, new Phase(from, ApprovalStatus.REFUSED, true)));
    }

    /** Granted from a day on. */
    public SampleApproval granted(LocalDate from) {
        return moved(List.of(OPEN, new Phase(from, ApprovalStatus.GRANTED, false)));
    }

    public String type() {
        return version == 1 ? "approval.recorded" : "approval.moved";
    }

    public ApprovalState state() {
        return new ApprovalState(id, "XAA", Series.EXERCISE, "Deployment", "Assembly", consentOf == null ? "XAA" : consentOf,
                consentOf == null ? ApprovalKind.DEPLOYMENT : ApprovalKind.HOST_CONSENT, ApprovalEffect.PRIOR, true, null, null,
                phases);
    }

    /** Whether a body says no on the day. */
    public boolean refuses(LocalDate day) {
        return on(day).refuses();
    }

    /** Whether what needs it is blocked on the day. */
    public boolean blocks(LocalDate day) {
        return on(day).blocks();
    }

    private Phase on(LocalDate day) {
        return phases.stream().filter(phase -> phase.from() == null || !phase.from().isAfter(day)).reduce((one, later) -> later)
                .orElseThrow();
    }
}
