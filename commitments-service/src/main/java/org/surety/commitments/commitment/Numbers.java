package org.surety.commitments.commitment;

import java.math.BigDecimal;

/** One way to write a number, so that 4, 4.0 and 4.000 are the same. */
public final class Numbers {

    private Numbers() {
    }

    /** Without trailing zeros behind the point and without an exponent; null stays null. A number too long to be ours stays as it is. */
    public static BigDecimal plain(BigDecimal number) {
        if (number == null || !fits(number, 40, 40)) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Whether the number has at most so many digits before and behind the point; asked of the exponent, never by writing it out. */
    static boolean fits(BigDecimal number, int before, int behind) {
        return number.signum() == 0
                ? Math.abs((long) number.scale()) <= behind
                : (long) number.precision() - number.scale() <= before && number.scale() <= behind;
    }
}
