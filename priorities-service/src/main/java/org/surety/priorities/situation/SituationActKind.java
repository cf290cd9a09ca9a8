package org.surety.priorities.situation;

/** What can be said of a situation. */
enum SituationActKind {
    PROPOSAL, AMENDMENT, DETERMINATION, CONTEST, CONTEST_WITHDRAWAL, RESCISSION, RESCISSION_WITHDRAWAL;

    /** What takes it back. */
    SituationActKind withdrawal() {
        return switch (this) {
            case CONTEST -> CONTEST_WITHDRAWAL;
            case RESCISSION -> RESCISSION_WITHDRAWAL;
            default -> throw new IllegalStateException(this + " is not taken back");
        };
    }
}
