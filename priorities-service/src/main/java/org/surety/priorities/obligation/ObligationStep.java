package org.surety.priorities.obligation;

/** How far a party has come with what is asked of it. */
enum ObligationStep {
    CALLED, ACKNOWLEDGED, READY, DONE
}
