package org.surety.contracts;

/** What can be true of a party for a time. Being a party of the register is none of these. */
public enum PartyAttribute {
    COALITION_MEMBER, BENEFICIARY, SUPPORTING_POWER, NUCLEAR_CAPABLE, EUROPEAN, EU_MEMBER, NATO_MEMBER
}
