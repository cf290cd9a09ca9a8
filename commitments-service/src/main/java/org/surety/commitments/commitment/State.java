package org.surety.commitments.commitment;

/** Where a commitment is in its life. */
public enum State {
    /** Still the party's own affair: NATIONAL, in no coverage, in no event outside the party. */
    DRAFT,
    /** Promised, to whom its label releases it. */
    FILED,
    /** Taken back; stays readable. */
    WITHDRAWN
}
