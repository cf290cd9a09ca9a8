package org.surety.delegations.delegation;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Level;
import org.surety.contracts.Source;
import org.surety.delegations.composition.Delegates;
import org.surety.delegations.composition.Head;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.Violations;

/**
 * A delegation to be formed.
 *
 * @param formedOn undisclosed as UNKNOWN when left out
 * @param level as a source states it; without it the level is derived from the head's rank
 * @param label PUBLIC when left out
 */
record DelegationFormation(UUID gathering, String party, DisclosedDay formedOn, DisclosedLevel level, Level plannedLevel,
        Head plannedHead, List<UUID> plannedMembers, Head head, List<UUID> members,
        @Schema(description = "For whom the head speaks, where it is another. Write the post, not the name of a person: it could not be erased here.") String represents,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String note,
        @Schema(description = "Cite the document; of a person write the post, not the name: it could not be erased here.") List<Source> sources,
        Label.Representation label) {

    DelegationFormation {
        head = head == null ? Head.undisclosed() : head;
        members = members == null ? List.of() : members;
        sources = sources == null ? List.of() : sources;
        label = label == null ? new Label.Representation(Release.PUBLIC, null) : label;
    }

    void check() {
        Violations violations = new Violations()
                .check(gathering != null, "gathering", "must be stated")
                .text(party, "party", 12)
                .optionalText(represents, "represents", 300);
        Delegates.check(violations, head, "head", members, "members");
        description().check(violations).refuse();
    }

    DelegationDescription description() {
        return new DelegationDescription(formedOn, plannedLevel, plannedHead, plannedMembers, note, sources);
    }
}
