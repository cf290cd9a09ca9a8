package org.surety.priorities.coverage;

import java.math.BigDecimal;

import org.surety.contracts.Kind;

/**
 * What a party gave before and apart from the guarantee, in one category of its source and of one kind.
 *
 * @param category as the source names it; absent where it names none
 * @param euro the sum of the values that are disclosed, unrounded, as a plain decimal number with at least two digits after the point
 * @param undisclosed how many values are not; one that has no meaning (the package's value stands on another row) is not counted
 */
record EarlierSupport(String party, String category, Kind kind, long commitments, String euro, long undisclosed) {

    private static final int CENTS = 2;

    /** 1.5 and 1.50000 are both 1.50: the same sum always reads the same. */
    static EarlierSupport of(String party, String category, Kind kind, long commitments, BigDecimal euro, long undisclosed) {
        BigDecimal stripped = euro.stripTrailingZeros();
        BigDecimal plain = stripped.scale() < CENTS ? stripped.setScale(CENTS) : stripped;
        return new EarlierSupport(party, category, kind, commitments, plain.toPlainString(), undisclosed);
    }
}
