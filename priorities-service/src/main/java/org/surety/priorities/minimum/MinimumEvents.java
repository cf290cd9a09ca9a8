package org.surety.priorities.minimum;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.CoverageState;
import org.surety.contracts.CoverageState.Cause;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns the crossing of a minimum into the contract's record. */
final class MinimumEvents {

    private MinimumEvents() {
    }

    static NewChange crossed(Watched requirement, Told before, Told now, LocalDate day, Cause cause) {
        CoverageState state = new CoverageState(now.id(), requirement.id(), requirement.series(), now.of().stage(),
                now.met() ? "REACHED" : "BELOW", before.quantity(), now.quantity(), requirement.minimum(), day, cause);
        return NewChange.of("coverage.minimum-crossed", now.id(), now.version(), state, requirement.label(), day)
                .changing(List.of("direction"), Reason.NEW_FACT);
    }
}
