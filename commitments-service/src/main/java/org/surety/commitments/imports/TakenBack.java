package org.surety.commitments.imports;

/** What became of what a row had made, when its import was taken back. */
public enum TakenBack {
    /** The row had brought it. */
    WITHDRAWN,
    /** The row had amended it: it is as it was before. */
    RESTORED,
    /** The row had made a draft: it is thrown away. */
    DISCARDED,
    /** Somebody has touched it since: it stays. */
    CHANGED_SINCE
}
