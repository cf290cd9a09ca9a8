package org.surety.contracts;

import java.util.Map;

/** The JSON of a plain value that can be absent for a reason: the value itself, or {@code {"undisclosed": "UNKNOWN"}}. */
final class Disclosure {

    private static final String UNDISCLOSED = "undisclosed";

    private Disclosure() {
    }

    static Object toJson(Object value, Undisclosed reason) {
        return value != null ? value.toString() : Map.of(UNDISCLOSED, reason.name());
    }

    /** The reason in this JSON, or null when it is a value. */
    static Undisclosed reason(Object json) {
        if (json instanceof Map<?, ?> map) {
            if (map.size() == 1 && map.get(UNDISCLOSED) instanceof String reason) {
                return Undisclosed.valueOf(reason);
            }
            throw new IllegalArgumentException("must be a value or {\"undisclosed\": reason}");
        }
        return null;
    }

    static void requireOne(Object value, Undisclosed reason) {
        if ((value == null) == (reason == null)) {
            throw new IllegalArgumentException("must be a value or the reason why it is undisclosed");
        }
    }
}
