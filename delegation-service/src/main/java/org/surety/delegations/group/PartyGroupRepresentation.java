package org.surety.delegations.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.contracts.PartyGroupState.Member;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/**
 * A party group as answered. Party groups are public, as parties are.
 *
 * @param members each with its period; of one day only those that belong to it on that day
 */
record PartyGroupRepresentation(UUID id, Series series, Map<String, String> names, List<Member> members,
        Label.Representation label, long version) {

    static PartyGroupRepresentation from(PartyGroup group) {
        return new PartyGroupRepresentation(group.id(), group.series(), group.names(), group.members(),
                Label.openToAll().representation(), group.version());
    }

    /** The group of one day. */
    PartyGroupRepresentation on(LocalDate day) {
        return new PartyGroupRepresentation(id, series, names, members.stream().filter(m -> m.holdsOn(day)).toList(), label,
                version);
    }
}
