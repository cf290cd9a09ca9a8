package org.surety.delegations.delegation;

import java.util.List;
import java.util.UUID;

import org.surety.contracts.DisclosedInstant;
import org.surety.contracts.Quantity;
import org.surety.contracts.Source;

/**
 * A restructure as answered.
 *
 * @param delegationVersion the version of the delegation that it made
 * @param notice in hours, from the announcement to the effect
 */
record RestructureRepresentation(UUID id, UUID delegation, long delegationVersion, String reason, String announcedBy,
        DisclosedInstant announcedAt, DisclosedInstant effectiveAt, Quantity notice, Composition from, Composition to,
        Composition.LevelChange levelChange, List<Source> sources) {

    static RestructureRepresentation from(UUID delegation, Restructure restructure) {
        return new RestructureRepresentation(restructure.id(), delegation, restructure.delegationVersion(), restructure.reason(),
                restructure.announcedBy(), restructure.announcedAt(), restructure.effectiveAt(), restructure.notice(),
                restructure.earlier(), restructure.later(), restructure.later().levelChangeFrom(restructure.earlier()),
                restructure.sources());
    }
}
