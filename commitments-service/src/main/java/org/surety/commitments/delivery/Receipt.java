package org.surety.commitments.delivery;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;

/**
 * What the recipient says it received.
 *
 * @param quantity stated or undisclosed, where the giver states a quantity; 0: nothing arrived
 * @param money stated or undisclosed, where the giver states money
 * @param day on which it received it, or why that is not known
 * @param source may be absent
 * @param person of the recipient, who says so; may be absent
 */
record Receipt(Quantity quantity, Money money, DisclosedDay day, @Schema(description = ActRules.SOURCE) String source,
        UUID person) {

    Figure figure() {
        return new Figure(quantity, money);
    }

    Claim claim(LocalDate today) {
        return new Claim(figure().quantity(), money, day.day(), day.undisclosed(), source, person, today);
    }
}
