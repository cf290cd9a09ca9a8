package org.surety.delegations.delegation;

import java.util.List;
import java.util.UUID;

import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Level;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;

/** A delegation as answered; persons by id, to be read at /persons. */
public record DelegationRepresentation(UUID id, Series series, UUID gathering, String party, DisclosedLevel level,
        Composition.LevelBasis levelBasis, Level plannedLevel, Head head, List<UUID> members, String represents, String note,
        List<Source> sources, Label.Representation label, long version) {

    static DelegationRepresentation from(Delegation delegation, Label label) {
        Composition composition = delegation.composition();
        return new DelegationRepresentation(delegation.id(), delegation.series(), delegation.gathering(), delegation.party(),
                composition.level(), composition.levelBasis(), delegation.plannedLevel(), composition.head(), composition.members(),
                composition.represents(), delegation.note(), delegation.sources(), label.representation(), delegation.version());
    }
}
