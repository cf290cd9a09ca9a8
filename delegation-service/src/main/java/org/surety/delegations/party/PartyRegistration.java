package org.surety.delegations.party;

import java.util.List;
import java.util.Map;

import org.surety.contracts.PartyKind;
import org.surety.contracts.PartyState.Attribute;
import org.surety.kit.problem.Violations;

/**
 * A party to be registered.
 *
 * @param code three capital letters for a state, two to twelve for an organisation
 */
record PartyRegistration(String code, PartyKind kind, Map<String, String> names, List<Attribute> attributes) {

    void check() {
        new Violations()
                .check(kind != null, "kind", "must be STATE or ORGANISATION")
                .check(code != null && code.matches(kind == PartyKind.STATE ? "[A-Z]{3}" : "[A-Z]{2,12}"), "code",
                        "must be three capital letters for a state, two to twelve for an organisation")
                .refuse();
        description().check();
    }

    PartyDescription description() {
        return new PartyDescription(names, attributes);
    }
}
