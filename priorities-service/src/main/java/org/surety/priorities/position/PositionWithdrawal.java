package org.surety.priorities.position;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.FreeText;

/** That a position never was so. */
record PositionWithdrawal(
        @Schema(description = "Why, at most 2,000 characters. " + FreeText.NO_NAMES) String reason) {

    void check() {
        new Violations().text(reason, "reason", Violations.MAX_TEXT).refuse();
    }
}
