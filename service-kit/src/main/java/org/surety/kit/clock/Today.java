package org.surety.kit.clock;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;

/** The current day in UTC: one value a request, so that a request over midnight does not contradict itself. */
@RequestScoped
public class Today {

    private final Clock clock;
    private LocalDate day;

    Today(Clock clock) {
        this.clock = clock;
    }

    public LocalDate day() {
        if (day == null) {
            day = LocalDate.now(clock);
        }
        return day;
    }
}
