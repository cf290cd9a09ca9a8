package org.surety.commitments.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.surety.contracts.Undisclosed;

/** The cells of one row, trimmed, by the keys of the mapping. */
final class Cells {

    private final Map<String, String> values;
    private final Map<String, Undisclosed> tokens;

    private Cells(Map<String, String> values, Map<String, Undisclosed> tokens) {
        this.values = values;
        this.tokens = tokens;
    }

    static Cells of(List<String> fields, ImportMapping mapping, Map<String, Undisclosed> tokens) {
        Map<String, String> values = new HashMap<>();
        for (ImportMapping.Column column : mapping.columns()) {
            if (column.index() < fields.size()) {
                values.put(column.key(), trim(fields.get(column.index()), mapping.format().trim()));
            }
        }
        return new Cells(values, tokens);
    }

    static Map<String, Undisclosed> tokens(ImportMapping mapping) {
        Map<String, Undisclosed> tokens = new HashMap<>();
        mapping.undisclosed().forEach(token -> tokens.put(token.text().toLowerCase(Locale.ROOT), token.reason()));
        return tokens;
    }

    /** Also the blanks that {@link String#strip()} leaves, such as no-break spaces: the mapping says which. */
    static String trim(String cell, String characters) {
        int from = 0;
        int to = cell.length();
        while (from < to && characters.indexOf(cell.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && characters.indexOf(cell.charAt(to - 1)) >= 0) {
            to--;
        }
        return cell.substring(from, to);
    }

    /** The cell; empty where the row has none. */
    String of(String key) {
        return values.getOrDefault(key, "");
    }

    /** The reason that the cell stands for, or null when it says something. */
    Undisclosed reason(String key) {
        return tokens.get(of(key).toLowerCase(Locale.ROOT));
    }

    boolean says(String key) {
        return reason(key) == null;
    }

    /** Whether every column named has one of the texts. */
    boolean match(Map<String, List<String>> when, String trim) {
        return when == null || when.entrySet().stream()
                .allMatch(column -> column.getValue().stream().anyMatch(text -> trim(text, trim).equals(of(column.getKey()))));
    }
}
