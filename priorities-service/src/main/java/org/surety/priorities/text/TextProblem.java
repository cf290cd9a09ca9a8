package org.surety.priorities.text;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of the texts of priorities. */
enum TextProblem implements ProblemType {
    TEXT_RECORDED(409, "This version of the text is recorded already");

    private final int status;
    private final String title;

    TextProblem(int status, String title) {
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

    static Problem recorded(int number, String language) {
        return new Problem(TEXT_RECORDED,
                "Version " + number + " in " + language
                        + " says something else, and what was recorded stays. Give it another number.");
    }
}
