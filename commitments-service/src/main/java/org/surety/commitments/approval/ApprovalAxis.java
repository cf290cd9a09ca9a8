package org.surety.commitments.approval;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Where a commitment stands on a day as to the approvals that it needs.
 *
 * @param blockedBy the approvals that block it on the day
 * @param freeUntil the last day before one of them blocks by itself; absent while blocked, and where none is known to block
 * @param approvals all that it needs, with where each stands
 */
public record ApprovalAxis(UUID commitment, LocalDate day, Status status, List<UUID> blockedBy, LocalDate freeUntil,
        List<ApprovalRepresentation> approvals) {

    /** {@code approvals_on} says the same in SQL; a test compares the two. */
    public enum Status {
        /** It names no approval. */
        NONE_NAMED,
        /** None blocks. */
        FREE, BLOCKED,
        /** A body has said no: what the government decided does not count. */
        REFUSED
    }

    static ApprovalAxis of(UUID commitment, LocalDate day, List<ApprovalRepresentation> approvals) {
        List<ApprovalRepresentation> blocking = approvals.stream().filter(approval -> approval.standing().blocks()).toList();
        return new ApprovalAxis(commitment, day, status(approvals, blocking, day),
                blocking.stream().map(ApprovalRepresentation::id).toList(), blocking.isEmpty() ? freeUntil(approvals) : null,
                approvals);
    }

    private static Status status(List<ApprovalRepresentation> approvals, List<ApprovalRepresentation> blocking, LocalDate day) {
        if (approvals.isEmpty()) {
            return Status.NONE_NAMED;
        }
        if (blocking.isEmpty()) {
            return Status.FREE;
        }
        return blocking.stream().anyMatch(approval -> Course.on(approval.phases(), day).refuses())
                ? Status.REFUSED
                : Status.BLOCKED;
    }

    private static LocalDate freeUntil(List<ApprovalRepresentation> approvals) {
        return approvals.stream().map(approval -> approval.standing().blocksFrom()).filter(Objects::nonNull)
                .min(LocalDate::compareTo).map(from -> from.minusDays(1)).orElse(null);
    }
}
