package org.surety.delegations.credentials;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/**
 * What the host finds.
 *
 * @param reason may be absent
 * @param examinedOn today when left out
 */
record Examination(Outcome outcome,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String reason,
        LocalDate examinedOn) {

    /** Accepted for good, accepted for the time being, or doubted. */
    enum Outcome {
        ACCEPTED, PROVISIONAL, CHALLENGED;

        Credentials.Status status() {
            return Credentials.Status.valueOf(name());
        }
    }

    /** An exercise plays in its own calendar; a real examination has been made when it is recorded. */
    void check(Series series, LocalDate today) {
        new Violations().check(outcome != null, "outcome", "must be ACCEPTED, PROVISIONAL or CHALLENGED")
                .optionalText(reason, "reason", Violations.MAX_TEXT)
                .check(examinedOn == null || series == Series.EXERCISE || !examinedOn.isAfter(today), "examinedOn",
                        "must not be in the future")
                .refuse();
    }
}
