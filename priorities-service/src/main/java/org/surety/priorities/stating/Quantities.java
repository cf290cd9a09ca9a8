package org.surety.priorities.stating;

import java.math.BigDecimal;

/** Numbers that read the same when they are the same. */
public final class Quantities {

    private Quantities() {
    }

    /** 12, 12.0 and 1.2E+1 are one quantity. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
