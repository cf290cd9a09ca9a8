package org.surety.commitments.delivery;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Undisclosed;

/**
 * What the recipient says it received, as it stands in the row of the delivery.
 *
 * @param day on which it received it; null when undisclosed
 * @param source may be null
 * @param person who says so; null: not said
 * @param notedOn the day on which it was recorded
 */
record Claim(Quantity quantity, Money money, LocalDate day, Undisclosed undisclosed, String source, UUID person,
        LocalDate notedOn) {

    Figure figure() {
        return new Figure(quantity, money);
    }

    DisclosedDay disclosedDay() {
        return new DisclosedDay(day, undisclosed);
    }

    LocalDate since() {
        return day != null ? day : notedOn;
    }

    /** Whether it says the same, whenever it was recorded. */
    boolean agreesWith(Claim other) {
        return figure().agreesWith(other.figure()) && disclosedDay().equals(other.disclosedDay())
                && Objects.equals(source, other.source) && Objects.equals(person, other.person);
    }
}
