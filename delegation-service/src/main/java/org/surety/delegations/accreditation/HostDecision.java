package org.surety.delegations.accreditation;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/**
 * What the host decides.
 *
 * @param reason may be absent
 * @param decidedOn today when left out
 */
record HostDecision(Outcome decision,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String reason,
        LocalDate decidedOn) {

    /** Granted or refused. */
    enum Outcome {
        GRANTED, REFUSED;

        Accreditation.Status status() {
            return Accreditation.Status.valueOf(name());
        }
    }

    /** An exercise plays in its own calendar; a real decision has been taken when it is recorded. */
    void check(Series series, LocalDate today) {
        new Violations().check(decision != null, "decision", "must be GRANTED or REFUSED")
                .optionalText(reason, "reason", Violations.MAX_TEXT)
                .check(decidedOn == null || series == Series.EXERCISE || !decidedOn.isAfter(today), "decidedOn",
                        "must not be in the future")
                .refuse();
    }
}
