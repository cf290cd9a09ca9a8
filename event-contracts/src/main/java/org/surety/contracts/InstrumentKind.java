package org.surety.contracts;

/** What a text is under which promises are made. */
public enum InstrumentKind {
    DECLARATION, DECLARATION_OF_INTENT, AGREEMENT, STATUS_OF_FORCES_AGREEMENT
}
