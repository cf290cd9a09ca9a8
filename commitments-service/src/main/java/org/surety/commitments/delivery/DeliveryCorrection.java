package org.surety.commitments.delivery;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Source;

/**
 * What the giver says anew of a delivery: all of it, but its recipient and its stage.
 *
 * @param day of the last step
 * @param quantity stays a quantity, stated or undisclosed
 * @param money stays money, stated or undisclosed
 * @param overDelivery absent means it is not more than was promised
 * @param evidence of the last step; absent means none
 * @param note may be absent
 */
record DeliveryCorrection(DisclosedDay day, Quantity quantity, Money money, Boolean overDelivery,
        @Schema(description = ActRules.NO_NAMES) List<Source> evidence,
        @Schema(description = "At most 2,000 characters. " + ActRules.NO_NAMES) String note) {

    DeliveryCorrection {
        overDelivery = overDelivery != null && overDelivery;
        evidence = evidence == null ? List.of() : evidence;
    }

    Figure figure() {
        return new Figure(quantity, money);
    }
}
