package org.surety.commitments.approval;

/** What happened to an approval. The decisive ones move it, the others only tell how it goes. */
enum StepKind {
    /** The body was asked. */
    REQUESTED(false),
    /** The body was told: the time in which it can object begins. */
    NOTIFIED(true),
    /** The body wants to decide itself: there is no tacit consent. */
    OBJECTED(true),
    /** What needs the approval in order to go on has begun. */
    BEGUN(true), DEBATED(false),
    /** A vote was put on a day, or a day for it is not known any more. */
    VOTE_SCHEDULED(false), GRANTED(true), REFUSED(true),
    /** Granted until a later day than before. */
    RENEWED(true), REVOKED(true),
    /** The approval is not needed any more. */
    CLOSED(true);

    private final boolean decisive;

    StepKind(boolean decisive) {
        this.decisive = decisive;
    }

    boolean decisive() {
        return decisive;
    }
}
