package org.surety.contracts;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What else is said of a commitment; each may be absent.
 *
 * @param leadNation whether the party leads the nations that contribute to the same
 * @param capabilityCoalition the capability coalition in whose frame it is promised, by its name, at most 100 characters
 * @param overlap why its contributions may come to more than its quantity: what serves several requirements at once, at most 2,000
 *        characters. None alone is more than the quantity
 * @param rate at which the value in euro was computed of the money
 * @param quantityBasis how its source comes to the quantity
 * @param moneyBasis how its source comes to the money
 * @param euroBasis how its source comes to the value in euro
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Particulars(Boolean leadNation, String capabilityCoalition, String overlap, Rate rate, ValueBasis quantityBasis,
        ValueBasis moneyBasis, ValueBasis euroBasis) {

    /**
     * A rate of exchange.
     *
     * @param perEuro so many units of the currency are one euro: more than 0, at most 9 digits before and 10 behind the point, as text
     * @param on the day for which it was published
     * @param source where, at most 2,000 characters
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rate(String perEuro, LocalDate on, String source) {
    }
}
