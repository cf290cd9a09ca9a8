package org.surety.delegations.person;

import org.surety.contracts.Rank;
import org.surety.kit.problem.Violations;

/**
 * What PUT replaces of a person.
 *
 * @param name in any script, at most 200 characters
 * @param post as given, at most 300 characters; may be absent
 */
record PersonDescription(String name, String post, Rank rank) {

    void check() {
        new Violations().text(name, "name", 200).optionalText(post, "post", 300)
                .check(rank != null, "rank", "must be stated").refuse();
    }
}
