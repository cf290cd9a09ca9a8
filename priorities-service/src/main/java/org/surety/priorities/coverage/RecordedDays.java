package org.surety.priorities.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;

/**
 * Days in a row of which each is asked about as it was known at its end.
 *
 * @param today which has not ended: it is asked about as it is known now
 */
record RecordedDays(LocalDate from, int number, LocalDate today) {

    /** A quarter of a year: as much as a plot shows day by day, and each day is a question of its own. */
    static final int MOST = 92;

    private static final int USUAL = 30;

    /**
     * @param until the last day; null: today
     * @param number null: thirty
     * @throws org.surety.kit.problem.Problem when they are more than an answer has, or have not been yet
     */
    static RecordedDays of(LocalDate until, Integer number, LocalDate today) {
        int asked = number == null ? USUAL : number;
        LocalDate last = until == null ? today : until;
        new Violations().check(asked >= 1, "days", "must be from 1 to " + MOST)
                .check(!last.isAfter(today), "until", "must not be after today, " + today).refuse();
        if (asked > MOST) {
            throw CoverageProblem.tooManyDays(MOST);
        }
        LocalDate first = last.minusDays(asked - 1L);
        new Violations().check(Days.isInReach(first), "until", "must be such that the first day is from " + Days.EARLIEST).refuse();
        return new RecordedDays(first, asked, today);
    }

    List<LocalDate> days() {
        return IntStream.range(0, number).mapToObj(from::plusDays).toList();
    }

    /** The last instant of a day, UTC, by the clock of the logs; null: now. */
    Instant knownAt(LocalDate day) {
        return day.equals(today) ? null : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(1, ChronoUnit.MICROS);
    }
}
