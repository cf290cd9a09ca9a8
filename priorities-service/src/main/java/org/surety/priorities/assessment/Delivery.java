package org.surety.priorities.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is remembered of a delivery, as far as it decides what was delivered. It stands, and has come so far that it counts.
 *
 * @param measure the unit of the quantity, or the currency; null: it is not said
 * @param quantity as the giver says; null: undisclosed
 * @param since the first day on which it counts
 * @param claimed whether the recipient has said anything
 * @param claimedQuantity as the recipient says; null: undisclosed, or nothing said
 * @param claimedSince from when on it says so; null: nothing said
 */
public record Delivery(UUID id, UUID commitment, String measure, BigDecimal quantity, LocalDate since, boolean claimed,
        BigDecimal claimedQuantity, LocalDate claimedSince) {

    /** Whether it is measured as a requirement is; however that is written. */
    boolean isIn(String unit) {
        return unit != null && measure != null && measure.strip().equalsIgnoreCase(unit.strip());
    }

    /** By how much the two claims differ; null where they do not, or where one of them states no figure. */
    BigDecimal contested() {
        if (quantity == null || claimedQuantity == null || quantity.compareTo(claimedQuantity) == 0) {
            return null;
        }
        return quantity.subtract(claimedQuantity).abs();
    }
}
