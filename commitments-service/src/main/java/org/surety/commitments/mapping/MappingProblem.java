package org.surety.commitments.mapping;

import java.util.List;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of files that cannot be read at all. */
enum MappingProblem implements ProblemType {
    UNREADABLE_FILE(400, "The file cannot be read"), COLUMNS_DO_NOT_MATCH(400,
            "The columns of the file are not those of the mapping");

    private final int status;
    private final String title;

    MappingProblem(int status, String title) {
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

    static Problem unreadable(String detail) {
        return new Problem(UNREADABLE_FILE, detail);
    }

    static Problem columns(String mapping, List<Problem.Violation> wrong) {
        return new Problem(COLUMNS_DO_NOT_MATCH, wrong.size() + " columns differ from the mapping " + mapping + "; the first: "
                + wrong.get(0).field() + " " + wrong.get(0).message(), wrong);
    }
}
