package org.surety.contracts;

/** On what a commitment rests. */
public enum Basis {
    /** Promised under the guarantee: counts in coverage. */
    GUARANTEE,
    /** Aid given before and apart from the guarantee: stored and totalled, never in coverage. */
    EARLIER_SUPPORT
}
