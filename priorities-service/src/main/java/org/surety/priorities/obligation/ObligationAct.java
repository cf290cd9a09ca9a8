package org.surety.priorities.obligation;

import java.time.LocalDate;

import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/**
 * That a party took a step.
 *
 * @param on the day; absent: today
 */
record ObligationAct(LocalDate on) {

    /** An exercise plays in its own calendar. */
    LocalDate checked(Series series, LocalDate today) {
        new Violations().check(on == null || on.getYear() >= 1945 && on.getYear() <= 2125, "on", "must be a day of 1945 to 2125")
                .check(on == null || series == Series.EXERCISE || !on.isAfter(today), "on", "must not be in the future").refuse();
        return on == null ? today : on;
    }
}
