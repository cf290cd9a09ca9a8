package org.surety.commitments.delivery;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;
import org.surety.contracts.DeliveryStage;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Source;

/**
 * A delivery as the giver states it.
 *
 * @param recipient the code of another party of the series, which can see the commitment
 * @param stage that it has reached
 * @param day on which it reached it, or why that is not known
 * @param quantity stated in the unit of the commitment, or undisclosed; absent where money is there
 * @param money stated in the currency of the commitment, or undisclosed; absent where the quantity is there
 * @param overDelivery whether it is more than was promised; absent means it is not
 * @param evidence addresses or citations; absent means none
 * @param note may be absent
 */
record DeliveryStatement(String recipient, DeliveryStage stage, DisclosedDay day, Quantity quantity, Money money,
        Boolean overDelivery, @Schema(description = ActRules.NO_NAMES) List<Source> evidence,
        @Schema(description = "At most 2,000 characters. " + ActRules.NO_NAMES) String note) {

    DeliveryStatement {
        overDelivery = overDelivery != null && overDelivery;
        evidence = evidence == null ? List.of() : evidence;
    }

    Figure figure() {
        return new Figure(quantity, money);
    }
}
