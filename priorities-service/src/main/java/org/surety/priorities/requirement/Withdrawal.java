package org.surety.priorities.requirement;

import org.surety.kit.problem.Violations;

/**
 * That a requirement is needed no more.
 *
 * @param reason at most 2,000 characters
 */
record Withdrawal(String reason) {

    private static final int MAX_REASON = 2000;

    void check() {
        new Violations().text(reason, "reason", MAX_REASON).refuse();
    }
}
