package org.surety.commitments.file;

/**
 * What the importer says of a file; what is null is found.
 *
 * @param delimiter between the cells of CSV
 * @param decimal the sign behind which a fraction begins
 */
public record Told(Delimiter delimiter, Decimal decimal) {

    public static final Told NOTHING = new Told(null, null);

    /** Between the cells of CSV. */
    public enum Delimiter {
        COMMA(','), SEMICOLON(';'), TAB('\t');

        private final char sign;

        Delimiter(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    /** Behind the whole part of a number. */
    public enum Decimal {
        POINT, COMMA
    }
}
