package org.surety.contracts;

/** Where a party stands as to its share of a joint commitment. */
public enum ShareState {
    /** The lead party says so; the party itself has said nothing that holds. It counts as pledged and as nothing more. */
    AWAITED,
    /** A person with authority has confirmed it. */
    CONFIRMED,
    /** The party has withdrawn it: it counts for nothing. */
    WITHDRAWN
}
