package org.surety.priorities.position;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of positions. */
enum PositionProblem implements ProblemType {
    POSITION_OF_ANOTHER_PARTY(403, "A party states its own position only"), POSITION_WITHDRAWN(409, "The position is withdrawn");

    private final int status;
    private final String title;

    PositionProblem(int status, String title) {
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

    static Problem ofAnother(String party) {
        return new Problem(POSITION_OF_ANOTHER_PARTY, "How " + party + " stands only an editor of " + party + " states.");
    }

    static Problem withdrawn() {
        return new Problem(POSITION_WITHDRAWN, "A withdrawn position does not change any more. State a new one.");
    }
}
