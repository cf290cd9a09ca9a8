package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.math.MathContext;

import org.surety.contracts.Money;
import org.surety.contracts.Particulars;
import org.surety.contracts.Particulars.Rate;
import org.surety.kit.problem.Violations;

/** What the particulars of a description must be. */
final class ParticularsRules {

    private static final int MAX_COALITION = 100;
    private static final String FIELD = "particulars.";

    /** Sources round rates and values: so much of the value may be lost by it. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    private ParticularsRules() {
    }

    static void check(CommitmentDescription description, Violations violations) {
        Particulars said = description.particulars();
        if (said == null) {
            return;
        }
        text(said.capabilityCoalition(), FIELD + "capabilityCoalition", MAX_COALITION, violations);
        text(said.overlap(), FIELD + "overlap", Violations.MAX_TEXT, violations);
        of(said.quantityBasis(), description.quantity(), "quantity", violations);
        of(said.moneyBasis(), description.money(), "money", violations);
        of(said.euroBasis(), description.euroValue(), "euroValue", violations);
        if (said.rate() != null) {
            rate(said.rate(), description.money(), description.euroValue(), violations);
        }
    }

    private static void text(String text, String field, int limit, Violations violations) {
        violations.check(text == null || !text.isBlank(), field, "must not be blank").optionalText(text, field, limit);
    }

    private static void of(Object basis, Object value, String field, Violations violations) {
        violations.check(basis == null || value != null, FIELD + (field.equals("euroValue") ? "euro" : field) + "Basis",
                "is for a commitment that says " + field);
    }

    private static void rate(Rate rate, Money money, Money euro, Violations violations) {
        String field = FIELD + "rate";
        boolean written = rate.perEuro() != null && rate.perEuro().matches("[0-9]{1,9}(\\.[0-9]{1,10})?")
                && new BigDecimal(rate.perEuro()).signum() > 0;
        violations.check(written, field + ".perEuro",
                "must be more than 0 and have at most 9 digits before and 10 behind the point, as text")
                .check(rate.on() != null && ActRules.isOrdinary(rate.on()), field + ".on",
                        "must be stated, a day of the years 1900 to 9999")
                .text(rate.source(), field + ".source", Violations.MAX_TEXT);
        boolean both = money != null && money.amount() != null && euro != null && euro.amount() != null;
        violations.check(both, field, "is for a commitment that states both money and euroValue");
        if (written && both) {
            BigDecimal computed = money.amount().divide(new BigDecimal(rate.perEuro()), MathContext.DECIMAL64);
            violations.check(computed.subtract(euro.amount()).abs().compareTo(euro.amount().multiply(TOLERANCE)) <= 0, field,
                    "gives " + Numbers.plain(computed.round(new MathContext(6))) + " euro of the money, not what euroValue says");
        }
    }
}
