package org.surety.contracts;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A number of units, or the reason why it is not known. In JSON {@code {"quantity": 4, "unit": "aircraft"}} or
 * {@code {"undisclosed": "UNKNOWN", "unit": "aircraft"}}.
 *
 * @param quantity not negative, at most 15 digits before and 3 after the point; null when undisclosed
 * @param unit singular or plural as the record names it, at most 60 characters; may be known though the quantity is not
 * @param undisclosed the reason; null when the quantity is stated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Quantity(BigDecimal quantity, String unit, Undisclosed undisclosed) {

    public static Quantity of(BigDecimal quantity, String unit) {
        return new Quantity(quantity, unit, null);
    }

    public static Quantity of(long quantity, String unit) {
        return of(BigDecimal.valueOf(quantity), unit);
    }

    public static Quantity undisclosed(Undisclosed reason, String unit) {
        return new Quantity(null, unit, reason);
    }
}
