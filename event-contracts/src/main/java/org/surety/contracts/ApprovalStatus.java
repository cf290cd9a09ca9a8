package org.surety.contracts;

/** Where an approval stands on a day. */
public enum ApprovalStatus {
    /** Nothing has been decided. */
    OPEN,
    /** The body was told, which is all that is needed. */
    INFORMED, GRANTED,
    /** Granted because nobody objected in time. */
    TACITLY_GRANTED, REFUSED,
    /** It was granted and taken back. */
    REVOKED,
    /** It was granted for a time that is over. */
    EXPIRED,
    /** What has begun could go on only with it until this day, and it was not granted. */
    LAPSED,
    /** The procedure was closed: the approval is not needed. */
    NOT_NEEDED
}
