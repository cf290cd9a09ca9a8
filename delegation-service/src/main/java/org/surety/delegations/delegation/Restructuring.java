package org.surety.delegations.delegation;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.DisclosedInstant;
import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.delegations.composition.Delegates;
import org.surety.delegations.composition.Head;
import org.surety.kit.problem.Violations;

/**
 * A restructure to be carried out: the whole new composition, why, and when it was announced and took effect.
 *
 * @param announcedAt undisclosed as UNKNOWN when left out
 * @param effectiveAt undisclosed as UNKNOWN when left out
 */
record Restructuring(
        @Schema(description = "Why. Do not write the name of a person: it could not be erased here. Refer to persons by id.") String reason,
        @Schema(description = "The office that announced it, not the name of a person: it could not be erased here.") String announcedBy,
        DisclosedInstant announcedAt, DisclosedInstant effectiveAt, DisclosedLevel level, Head head, List<UUID> members,
        @Schema(description = "For whom the head speaks, where it is another. Write the post, not the name of a person: it could not be erased here.") String represents,
        @Schema(description = "Cite the document; of a person write the post, not the name: it could not be erased here.") List<Source> sources) {

    Restructuring {
        announcedAt = announcedAt == null ? DisclosedInstant.undisclosed(Undisclosed.UNKNOWN) : announcedAt;
        effectiveAt = effectiveAt == null ? DisclosedInstant.undisclosed(Undisclosed.UNKNOWN) : effectiveAt;
        head = head == null ? Head.undisclosed() : head;
        members = members == null ? List.of() : members;
        sources = sources == null ? List.of() : sources;
    }

    void check() {
        check(new Violations(), "").refuse();
    }

    private Violations check(Violations violations, String prefix) {
        violations.text(reason, prefix + "reason", Violations.MAX_TEXT)
                .optionalText(announcedBy, prefix + "announcedBy", 300)
                .optionalText(represents, prefix + "represents", 300)
                .sources(sources, prefix + "sources");
        Delegates.check(violations, head, prefix + "head", members, prefix + "members");
        return violations;
    }

    /**
     * What a restructure should have been recorded as.
     *
     * @param restructure the id of the one that was recorded wrongly
     * @param corrected all of it as it should have been
     * @param sources for the correction itself
     */
    record Correction(UUID restructure, Restructuring corrected,
            @Schema(description = "Why it is corrected. Do not write the name of a person: it could not be erased here. Refer to persons by id.") String reason,
            @Schema(description = "Cite the document; of a person write the post, not the name: it could not be erased here.") List<Source> sources) {

        Correction {
            sources = sources == null ? List.of() : sources;
        }

        void check() {
            Violations violations = new Violations()
                    .check(restructure != null, "restructure", "must be stated")
                    .check(corrected != null, "corrected", "must be stated")
                    .text(reason, "reason", Violations.MAX_TEXT)
                    .sources(sources, "sources");
            if (corrected != null) {
                corrected.check(violations, "corrected.");
            }
            violations.refuse();
        }
    }
}
