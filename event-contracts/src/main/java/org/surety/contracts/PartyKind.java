package org.surety.contracts;

/** What a party is. */
public enum PartyKind {
    STATE, ORGANISATION
}
