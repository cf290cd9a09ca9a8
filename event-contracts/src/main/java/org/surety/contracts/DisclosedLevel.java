package org.surety.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The level of a delegation, or the reason why it is not known. In JSON {@code "LEADER"} or {@code {"undisclosed": "UNKNOWN"}}. */
public record DisclosedLevel(Level level, Undisclosed undisclosed) {

    public DisclosedLevel {
        Disclosure.requireOne(level, undisclosed);
    }

    public static DisclosedLevel of(Level level) {
        return new DisclosedLevel(level, null);
    }

    public static DisclosedLevel undisclosed(Undisclosed reason) {
        return new DisclosedLevel(null, reason);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DisclosedLevel fromJson(Object json) {
        Undisclosed reason = Disclosure.reason(json);
        return reason != null ? undisclosed(reason) : of(Level.valueOf(String.valueOf(json)));
    }

    @JsonValue
    Object toJson() {
        return Disclosure.toJson(level, undisclosed);
    }
}
