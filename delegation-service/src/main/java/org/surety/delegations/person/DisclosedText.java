package org.surety.delegations.person;

import java.util.Map;

import org.surety.contracts.Undisclosed;

import com.fasterxml.jackson.annotation.JsonValue;

/** A text, or the reason why it is absent. In JSON {@code "Jana Exercise"} or {@code {"undisclosed": "WITHHELD"}}. */
public record DisclosedText(String text, Undisclosed undisclosed) {

    public DisclosedText {
        if ((text == null) == (undisclosed == null)) {
            throw new IllegalArgumentException("must be a text or the reason why it is undisclosed");
        }
    }

    static DisclosedText of(String text) {
        return new DisclosedText(text, null);
    }

    static DisclosedText withheld() {
        return new DisclosedText(null, Undisclosed.WITHHELD);
    }

    @JsonValue
    Object toJson() {
        return text != null ? text : Map.of("undisclosed", undisclosed.name());
    }
}
