package org.surety.priorities.party;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.surety.contracts.PartyKind;
import org.surety.contracts.PartyState;
import org.surety.contracts.PartyState.Attribute;
import org.surety.contracts.Series;
import org.surety.kit.follow.ReceivedChange;

/** What this service remembers of a party of delegation-service: the row of {@code party_reference}. */
record PartyReference(String code, long version, Series series, PartyKind kind, Map<String, String> names,
        List<Attribute> attributes, int audienceId, Instant recordedAt) {

    static PartyReference from(ReceivedChange change, int audience) {
        PartyState state = change.state(PartyState.class);
        return new PartyReference(state.code(), change.version(), state.series(), state.kind(), state.names(), state.attributes(),
                audience, change.recordedAt());
    }
}
