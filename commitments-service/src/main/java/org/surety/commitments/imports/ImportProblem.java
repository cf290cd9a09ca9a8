package org.surety.commitments.imports;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of imports. */
enum ImportProblem implements ProblemType {
    IMPORT_NOT_STORED(409, "The import has stored nothing that could be taken back");

    private final int status;
    private final String title;

    ImportProblem(int status, String title) {
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

    static Problem notStored(ImportJob job) {
        return new Problem(IMPORT_NOT_STORED,
                job.dryRun() ? "It was a dry run." : "It is " + job.state() + ". Only what is done can be taken back.");
    }
}
