package org.surety.release;

/**
 * What every file that leaves the register says of itself, to whoever gets the file alone. It is the first column of rows, since a file of
 * values has no other place that survives sorting, and the description of a calendar.
 */
public final class Handling {

    /** The name of the column, and of the field of an object. */
    public static final String COLUMN = "handling";
    public static final String NOTICE = "Not accredited for classified information";

    private Handling() {
    }
}
