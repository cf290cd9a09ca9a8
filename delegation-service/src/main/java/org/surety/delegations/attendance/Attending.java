package org.surety.delegations.attendance;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.surety.contracts.Rank;
import org.surety.contracts.Series;
import org.surety.delegations.delegation.DelegationRepresentation;
import org.surety.delegations.party.PartyRepresentation;
import org.surety.kit.label.Reference;

/**
 * A delegation at a gathering, as a host sees it.
 *
 * @param host whether it is that of the host
 * @param headRank of joint heads the highest; null: no head is disclosed, or none whose rank the viewer may know
 */
record Attending(DelegationRepresentation delegation, PartyRepresentation party, boolean host, Rank headRank) {

    /** What every answer about an exercise says; null for a real one. */
    static String note(Series series) {
        return series == Series.EXERCISE ? "Exercise: none of this is real." : null;
    }

    String partyName() {
        return party.names().get("en");
    }

    Stream<UUID> persons() {
        return Stream.concat(released(delegation.head().persons()), released(delegation.members()));
    }

    /** The ids of those whom the viewer may see. */
    static Stream<UUID> released(List<Reference> persons) {
        return persons.stream().map(Reference::id).filter(Objects::nonNull);
    }

    Place place() {
        return new Place(host, party.kind(), headRank, partyName(), party.code());
    }

    /** The place of the delegation and of one of its participants in the list, for a cursor. */
    List<String> placeOf(int participant) {
        return place().toValues(participant);
    }
}
