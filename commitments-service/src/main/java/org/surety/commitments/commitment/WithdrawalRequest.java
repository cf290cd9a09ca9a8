package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By whom and why a promise is taken back.
 *
 * @param person who withdraws it for the party
 * @param doneOn the day it was done; today when left out
 * @param source may be absent
 */
record WithdrawalRequest(UUID person, @Schema(description = "At most 2,000 characters. " + ActRules.NO_NAMES) String reason,
        LocalDate doneOn, @Schema(description = ActRules.SOURCE) String source) {
}
