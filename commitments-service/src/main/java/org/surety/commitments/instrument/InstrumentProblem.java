package org.surety.commitments.instrument;

import java.util.Collection;

import org.surety.kit.label.Label;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of instruments; both are those of commitments too. */
enum InstrumentProblem implements ProblemType {
    ACT_NOT_ALLOWED(409, "The state of the record does not allow this act"), RELEASED_TOO_WIDELY(409,
            "The record would be released wider than one it depends on");

    private final int status;
    private final String title;

    InstrumentProblem(int status, String title) {
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

    static Problem notAllowed(String why, Collection<String> allowed) {
        return new Problem(ACT_NOT_ALLOWED, why + " Allowed: " + String.join(", ", allowed) + ".");
    }

    static Problem tooWideForGrant(Label grant) {
        return new Problem(RELEASED_TOO_WIDELY, "The authority of an act rests on a grant that is released as " + text(grant)
                + ". Release the instrument to no more than that.");
    }

    static Problem tooNarrowForCommitment(Label commitment) {
        return new Problem(RELEASED_TOO_WIDELY, "A commitment under this instrument is released as " + text(commitment)
                + ". Release the instrument to no less than that.");
    }

    private static String text(Label label) {
        return label.release() + (label.parties().isEmpty() ? "" : " to " + String.join(", ", label.parties()));
    }
}
