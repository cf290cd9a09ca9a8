package org.surety.delegations.party;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of parties. */
enum PartyProblem implements ProblemType {
    PARTY_EXISTS(409, "The party is registered already");

    private final int status;
    private final String title;

    PartyProblem(int status, String title) {
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

    static Problem exists(String code) {
        return new Problem(PARTY_EXISTS, "The party " + code + " is registered already. Amend it instead.");
    }
}
