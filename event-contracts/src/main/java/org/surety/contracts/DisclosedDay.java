package org.surety.contracts;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A day (UTC unless the record names a zone), or the reason why it is not known. In JSON {@code "2026-01-06"} or {@code {"undisclosed": "UNKNOWN"}}. */
public record DisclosedDay(LocalDate day, Undisclosed undisclosed) {

    public DisclosedDay {
        Disclosure.requireOne(day, undisclosed);
    }

    public static DisclosedDay of(LocalDate day) {
        return new DisclosedDay(day, null);
    }

    public static DisclosedDay undisclosed(Undisclosed reason) {
        return new DisclosedDay(null, reason);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DisclosedDay fromJson(Object json) {
        Undisclosed reason = Disclosure.reason(json);
        return reason != null ? undisclosed(reason) : of(LocalDate.parse(String.valueOf(json)));
    }

    @JsonValue
    Object toJson() {
        return Disclosure.toJson(day, undisclosed);
    }
}
