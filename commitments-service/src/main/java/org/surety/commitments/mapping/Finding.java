package org.surety.commitments.mapping;

/**
 * What was found in a row that is not as it should be.
 *
 * @param column the header of the column, or its place where it has none; null: the row as a whole
 * @param code stable, kebab-case
 * @param value what the cell says, at most 200 characters of it; null for the row as a whole
 * @param rejects whether the row cannot be stored; else it is a warning
 */
public record Finding(String column, String code, String message, String value, boolean rejects) {

    private static final int MAX_VALUE = 200;

    public Finding {
        value = value == null || value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE);
    }

    public static Finding rejection(String column, String code, String message, String value) {
        return new Finding(column, code, message, value, true);
    }

    static Finding warning(String column, String code, String message, String value) {
        return new Finding(column, code, message, value, false);
    }
}
