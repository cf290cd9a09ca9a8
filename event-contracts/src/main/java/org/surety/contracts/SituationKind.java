package org.surety.contracts;

/** What a declared situation is: each wakes the commitments that name it as their trigger. */
public enum SituationKind {
    CEASEFIRE_IN_FORCE, RENEWED_ARMED_ATTACK, HOST_REQUEST, CONFIRMED_BREACH
}
