package org.surety.gateway.board;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a client names in {@code Accept} or {@code Accept-Encoding}, as far as it does not refuse it. By name only: a wildcard is what
 * programs send that did not think of pages, and every client that reads gzip says so.
 */
record Preferences(Set<String> named) {

    /** @param header as sent, or null */
    static Preferences in(String header) {
        Set<String> named = new HashSet<>();
        for (String range : header == null ? new String[0] : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.split(";");
            if (parts.length > 0 && !isRefused(parts)) {
                named.add(parts[0].strip());
            }
        }
        return new Preferences(named);
    }

    boolean accept(String name) {
        return named.contains(name);
    }

    /** Whether its weight is nought, in any of the ways to write that. */
    private static boolean isRefused(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].strip().matches("q=0(\\.0{0,3})?")) {
                return true;
            }
        }
        return false;
    }
}
