package org.surety.priorities.requirement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.kit.problem.Violations;

/**
 * That a requirement is needed no more.
 *
 * @param reason at most 2,000 characters
 */
record Withdrawal(
        @Schema(description = "Why, at most 2,000 characters. Do not write the name of a person: it could not be erased here. Refer to persons by id.") String reason) {

    private static final int MAX_REASON = 2000;

    void check() {
        new Violations().text(reason, "reason", MAX_REASON).refuse();
    }
}
