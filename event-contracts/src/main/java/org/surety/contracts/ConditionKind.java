package org.surety.contracts;

/** What must be so before a commitment counts. */
public enum ConditionKind {
    /** Another commitment has been decided on and stands. */
    COMMITMENT,
    /** A party takes part: a commitment of it has been decided on and stands. */
    PARTICIPATION,
    /** An instrument is in force. */
    INSTRUMENT_IN_FORCE,
    /** A host has given its consent: an approval of that kind, among those that the commitment needs. */
    HOST_CONSENT
}
