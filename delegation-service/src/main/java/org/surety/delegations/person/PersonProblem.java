package org.surety.delegations.person;

import java.time.LocalDate;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of persons. */
enum PersonProblem implements ProblemType {
    PERSON_ERASED(409, "The person has been erased");

    private final int status;
    private final String title;

    PersonProblem(int status, String title) {
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

    static Problem erased(LocalDate day) {
        return new Problem(PERSON_ERASED, "Name and post were erased on " + day + ". The record stays as it is.");
    }
}
