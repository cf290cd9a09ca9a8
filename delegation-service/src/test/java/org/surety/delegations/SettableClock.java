package org.surety.delegations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

/** The clock of the service under test: the machine's, until a test sets the day. */
@ApplicationScoped
public class SettableClock extends Clock {

    private volatile LocalDate day;

    /** Noon of this day in UTC, null: the machine's clock again. */
    public void set(LocalDate day) {
        this.day = day;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the service knows UTC only");
    }

    @Override
    public Instant instant() {
        return day == null ? Instant.now() : day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
