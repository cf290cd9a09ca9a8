package org.surety.contracts;

/** Why a value is absent. A value that is absent without one of these reasons is an error, never a zero and never a bare null. */
public enum Undisclosed {
    /** There is a value, and the reader may not see it. Given by Surety alone; refused in a request. */
    NOT_RELEASED,
    /** The originator keeps the value to itself. */
    WITHHELD,
    /** Nobody who reported has stated the value. */
    UNKNOWN,
    /** The value is still to be decided by who owns it. */
    NOT_DECIDED,
    /** The question has no meaning for this record. */
    NOT_APPLICABLE
}
