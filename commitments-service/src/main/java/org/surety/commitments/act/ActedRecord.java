package org.surety.commitments.act;

/** What kind of record an act belongs to. */
public enum ActedRecord {
    COMMITMENT, INSTRUMENT
}
