package org.surety.commitments.contact;

/** Whether the person named can still be asked. */
public enum ContactStatus {
    CURRENT,
    /** The person has left: erased, out of the last delegation, or out of the last office. */
    TO_BE_RENEWED
}
