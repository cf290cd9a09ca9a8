package org.surety.delegations.delegation;

import java.util.List;
import java.util.UUID;

import org.surety.contracts.DisclosedInstant;
import org.surety.contracts.DisclosedLevel;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.kit.problem.Violations;

/**
 * A restructure to be carried out: the whole new composition, why, and when it was announced and took effect.
 *
 * @param announcedAt undisclosed as UNKNOWN when left out
 * @param effectiveAt undisclosed as UNKNOWN when left out
 */
record Restructuring(String reason, String announcedBy, DisclosedInstant announcedAt, DisclosedInstant effectiveAt,
        DisclosedLevel level,
        Head head, List<UUID> members, String represents, List<Source> sources) {

    Restructuring {
        announcedAt = announcedAt == null ? DisclosedInstant.undisclosed(Undisclosed.UNKNOWN) : announcedAt;
        effectiveAt = effectiveAt == null ? DisclosedInstant.undisclosed(Undisclosed.UNKNOWN) : effectiveAt;
        head = head == null ? new Head(Head.Kind.UNDISCLOSED, List.of()) : head;
        members = members == null ? List.of() : members;
        sources = sources == null ? List.of() : sources;
    }

    void check() {
        Violations violations = new Violations()
                .text(reason, "reason", Violations.MAX_TEXT)
                .optionalText(announcedBy, "announcedBy", 300)
                .sources(sources, "sources");
        DelegationFormation.checkDelegates(violations, head, members, represents);
        violations.refuse();
    }
}
