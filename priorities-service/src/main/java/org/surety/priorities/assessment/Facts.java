package org.surety.priorities.assessment;

import java.util.UUID;

/** What a promise is assessed against. */
public interface Facts {

    /** Null: it is not known. */
    RequirementRule requirement(UUID id);

    /** Null: it is not known. */
    ApprovalDays approval(UUID id);

    /** On which days the instrument is in force. */
    Days inForce(UUID instrument);

    /** Another commitment; null: it is not known, or no longer filed. */
    Promise commitment(UUID id);

    /** On which days another commitment is decided on and stands: what a condition on it asks. */
    default Days counts(UUID commitment) {
        Promise other = commitment(commitment);
        return other == null ? Days.NONE : other.counts(this);
    }

    /** Whether a filed commitment of the party, other than this one and seen by all who see it, counts: on which days. */
    Days participation(String party, Promise promise);
}
