package org.surety.contracts;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An amount in one currency, or the reason why it is not known. In JSON {@code {"amount": "1250000.00", "currency": "EUR"}} - the
 * amount is a string, because a JSON number is a binary fraction to many readers - or {@code {"undisclosed": "UNKNOWN"}}.
 *
 * @param amount not negative; null when undisclosed
 * @param currency ISO 4217 alphabetic code; may be known though the amount is not
 * @param undisclosed the reason; null when the amount is stated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Money(BigDecimal amount, String currency, Undisclosed undisclosed) {

    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, currency, null);
    }

    public static Money of(String amount, String currency) {
        return of(new BigDecimal(amount), currency);
    }

    public static Money undisclosed(Undisclosed reason, String currency) {
        return new Money(null, currency, reason);
    }

    /** The amount as it stands in JSON: all its digits and never an exponent, which readers of decimals may not know. */
    @JsonProperty("amount")
    String plainAmount() {
        return amount == null ? null : amount.toPlainString();
    }
}
