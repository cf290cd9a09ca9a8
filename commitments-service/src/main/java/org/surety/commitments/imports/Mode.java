package org.surety.commitments.imports;

/** What happens to the good rows of a file that has bad ones. */
public enum Mode {
    /** Nothing is stored when any row is rejected; and others see all of it at one moment. */
    ALL_OR_NOTHING,
    /** The good rows are stored. */
    PARTIAL
}
