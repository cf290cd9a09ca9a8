package org.surety.commitments.delivery;

/** What a delivery waits for. */
enum Awaiting {
    /** It is delivered, as the giver says, and the recipient has said nothing. */
    CONFIRMATION
}
