package org.surety.contracts;

/** How a party stands to a priority. */
public enum Stance {
    SUPPORTS, SUPPORTS_WITH_RESERVATION, UNDECIDED, DOES_NOT_SUPPORT
}
