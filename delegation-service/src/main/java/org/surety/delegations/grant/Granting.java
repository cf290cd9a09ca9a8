package org.surety.delegations.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Office;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.Violations;

/**
 * A grant to be recorded; see {@link GrantDescription} for the fields that it shares with a correction.
 *
 * @param label without one: an office is PUBLIC, everything else for the COALITION
 */
record Granting(String party, UUID person,
        @Schema(description = "Of an office, and of nothing else. HEAD_OF_ORGANISATION for organisations alone.") Office office,
        @Schema(description = "The one kind of act; not for an office. POLITICAL_PROMISE needs no authority and is refused.") KindOfAct act,
        @Schema(description = "ALL when left out, the code of a priority, or the id of a gathering, an instrument or a commitment.") String scope,
        LocalDate from, LocalDate until, UUID issuedBy, LocalDate issuedOn,
        @Schema(description = "The body or the post that issued it, at most 300 characters. Do not write names of persons: they stand in "
                + "/persons alone, where they can be erased.", maxLength = 300) String issuingAuthority,
        @Schema(description = "Cite the document; of a person write the post, not the name: it could not be erased here.") List<Source> sources,
        Label.Representation label) {

    Granting {
        sources = sources == null ? List.of() : sources;
    }

    void check(Ground ground, LocalDate today) {
        Violations violations = new Violations().text(party, "party", 12).check(person != null, "person", "must be stated");
        description(ground, today).check(ground, today, violations).refuse();
    }

    GrantDescription description(Ground ground, LocalDate today) {
        return new GrantDescription(office, act, scope, from, until, issuedBy, issuedOn, issuingAuthority, sources)
                .issuedOnOr(ground, today);
    }

    Label.Representation labelOr(Ground ground) {
        return label != null ? label : new Label.Representation(ground == Ground.OFFICE ? Release.PUBLIC : Release.COALITION, null);
    }
}
