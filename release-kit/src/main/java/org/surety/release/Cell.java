package org.surety.release;

/** A cell of a file that somebody may open in a spreadsheet. OWASP ASVS 5.0, 1.2.10. */
public final class Cell {

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private Cell() {
    }

    /** What somebody wrote. An apostrophe before it makes a spreadsheet show a formula and not carry it out. */
    public static String harmless(String written) {
        return !written.isEmpty() && FORMULA.indexOf(written.charAt(0)) >= 0 ? "'" + written : written;
    }
}
