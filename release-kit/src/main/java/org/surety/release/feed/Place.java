package org.surety.release.feed;

import java.util.UUID;

/**
 * Where somebody stands who follows the log.
 *
 * @param log the id of the log
 * @param sequence the number of the last change that was looked at for them, shown or not
 * @param began the head of the log when they began at its beginning, until they have come so far; 0 from there on. What had been withdrawn
 *        by then they have never been shown
 */
record Place(UUID log, long sequence, long began) {

    Place {
        began = sequence >= began ? 0 : began;
    }

    Place at(long further) {
        return new Place(log, further, began);
    }

    /** From which number on withdrawals concern them. */
    long withdrawalsAfter() {
        return Math.max(sequence, began);
    }
}
