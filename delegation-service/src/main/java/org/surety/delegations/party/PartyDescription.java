package org.surety.delegations.party;

import java.util.List;
import java.util.Map;

import org.surety.contracts.PartyState.Attribute;
import org.surety.kit.problem.Violations;

/**
 * What PUT replaces of a party.
 *
 * @param names by language (ISO 639-1), "en" among them, each at most 200 characters
 * @param attributes what is true of the party and when; absent means none
 */
record PartyDescription(Map<String, String> names, List<Attribute> attributes) {

    private static final int MAX_ATTRIBUTES = 100;

    PartyDescription {
        names = names == null ? Map.of() : names;
        attributes = attributes == null ? List.of() : attributes;
    }

    void check() {
        Violations violations = new Violations();
        PartyNames.check(violations, names);
        violations.check(attributes.size() <= MAX_ATTRIBUTES, "attributes", "must be at most " + MAX_ATTRIBUTES);
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            String field = "attributes[" + i + "]";
            if (attribute == null || attribute.attribute() == null) {
                violations.check(false, field + ".attribute", "must be stated");
                continue;
            }
            violations.check(attribute.from() == null || attribute.until() == null || !attribute.until().isBefore(attribute.from()),
                    field + ".until", "must not be before from");
            violations.optionalText(attribute.source(), field + ".source", 2000);
        }
        violations.refuse();
    }
}
