package org.surety.commitments.file;

import java.util.Arrays;

/**
 * How a kept file is written. What came as CSV is kept as it came; what came otherwise is kept as a table in CSV, in which the line of the
 * row stands before its cells.
 *
 * @param format in which it came
 * @param decimalComma whether numbers have a comma where others have a point
 */
public record Dialect(FileFormat format, char delimiter, char quote, boolean decimalComma) {

    static Dialect table(FileFormat format) {
        return new Dialect(format, ',', '"', false);
    }

    /** The delimiter by its name; null where the file came in a form that has none. */
    public Told.Delimiter saidDelimiter() {
        return isTable()
                ? null
                : Arrays.stream(Told.Delimiter.values()).filter(known -> known.sign() == delimiter).findFirst().orElse(null);
    }

    boolean isTable() {
        return format != FileFormat.CSV;
    }

    /** The number as it is written everywhere else; what is no number in this file is none afterwards either. */
    public String plainNumber(String cell) {
        return decimalComma ? cell.replace('.', '\u0000').replace(',', '.').replace('\u0000', ',') : cell;
    }
}
