package org.surety.delegations.gathering;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of gatherings. */
public enum GatheringProblem implements ProblemType {
    GATHERING_HELD(409, "The gathering has been held"), GATHERING_CANCELLED(409, "The gathering is cancelled");

    private final int status;
    private final String title;

    GatheringProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    static Problem held() {
        return new Problem(GATHERING_HELD, "What has been held cannot be cancelled. If it was not held, correct its status first.");
    }

    /** For what is addressed to the host of one that is cancelled; for other features. */
    public static Problem takesNobody() {
        return new Problem(GATHERING_CANCELLED, "A gathering that does not take place takes no accreditations and no credentials.");
    }

    static Problem cancelled() {
        return new Problem(GATHERING_CANCELLED,
                "The gathering is cancelled and stays so. If it takes place after all, plan another one.");
    }
}
