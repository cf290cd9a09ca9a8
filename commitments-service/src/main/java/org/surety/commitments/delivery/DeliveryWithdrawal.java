package org.surety.commitments.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;

/** Why the giver takes its claim back. */
record DeliveryWithdrawal(@Schema(description = "At most 2,000 characters. " + ActRules.NO_NAMES) String reason) {
}
