package org.surety.priorities.commitment;

import java.time.Instant;
import java.util.UUID;

import org.surety.contracts.InstrumentState;
import org.surety.kit.follow.ReceivedChange;
import org.surety.priorities.assessment.Days;

/**
 * What this service remembers of an instrument of commitments-service: the row of {@code instrument_reference}.
 *
 * @param inForce the days on which it is in force
 */
record InstrumentReference(UUID id, long version, Days inForce, int audienceId, Instant recordedAt) {

    static InstrumentReference from(ReceivedChange change, int audience) {
        InstrumentState state = change.state(InstrumentState.class);
        Days entered = state.inForceOn() == null ? Days.NONE : Days.from(state.inForceOn());
        return new InstrumentReference(state.id(), change.version(),
                state.terminatedOn() == null ? entered : entered.and(Days.before(state.terminatedOn())), audience,
                change.recordedAt());
    }
}
