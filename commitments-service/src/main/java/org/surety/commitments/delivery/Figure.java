package org.surety.commitments.delivery;

import java.math.BigDecimal;

import org.surety.commitments.commitment.Numbers;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Undisclosed;

/** How much: a quantity or an amount of money, either stated or undisclosed. One of the two is null. */
record Figure(Quantity quantity, Money money) {

    Figure {
        quantity = quantity == null
                ? null
                : new Quantity(Numbers.plain(quantity.quantity()), quantity.unit(), quantity.undisclosed());
    }

    /** Null when it is undisclosed. */
    BigDecimal number() {
        return quantity != null ? quantity.quantity() : money.amount();
    }

    /** The unit or the currency; may be null when it is undisclosed. */
    String measure() {
        return quantity != null ? quantity.unit() : money.currency();
    }

    Undisclosed undisclosed() {
        return quantity != null ? quantity.undisclosed() : money.undisclosed();
    }

    boolean isOfQuantity() {
        return quantity != null;
    }

    /** Whether both are known and differ; 8 and 8.0 are the same. */
    boolean contradicts(Figure other) {
        return number() != null && other.number() != null && number().compareTo(other.number()) != 0;
    }

    /** Whether it says the same: 1.50 and 1.5 are the same amount. */
    boolean agreesWith(Figure other) {
        return plain().equals(other.plain());
    }

    private Figure plain() {
        return money == null
                ? this
                : new Figure(quantity, new Money(Numbers.plain(money.amount()), money.currency(), money.undisclosed()));
    }
}
