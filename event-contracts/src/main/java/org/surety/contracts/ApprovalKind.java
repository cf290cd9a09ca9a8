package org.surety.contracts;

/** What a body is asked to authorise. */
public enum ApprovalKind {
    DEPLOYMENT, TREATY, BUDGET, ARMS_EXPORT, SANCTIONS, HOST_CONSENT
}
