package org.surety.priorities.coverage;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of coverage. */
enum CoverageProblem implements ProblemType {
    TOO_MANY_MONTHS(400, "More months are asked for than one answer has"), TOO_MANY_DAYS(400,
            "More days are asked for than one answer has");

    private final int status;
    private final String title;

    CoverageProblem(int status, String title) {
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

    static Problem tooManyDays(int most) {
        return new Problem(TOO_MANY_DAYS,
                "An answer has at most " + most + " days. Ask for fewer, and again until an earlier one.");
    }

    static Problem tooManyMonths(int most) {
        return new Problem(TOO_MANY_MONTHS,
                "An answer has at most " + most + " months. Ask for fewer, and again from a later one.");
    }
}
