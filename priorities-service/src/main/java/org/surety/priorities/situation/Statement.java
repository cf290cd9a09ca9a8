package org.surety.priorities.situation;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.kit.problem.Violations;

/**
 * What a party says of a situation, or takes back, and why.
 *
 * @param reason at most 1,000 characters
 * @param on the day of the act; absent: today
 */
record Statement(
        @Schema(description = "Why, at most 1,000 characters. " + SituationDescription.NO_NAMES) String reason, LocalDate on) {

    static final int MAX_REASON = 1000;

    void check() {
        new Violations().text(reason, "reason", MAX_REASON).refuse();
    }
}
