package org.surety.delegations.accreditation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.kit.problem.Violations;

/** An accreditation to be withdrawn. */
record Withdrawal(
        @Schema(description = "Why. Do not write the name of a person: it could not be erased here. Refer to persons by id.") String reason) {

    void check() {
        new Violations().text(reason, "reason", Violations.MAX_TEXT).refuse();
    }
}
