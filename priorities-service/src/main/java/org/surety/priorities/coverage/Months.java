package org.surety.priorities.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;

/**
 * Months in a row, each by its first day.
 *
 * @param from the first day of the first one
 */
record Months(LocalDate from, int number) {

    /** Ten years: longer than any requirement is stated for, and an answer that a plot still shows. */
    static final int MOST = 120;

    /** A year. */
    private static final int USUAL = 12;

    /**
     * @param day any day of the first month; null: today
     * @param number null: twelve
     * @throws org.surety.kit.problem.Problem when they are more than an answer has, or out of reach
     */
    static Months of(LocalDate day, Integer number, LocalDate today) {
        int asked = number == null ? USUAL : number;
        new Violations().check(asked >= 1, "months", "must be from 1 to " + MOST).refuse();
        if (asked > MOST) {
            throw CoverageProblem.tooManyMonths(MOST);
        }
        LocalDate first = (day == null ? today : day).withDayOfMonth(1);
        new Violations()
                .check(Days.isInReach(first) && Days.isInReach(first.plusMonths(asked - 1L)), "from",
                        "must be from " + Days.EARLIEST + ", and the last month until " + Days.LATEST)
                .refuse();
        return new Months(first, asked);
    }

    LocalDate last() {
        return from.plusMonths(number - 1L);
    }

    List<LocalDate> days() {
        return IntStream.range(0, number).mapToObj(from::plusMonths).toList();
    }
}
