package org.surety.commitments.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;

/** Why an import is taken back: the reason of the withdrawals. */
record TakeBackRequest(@Schema(description = "At most 2,000 characters. " + ActRules.NO_NAMES) String reason) {
}
