package org.surety.commitments.file;

/**
 * Cells that a spreadsheet would take for a formula get an apostrophe before them, which it drops when it shows them and we drop when we
 * read them; a cell that begins with an apostrophe gets another. So what was written is what is read.
 */
public final class HarmlessCells {

    private static final String DANGEROUS = "=+-@\t\r'";

    private HarmlessCells() {
    }

    public static String protect(String cell) {
        return !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    public static String restore(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && DANGEROUS.indexOf(cell.charAt(1)) >= 0 ? cell.substring(1) : cell;
    }
}
