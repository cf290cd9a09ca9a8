package org.surety.priorities.question;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of open questions. */
enum QuestionProblem implements ProblemType {
    QUESTION_ACT_NOT_ALLOWED(409, "The question does not allow this act");

    private final int status;
    private final String title;

    QuestionProblem(int status, String title) {
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

    static Problem notAllowed(String act, boolean resolved) {
        return new Problem(QUESTION_ACT_NOT_ALLOWED,
                "A question that is " + (resolved ? "resolved" : "open") + " allows no " + act + ".");
    }

    static Problem tooOften(int limit) {
        return new Problem(QUESTION_ACT_NOT_ALLOWED,
                "It has been resolved and reopened " + limit + " times, which is the most. Raise another question.");
    }
}
