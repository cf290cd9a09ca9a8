package org.surety.commitments.imports;

/** Where an import is. */
public enum JobState {
    QUEUED, RUNNING, DONE, FAILED
}
