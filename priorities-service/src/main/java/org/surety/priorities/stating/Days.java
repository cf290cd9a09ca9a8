package org.surety.priorities.stating;

import java.time.LocalDate;

import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/** Which days can be stated and asked for. */
public final class Days {

    /** Nothing of today is older than the United Nations or reaches past a century; other years are slips of the pen. */
    public static final LocalDate EARLIEST = LocalDate.of(1945, 1, 1);
    public static final LocalDate LATEST = LocalDate.of(2125, 12, 31);

    private Days() {
    }

    /** A day that may be left out. */
    public static Violations check(Violations violations, LocalDate day, String field) {
        return violations.check(day == null || isInReach(day), field, "must be from " + EARLIEST + " to " + LATEST);
    }

    public static boolean isInReach(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }

    /** The day of what has happened. An exercise plays in its own calendar. */
    public static Violations checkPast(Violations violations, LocalDate day, String field, Series series, LocalDate today) {
        return check(violations, day, field).check(day == null || series == Series.EXERCISE || !day.isAfter(today), field,
                "must not be in the future");
    }
}
