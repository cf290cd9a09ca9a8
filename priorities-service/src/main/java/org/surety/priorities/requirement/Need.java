package org.surety.priorities.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.RequirementState.Phase;
import org.surety.priorities.stating.Quantities;

/**
 * How much of a requirement is needed on a day in the whole cycle: what is to be deployed times the rotation factor.
 *
 * @param minimum below which nobody believes it
 */
public record Need(BigDecimal quantity, BigDecimal minimum) {

    /** Of the last phase that has begun, else of what is needed at first. */
    static Need on(LocalDate day, Need first, List<Phase> phases, BigDecimal rotationFactor) {
        Need deployed = first;
        for (Phase phase : phases) {
            if (!phase.from().isAfter(day)) {
                deployed = new Need(phase.quantity(), phase.minimum());
            }
        }
        return new Need(Quantities.plain(deployed.quantity.multiply(rotationFactor)),
                Quantities.plain(deployed.minimum.multiply(rotationFactor)));
    }
}
