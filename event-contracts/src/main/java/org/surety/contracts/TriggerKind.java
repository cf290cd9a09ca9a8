package org.surety.contracts;

/** What wakes a dormant commitment. */
public enum TriggerKind {
    /** A ceasefire holds. */
    CEASEFIRE_IN_FORCE,
    /** The party that is to be protected is attacked again. */
    RENEWED_ARMED_ATTACK,
    /** The host asks for it. */
    HOST_REQUEST,
    /** A breach of the ceasefire has been confirmed. */
    CONFIRMED_BREACH,
    /** A day that the commitment names: it wakes on it. */
    DATE
}
