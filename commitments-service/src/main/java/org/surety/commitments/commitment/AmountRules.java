package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.kit.problem.Violations;

/** What an amount or a citation must be, wherever it is said; what is null is not said. */
public final class AmountRules {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** Currencies of the past too: a source may speak of kuna. */
    public static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    private AmountRules() {
    }

    public static void quantity(Quantity quantity, String field, Violations violations) {
        if (quantity == null) {
            return;
        }
        number(quantity.quantity(), quantity.undisclosed(), field, violations);
        violations.check(quantity.quantity() == null || quantity.unit() != null, field + ".unit", "must be stated");
        if (quantity.unit() != null) {
            violations.text(quantity.unit(), field + ".unit", CommitmentRules.MAX_UNIT);
        }
    }

    static void number(BigDecimal number, Undisclosed undisclosed, String field, Violations violations) {
        violations.check((number == null) != (undisclosed == null), field,
                "must be a quantity or the reason why it is undisclosed");
        violations.check(isReason(undisclosed), field + ".undisclosed", "cannot be NOT_RELEASED: that is for answers alone");
        violations.check(number == null || number.signum() >= 0, field + ".quantity", "must not be negative");
        violations.check(number == null || Numbers.fits(number, 15, 3), field + ".quantity",
                "must have at most 15 digits before and 3 behind the point");
    }

    public static void money(Money money, String field, Violations violations) {
        if (money == null) {
            return;
        }
        BigDecimal amount = money.amount();
        violations.check((amount == null) != (money.undisclosed() == null), field,
                "must be an amount or the reason why it is undisclosed");
        violations.check(isReason(money.undisclosed()), field + ".undisclosed",
                "cannot be NOT_RELEASED: that is for answers alone");
        violations.check(amount == null || amount.signum() >= 0, field + ".amount", "must not be negative");
        violations.check(amount == null || Numbers.fits(amount, 15, 16), field + ".amount",
                "must have at most 15 digits before and 16 behind the point");
        violations.check(amount == null || money.currency() != null, field + ".currency", "must be stated");
        violations.check(money.currency() == null || isCurrency(money.currency()), field + ".currency",
                "must be a currency code of ISO 4217");
    }

    static boolean isReason(Undisclosed undisclosed) {
        return undisclosed != Undisclosed.NOT_RELEASED;
    }

    /** Citations, whose addresses are ones. */
    public static void sources(List<Source> sources, String field, Violations violations) {
        violations.sources(sources, field);
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            violations.check(source == null || source.url() == null || source.url().matches("https?://\\S+"),
                    field + "[" + i + "].url",
                    "must begin with http:// or https:// and have no blanks");
        }
    }
}
