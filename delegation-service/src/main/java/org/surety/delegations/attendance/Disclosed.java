package org.surety.delegations.attendance;

import java.util.Map;

import org.surety.contracts.Undisclosed;

import com.fasterxml.jackson.annotation.JsonValue;

/** A value, or the reason why it is absent. In JSON the value itself or {@code {"undisclosed": "NOT_RELEASED"}}. */
record Disclosed<T>(T value, Undisclosed undisclosed) {

    static <T> Disclosed<T> of(T value) {
        return new Disclosed<>(value, null);
    }

    static <T> Disclosed<T> undisclosed(Undisclosed reason) {
        return new Disclosed<>(null, reason);
    }

    @JsonValue
    Object toJson() {
        return value != null ? value : Map.of("undisclosed", undisclosed.name());
    }
}
