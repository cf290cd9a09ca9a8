package org.surety.kit.label;

/** How far a record is released, from the narrowest to the widest. Release markings, not security classifications. */
public enum Release {
    NATIONAL, NAMED, COALITION, PUBLIC
}
