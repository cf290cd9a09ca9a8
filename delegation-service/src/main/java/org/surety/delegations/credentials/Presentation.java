package org.surety.delegations.credentials;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;

/**
 * Credentials to be presented.
 *
 * @param label without one: for the host alone
 */
record Presentation(UUID delegation, List<UUID> persons, UUID issuedBy, LocalDate issuedOn, LocalDate presentedOn,
        Label.Representation label) {

    void check() {
        new Violations().check(delegation != null, "delegation", "must be stated").refuse();
    }

    CredentialsDescription description() {
        return new CredentialsDescription(persons, issuedBy, issuedOn, presentedOn);
    }
}
