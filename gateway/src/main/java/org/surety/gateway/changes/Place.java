package org.surety.gateway.changes;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * From where on one service's feed is read: after a cursor which that service has given, or at one of two places for which it has given
 * none yet. What a cursor says only its service knows.
 *
 * @param text as it stands in a merged cursor, without what fills it up
 */
public record Place(String text) {

    public static final Place BEGINNING = new Place("~b");
    /** Where the feed ends when its service is next asked. */
    public static final Place NOW = new Place("~n");

    /** What no cursor may have in it: it divides and marks the places of a merged one, and has to be left alone in a query. */
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{1,400}");
    private static final Pattern FILL = Pattern.compile("_{0,400}");

    /** @throws IllegalArgumentException if no merged cursor could have it as a part */
    public static Place after(String cursor) {
        if (cursor == null || !CURSOR.matcher(cursor).matches()) {
            throw new IllegalArgumentException("a cursor that cannot be part of another");
        }
        return new Place(cursor);
    }

    public static Optional<Place> read(String part) {
        for (Place place : new Place[]{ BEGINNING, NOW}) {
            if (part.startsWith(place.text) && FILL.matcher(part.substring(place.text.length())).matches()) {
                return Optional.of(place);
            }
        }
        return CURSOR.matcher(part).matches() ? Optional.of(new Place(part)) : Optional.empty();
    }

    /** As a service is asked for it. */
    public String parameter() {
        if (this.equals(BEGINNING)) {
            return "";
        }
        return "&after=" + (this.equals(NOW) ? "now" : text);
    }

    /** As long as the others, so that a merged cursor has one length whatever it says. */
    public String filled(int length) {
        return text + "_".repeat(text.charAt(0) == '~' ? Math.max(0, length - text.length()) : 0);
    }
}
