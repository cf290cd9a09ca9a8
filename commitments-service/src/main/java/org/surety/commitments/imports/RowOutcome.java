package org.surety.commitments.imports;

/** What became of a row; of a dry run, what would become of it. */
public enum RowOutcome {
    /** Read and not yet decided on. */
    PENDING,
    /** Stored as a new commitment. */
    IMPORTED,
    /** The commitment was known and has changed. */
    AMENDED,
    /** The commitment was known and says the same. */
    UNCHANGED,
    /** Cannot be stored; the findings say why. */
    REJECTED,
    /** Good, but not stored, because another row was rejected and all or nothing was asked for. */
    NOT_STORED
}
