package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By whom a party confirms its share of a joint commitment.
 *
 * @param person who does so for the party; the id of a record of delegation-service
 * @param doneOn the day it was done; today when left out
 * @param source may be absent
 */
record ShareConfirmation(UUID person, LocalDate doneOn, @Schema(description = ActRules.SOURCE) String source) {
}
