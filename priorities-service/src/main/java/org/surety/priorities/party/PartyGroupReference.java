package org.surety.priorities.party;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.contracts.PartyGroupState;
import org.surety.contracts.PartyGroupState.Member;
import org.surety.contracts.Series;
import org.surety.kit.follow.ReceivedChange;

/** What this service remembers of a party group of delegation-service: the row of {@code party_group_reference}. */
record PartyGroupReference(UUID id, long version, Series series, Map<String, String> names, List<Member> members, int audienceId,
        Instant recordedAt) {

    static PartyGroupReference from(ReceivedChange change, int audience) {
        PartyGroupState state = change.state(PartyGroupState.class);
        return new PartyGroupReference(state.id(), change.version(), state.series(), state.names(), state.members(), audience,
                change.recordedAt());
    }
}
