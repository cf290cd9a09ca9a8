package org.surety.contracts;

/** What a government excludes of its promise. */
public enum CaveatKind {
    /** Nowhere on the territory of the host. */
    NOT_ON_TERRITORY,
    /** From the territory of neighbours of the host, and nowhere else. */
    FROM_NEIGHBOURING_TERRITORY_ONLY, MARITIME_ONLY, AIR_ONLY, NON_COMBAT,
    /** Something that only its text says; it excludes nothing by itself. */
    OTHER
}
