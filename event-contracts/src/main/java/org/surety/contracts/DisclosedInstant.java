package org.surety.contracts;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An instant in UTC, or the reason why it is not known. In JSON {@code "2026-01-05T18:00:00Z"} or {@code {"undisclosed": "UNKNOWN"}}. */
public record DisclosedInstant(Instant instant, Undisclosed undisclosed) {

    public DisclosedInstant {
        Disclosure.requireOne(instant, undisclosed);
    }

    public static DisclosedInstant of(Instant instant) {
        return new DisclosedInstant(instant, null);
    }

    public static DisclosedInstant undisclosed(Undisclosed reason) {
        return new DisclosedInstant(null, reason);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DisclosedInstant fromJson(Object json) {
        Undisclosed reason = Disclosure.reason(json);
        return reason != null ? undisclosed(reason) : of(Instant.parse(String.valueOf(json)));
    }

    @JsonValue
    Object toJson() {
        return Disclosure.toJson(instant, undisclosed);
    }
}
