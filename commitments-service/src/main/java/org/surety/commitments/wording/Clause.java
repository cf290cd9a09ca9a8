package org.surety.commitments.wording;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;

/**
 * A clause of a text.
 *
 * @param number as the text has it; absent: it has none
 * @param heading absent: it has none
 */
record Clause(@Schema(description = ActRules.NO_NAMES) String number, @Schema(description = ActRules.NO_NAMES) String heading,
        @Schema(description = "At most 4,000 characters. " + ActRules.NO_NAMES) String text) {
}
