package org.surety.commitments.approval;

import java.util.Collection;

import org.surety.contracts.ApprovalStatus;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of approvals. */
enum ApprovalProblem implements ProblemType {
    STEP_NOT_ALLOWED(409, "The approval does not allow this step"), LABEL_NARROWED(409,
            "The label of an approval is only ever widened");

    private final int status;
    private final String title;

    ApprovalProblem(int status, String title) {
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

    static Problem notAllowed(Step step, ApprovalStatus status, Collection<StepKind> allowed) {
        return new Problem(STEP_NOT_ALLOWED, "An approval that is " + status + " on " + step.doneOn() + " allows no " + step.kind()
                + ". Allowed: " + (allowed.isEmpty() ? "nothing" : String.join(", ", allowed.stream().map(Enum::name).toList()))
                + ".");
    }

    static Problem narrowed() {
        return new Problem(LABEL_NARROWED, "Commitments of others may rest on it. Release it to no less than now, or close it and "
                + "record another one.");
    }
}
