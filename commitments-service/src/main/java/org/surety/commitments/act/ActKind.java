package org.surety.commitments.act;

/** By which steps of a person a commitment moves. */
public enum ActKind {
    FILING, WITHDRAWAL, SHARE_CONFIRMATION, SHARE_WITHDRAWAL
}
