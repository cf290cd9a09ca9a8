package org.surety.delegations.delegation;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Level;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.delegations.composition.Delegates;
import org.surety.delegations.composition.Head;
import org.surety.kit.problem.Violations;

/**
 * What is said of a delegation beside its composition: what PUT replaces.
 *
 * @param formedOn the day from which there is this delegation; undisclosed as UNKNOWN when left out
 * @param plannedLevel at which it was announced to come; may be absent
 * @param plannedHead who was announced to lead it; may be absent
 * @param plannedMembers who was announced to come with the head; may be absent
 */
record DelegationDescription(DisclosedDay formedOn, Level plannedLevel, Head plannedHead, List<UUID> plannedMembers,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String note,
        @Schema(description = "Cite the document; of a person write the post, not the name: it could not be erased here.") List<Source> sources) {

    DelegationDescription {
        formedOn = formedOn == null ? DisclosedDay.undisclosed(Undisclosed.UNKNOWN) : formedOn;
        sources = sources == null ? List.of() : sources;
    }

    void check() {
        check(new Violations()).refuse();
    }

    Violations check(Violations violations) {
        Delegates.check(violations, planned(), "plannedHead", plannedMembersOrNone(), "plannedMembers");
        return violations.optionalText(note, "note", Violations.MAX_TEXT).sources(sources, "sources");
    }

    /** Refuses planned delegates who are not of the party. */
    void require(Delegates delegates, String party) {
        delegates.require(party, planned(), "plannedHead", plannedMembersOrNone(), "plannedMembers");
    }

    private Head planned() {
        return plannedHead == null ? Head.undisclosed() : plannedHead;
    }

    private List<UUID> plannedMembersOrNone() {
        return plannedMembers == null ? List.of() : plannedMembers;
    }
}
