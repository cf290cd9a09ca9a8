package org.surety.delegations.accreditation;

import java.util.UUID;

import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;

/**
 * An accreditation to be asked for.
 *
 * @param person of the delegation's party: of the delegation already, or to be added to it
 * @param label without one: for the host alone
 */
record AccreditationRequest(UUID delegation, UUID person, Label.Representation label) {

    void check() {
        new Violations().check(delegation != null, "delegation", "must be stated").check(person != null, "person", "must be stated")
                .refuse();
    }
}
