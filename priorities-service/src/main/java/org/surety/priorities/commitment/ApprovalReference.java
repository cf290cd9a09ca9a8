package org.surety.priorities.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.surety.contracts.ApprovalEffect;
import org.surety.contracts.ApprovalKind;
import org.surety.contracts.ApprovalState;
import org.surety.contracts.ApprovalState.Phase;
import org.surety.kit.follow.ReceivedChange;
import org.surety.priorities.assessment.Days;

/**
 * What this service remembers of an approval of commitments-service: the row of {@code approval_reference}.
 *
 * @param refused the days on which the body has refused what needs it
 * @param blocked the days on which what needs it is blocked, refused or not
 * @param consentOf of the consent of a host, whose; null: it is another kind of approval
 * @param settled the days on which no word of the body can stand in the way any more
 * @param scheduledVote the day on which the body is to vote; null: none is known
 */
record ApprovalReference(UUID id, long version, Days refused, int audienceId, Days blocked, String consentOf, Days settled,
        LocalDate scheduledVote, String party, String title, Instant recordedAt) {

    static ApprovalReference from(ReceivedChange change, int audience) {
        ApprovalState state = change.state(ApprovalState.class);
        return new ApprovalReference(state.id(), change.version(), days(state.phases(), Phase::refuses), audience,
                days(state.phases(), Phase::blocks), state.kind() == ApprovalKind.HOST_CONSENT ? state.bodyOf() : null,
                settled(state), state.scheduledVote() == null ? null : state.scheduledVote().day(), state.party(), state.title(),
                change.recordedAt());
    }

    /** Of which a no would stop nothing, or which can neither be refused any more nor taken back. */
    private static Days settled(ApprovalState state) {
        boolean stopsNothing = state.effect() == ApprovalEffect.INFORMATION
                || state.effect() == ApprovalEffect.POLITICAL_UNDERTAKING && !state.phases().get(0).blocks();
        return stopsNothing
                ? Days.ALL
                : days(state.phases(), phase -> switch (phase.status()) {
                    case GRANTED, TACITLY_GRANTED -> !state.revocable();
                    case NOT_NEEDED -> true;
                    default -> false;
                });
    }

    /** A phase lasts until the next one. */
    private static Days days(List<Phase> phases, Predicate<Phase> which) {
        Days days = Days.NONE;
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            if (which.test(phase)) {
                Days lasting = i + 1 < phases.size() ? Days.before(phases.get(i + 1).from()) : Days.ALL;
                days = days.or(Days.from(phase.from()).and(lasting));
            }
        }
        return days;
    }
}
