package org.surety.delegations.party;

import java.util.Map;

import org.surety.kit.problem.Violations;

/** Names by language: of a party, and of what parties are called together. */
public final class PartyNames {

    private static final int MAX_NAME = 200;

    private PartyNames() {
    }

    /** English among them; languages by their codes of ISO 639-1, each name at most 200 characters. */
    public static void check(Violations violations, Map<String, String> names) {
        violations.text(names.get("en"), "names.en", MAX_NAME);
        names.forEach((language, name) -> violations
                .check(language.matches("[a-z]{2}"), "names", "must be by language codes of two letters")
                .text(name, "names." + language, MAX_NAME));
    }
}
