package org.surety.commitments.instrument;

/** How a party joins an instrument, and how it leaves. */
public enum InstrumentActKind {
    ADOPTED, SIGNED, DENOUNCED
}
