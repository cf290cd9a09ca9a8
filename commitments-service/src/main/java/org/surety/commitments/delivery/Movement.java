package org.surety.commitments.delivery;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;
import org.surety.contracts.DeliveryStage;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Source;

/**
 * A step forward.
 *
 * @param stage a later one than it has reached; some may be passed over
 * @param day on which it reached it, or why that is not known
 * @param evidence addresses or citations; absent means none
 */
record Movement(DeliveryStage stage, DisclosedDay day, @Schema(description = ActRules.NO_NAMES) List<Source> evidence) {

    Movement {
        evidence = evidence == null ? List.of() : evidence;
    }
}
