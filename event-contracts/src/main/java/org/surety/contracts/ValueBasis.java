package org.surety.contracts;

/** How a source comes to a value. */
public enum ValueBasis {
    /** Somebody who must know has said it. */
    STATED,
    /** It follows from what was stated, by a rule that can be named. */
    COMPUTED, ESTIMATED
}
