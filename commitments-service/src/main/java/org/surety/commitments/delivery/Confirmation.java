package org.surety.commitments.delivery;

/** How what the recipient says stands to what the giver says. */
enum Confirmation {
    UNCONFIRMED, CONFIRMED,
    /** Both state a figure, and not the same. */
    CONTESTED
}
