package org.surety.priorities.situation;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;

/**
 * That a situation does not hold any more, or that a proposal is given up.
 *
 * @param from of a determined situation: the first day on which it does not hold any more; of a proposal absent
 * @param reason at most 1,000 characters
 * @param on the day of the act; absent: today
 */
record Rescission(LocalDate from,
        @Schema(description = "Why, at most 1,000 characters. " + SituationDescription.NO_NAMES) String reason, LocalDate on) {

    /** @param determined whether there are days on which it would hold */
    void check(boolean determined) {
        Violations violations = new Violations()
                .check(!determined || from != null, "from", "must be stated: the first day on which it does not hold any more")
                .check(determined || from == null, "from", "must be left out: what is not determined holds on no day");
        Days.check(violations, from, "from").text(reason, "reason", Statement.MAX_REASON).refuse();
    }
}
