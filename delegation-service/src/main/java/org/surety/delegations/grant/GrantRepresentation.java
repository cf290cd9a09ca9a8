package org.surety.delegations.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Office;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.label.Reference;
import org.surety.kit.problem.Violations;

/**
 * A grant as answered; persons by id, to be read at /persons.
 *
 * @param act absent: every kind of act, as the offices of a state
 * @param until as it was stated; a revocation ends it earlier
 */
record GrantRepresentation(UUID id, Series series, Ground ground, String party, Reference person, Office office,
        KindOfAct act, String scope, LocalDate from, LocalDate until, Reference issuedBy, LocalDate issuedOn,
        String issuingAuthority, List<Source> sources, Revocation revocation, Label.Representation label, long version) {

    private static final Map<Ground, String> PATHS = Map.of(Ground.OFFICE, "/api/v1/offices/", Ground.FULL_POWERS,
            "/api/v1/full-powers/", Ground.PRACTICE, "/api/v1/accepted-practices/", Ground.CONFIRMATION, "/api/v1/confirmations/");

    /** The end of a grant before its time; as an act and in answers. From this day on it does not hold. */
    record Revocation(LocalDate revokedOn,
            @Schema(description = "At most 2000 characters. Do not write names of persons: they stand in /persons alone, where they "
                    + "can be erased.", maxLength = Violations.MAX_TEXT) String reason) {

        void check() {
            new Violations().check(revokedOn != null, "revokedOn", "must be stated").text(reason, "reason", Violations.MAX_TEXT)
                    .refuse();
        }
    }

    static GrantRepresentation from(Grant g, Label label, Set<UUID> visible) {
        return new GrantRepresentation(g.id(), g.series(), g.ground(), g.party(), Reference.to(g.person(), visible::contains),
                g.office(),
                g.act(),
                g.scope(), g.from(), g.until(), Reference.to(g.issuedBy(), visible::contains), g.issuedOn(), g.issuingAuthority(),
                g.sources(),
                g.revokedOn() == null ? null : new Revocation(g.revokedOn(), g.revocationReason()), label.representation(),
                g.version());
    }

    /** Where a grant of this ground is read. */
    static String path(Ground ground, UUID id) {
        return PATHS.get(ground) + id;
    }

    String path() {
        return path(ground, id);
    }
}
