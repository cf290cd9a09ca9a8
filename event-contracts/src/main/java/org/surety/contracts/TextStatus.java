package org.surety.contracts;

/** Whether a text may still change. */
public enum TextStatus {
    DRAFT, FINAL
}
