package org.surety.commitments.instrument;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/** From which day an instrument is in force, or is not any more, and where it is known from. */
record Effect(LocalDate effectiveOn, @Schema(description = ActRules.SOURCE) String source) {

    /** An exercise plays in its own calendar; what is real has happened when it is recorded. */
    void check(Series series, LocalDate today) {
        new Violations().check(effectiveOn != null, "effectiveOn", "must be stated")
                .check(effectiveOn == null || series == Series.EXERCISE || !effectiveOn.isAfter(today), "effectiveOn",
                        "must not be in the future")
                .text(source, "source", Violations.MAX_TEXT).refuse();
    }

    static Effect of(LocalDate day, String source) {
        return day == null ? null : new Effect(day, source);
    }
}
