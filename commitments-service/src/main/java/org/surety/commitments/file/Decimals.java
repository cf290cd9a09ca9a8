package org.surety.commitments.file;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at the numbers of a file to find the sign before their fractions. */
final class Decimals {

    private static final Pattern COMMA = Pattern.compile("\\s*-?\\d+,\\d+\\s*");
    private static final Pattern POINT = Pattern.compile("\\s*-?\\d+\\.\\d+\\s*");

    private boolean comma;
    private boolean point;

    void look(List<String> fields, Set<Integer> numbers) {
        for (int place : numbers) {
            if (place < fields.size()) {
                comma |= COMMA.matcher(fields.get(place)).matches();
                point |= POINT.matcher(fields.get(place)).matches();
            }
        }
    }

    /** Only where nothing speaks against it: a file with both is one with mistakes, which its rows will show. */
    boolean areCommas() {
        return comma && !point;
    }
}
