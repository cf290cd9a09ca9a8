package org.surety.priorities.requirement;

import java.math.BigDecimal;
import java.util.List;

import org.surety.contracts.RequirementState.Phase;

/** Numbers that read the same when they are the same. */
final class Quantities {

    private Quantities() {
    }

    /** 12, 12.0 and 1.2E+1 are one quantity. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static List<Phase> plain(List<Phase> phases) {
        return phases.stream().map(phase -> new Phase(phase.from(), plain(phase.quantity()), plain(phase.minimum()))).toList();
    }
}
