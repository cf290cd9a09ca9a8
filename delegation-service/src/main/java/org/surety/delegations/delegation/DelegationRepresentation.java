package org.surety.delegations.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.DisclosedDay;
import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Level;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.delegations.composition.Composition;
import org.surety.delegations.composition.Head;
import org.surety.delegations.composition.Timeline;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A delegation as answered; persons by id, to be read at /persons.
 *
 * @param former who belonged to an earlier composition and does no longer
 */
public record DelegationRepresentation(UUID id, Series series, UUID gathering, String party, DisclosedDay formedOn,
        DisclosedLevel level, Composition.LevelBasis levelBasis, Head head, List<UUID> members, String represents,
        List<UUID> former, Level plannedLevel, Head plannedHead,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<UUID> plannedMembers, String note, List<Source> sources,
        Label.Representation label, long version) {

    /** @param asOf the day of which the composition is; null: the one at the end of the timeline */
    static DelegationRepresentation from(Delegation delegation, Timeline timeline, LocalDate asOf, Label label) {
        Composition composition = timeline.on(asOf);
        return new DelegationRepresentation(delegation.id(), delegation.series(), delegation.gathering(), delegation.party(),
                delegation.formedOn(), composition.level(), composition.levelBasis(), composition.head(), composition.members(),
                composition.represents(), timeline.former(asOf), delegation.plannedLevel(), delegation.plannedHead(),
                delegation.plannedMembers(), delegation.note(), delegation.sources(), label.representation(), delegation.version());
    }
}
