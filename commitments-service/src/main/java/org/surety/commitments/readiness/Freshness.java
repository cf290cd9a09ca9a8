package org.surety.commitments.readiness;

/** Whether a statement of readiness can be relied on. */
public enum Freshness {
    FRESH,
    /** Its last day has passed, and nobody has said it anew. */
    STALE,
    /** Nothing was stated. */
    NONE
}
