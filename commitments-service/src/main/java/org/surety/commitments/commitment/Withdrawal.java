package org.surety.commitments.commitment;

import java.time.LocalDate;

import org.surety.kit.problem.Violations;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a commitment was taken back.
 *
 * @param withdrawnOn the day it was recorded; not to be stated in a request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Withdrawal(String reason, LocalDate withdrawnOn) {

    void check() {
        new Violations().text(reason, "reason", CommitmentRules.MAX_TEXT)
                .check(withdrawnOn == null, "withdrawnOn", "is noted by the register").refuse();
    }
}
