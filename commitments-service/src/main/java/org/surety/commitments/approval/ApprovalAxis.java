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
 * @param approvals those that it needs and that are released to you, with where each stands
 * @param undisclosed how many more it needs
 */
public record ApprovalAxis(UUID commitment, LocalDate day, Status status, List<UUID> blockedBy, LocalDate freeUntil,
        List<ApprovalRepresentation> approvals, int undisclosed) {

    /** {@code approvals_on} says the same in SQL; a test compares the two. */
    public enum Status {
        /** It names no approval. */
        NONE_NAMED,
        /** None blocks. */
        FREE, BLOCKED,
        /** None of those that are released to you blocks, and there are others. */
        UNDISCLOSED,
        /** A body has said no: what the government decided does not count. */
        REFUSED
    }

    static ApprovalAxis of(UUID commitment, LocalDate day, List<ApprovalRepresentation> approvals, int undisclosed) {
        List<ApprovalRepresentation> blocking = approvals.stream().filter(approval -> approval.standing().blocks()).toList();
        return new ApprovalAxis(commitment, day, status(approvals, blocking, undisclosed, day),
                blocking.stream().map(ApprovalRepresentation::id).toList(),
                blocking.isEmpty() && undisclosed == 0 ? freeUntil(approvals) : null,
                approvals, undisclosed);
    }

    private static Status status(List<ApprovalRepresentation> approvals, List<ApprovalRepresentation> blocking, int undisclosed,
            LocalDate day) {
        if (approvals.isEmpty() && undisclosed == 0) {
            return Status.NONE_NAMED;
        }
        if (blocking.isEmpty()) {
            return undisclosed == 0 ? Status.FREE : Status.UNDISCLOSED;
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
