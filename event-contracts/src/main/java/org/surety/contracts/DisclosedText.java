package org.surety.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A text, or the reason why it is not known. In JSON {@code "Juniper"} or {@code {"undisclosed": "WITHHELD"}}. */
public record DisclosedText(String text, Undisclosed undisclosed) {

    public DisclosedText {
        Disclosure.requireOne(text, undisclosed);
    }

    public static DisclosedText of(String text) {
        return new DisclosedText(text, null);
    }

    public static DisclosedText undisclosed(Undisclosed reason) {
        return new DisclosedText(null, reason);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DisclosedText fromJson(Object json) {
        Undisclosed reason = Disclosure.reason(json);
        if (reason == null && !(json instanceof String)) {
            throw new IllegalArgumentException("must be a text or {\"undisclosed\": reason}");
        }
        return reason != null ? undisclosed(reason) : of((String) json);
    }

    @JsonValue
    Object toJson() {
        return Disclosure.toJson(text, undisclosed);
    }
}
