package org.surety.delegations.delegation;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of delegations. */
enum DelegationProblem implements ProblemType {
    DELEGATION_EXISTS(409, "The party has a delegation at this gathering already");

    private final int status;
    private final String title;

    DelegationProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return name().toLowerCase().replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    static Problem exists(String party) {
        return new Problem(DELEGATION_EXISTS, party + " has a delegation at this gathering already. Restructure that one.");
    }
}
