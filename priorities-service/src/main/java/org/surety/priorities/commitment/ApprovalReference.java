package org.surety.priorities.commitment;

import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;

import org.surety.contracts.ApprovalState;
import org.surety.contracts.ApprovalState.Phase;
import org.surety.kit.follow.ReceivedChange;

/**
 * What this service remembers of an approval of commitments-service: the row of {@code approval_reference}.
 *
 * @param refused the days on which the body has refused what needs it, as the text of a {@code datemultirange}
 */
record ApprovalReference(UUID id, long version, String refused, int audienceId) {

    static ApprovalReference from(ReceivedChange change, int audience) {
        ApprovalState state = change.state(ApprovalState.class);
        return new ApprovalReference(state.id(), change.version(), refused(state.phases()), audience);
    }

    private static String refused(List<Phase> phases) {
        StringJoiner days = new StringJoiner(",", "{", "}");
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            if (phase.refuses()) {
                days.add("[" + (phase.from() == null ? "" : phase.from()) + ","
                        + (i + 1 < phases.size() ? phases.get(i + 1).from() : "") + ")");
            }
        }
        return days.toString();
    }
}
