package org.surety.priorities.requirement;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of requirements. */
enum RequirementProblem implements ProblemType {
    REQUIREMENT_WITHDRAWN(409, "The requirement is withdrawn");

    private final int status;
    private final String title;

    RequirementProblem(int status, String title) {
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

    static Problem withdrawn() {
        return new Problem(REQUIREMENT_WITHDRAWN, "A withdrawn requirement does not change any more. State a new one.");
    }
}
