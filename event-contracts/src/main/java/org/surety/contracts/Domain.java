package org.surety.contracts;

/** The domain in which a requirement stands or a commitment acts. */
public enum Domain {
    LAND, AIR, MARITIME, CYBER, SPACE, NONE
}
