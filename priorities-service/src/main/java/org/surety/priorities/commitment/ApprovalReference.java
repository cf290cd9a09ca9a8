package org.surety.priorities.commitment;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

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
 */
record ApprovalReference(UUID id, long version, Days refused, int audienceId, Days blocked, String consentOf) {

    static ApprovalReference from(ReceivedChange change, int audience) {
        ApprovalState state = change.state(ApprovalState.class);
        return new ApprovalReference(state.id(), change.version(), days(state.phases(), Phase::refuses), audience,
                days(state.phases(), Phase::blocks), state.kind() == ApprovalKind.HOST_CONSENT ? state.bodyOf() : null);
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
