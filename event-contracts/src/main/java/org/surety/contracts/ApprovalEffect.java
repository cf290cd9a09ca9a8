package org.surety.contracts;

/** What an approval that is not there means for what waits for it. */
public enum ApprovalEffect {
    /** It blocks until it is granted. */
    PRIOR,
    /** The body is told; it blocks nothing. */
    INFORMATION,
    /** It ends what has begun on a day, unless it is granted. */
    TO_CONTINUE,
    /** It is granted on a day, unless the body objects. */
    TACIT,
    /** A promise to ask the body; it blocks only if the party says so. */
    POLITICAL_UNDERTAKING
}
