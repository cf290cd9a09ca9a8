package org.surety.contracts;

/** What moves an open question. */
public enum QuestionActKind {
    RESOLVED, REOPENED
}
