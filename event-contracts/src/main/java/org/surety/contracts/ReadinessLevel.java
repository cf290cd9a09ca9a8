package org.surety.contracts;

/** How ready what is promised is to be called. */
public enum ReadinessLevel {
    NOT_READY, IN_PREPARATION,
    /** Ready so many days after it is called. */
    READY_WITH_NOTICE, READY
}
