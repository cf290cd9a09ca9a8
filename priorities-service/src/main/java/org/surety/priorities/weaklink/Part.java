package org.surety.priorities.weaklink;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What one party gives to a requirement by one commitment, as it is assured on a day.
 *
 * @param lead the party whose commitment it is
 * @param element by its name; null: it is no named element
 * @param quantity null: it is not disclosed to the viewer
 * @param undisclosed whether some of it is not
 */
record Part(UUID commitment, String party, String lead, String element, BigDecimal quantity, boolean undisclosed) {

    /** What is there once, whoever names it: a named element of a party, anything else for itself. */
    Object once() {
        return element == null ? this : List.of(lead, party, element);
    }

    BigDecimal known() {
        return quantity == null ? BigDecimal.ZERO : quantity;
    }
}
