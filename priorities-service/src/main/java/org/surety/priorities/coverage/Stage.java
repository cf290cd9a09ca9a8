package org.surety.priorities.coverage;

/** How far a promise has come, as far as it is summed. */
enum Stage {
    PLEDGED, COMMITTED
}
