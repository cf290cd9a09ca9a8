package org.surety.delegations.accreditation;

import java.util.List;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of accreditations. */
enum AccreditationProblem implements ProblemType {
    // One a line, whatever the formatter thinks of it.
    // @formatter:off
    ACCREDITATION_EXISTS(409, "The person has an open accreditation with this delegation"),
    ACCREDITATION_ACT_NOT_ALLOWED(409, "The accreditation's state does not allow this act");
    // @formatter:on

    private final int status;
    private final String title;

    AccreditationProblem(int status, String title) {
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

    static Problem exists() {
        return new Problem(ACCREDITATION_EXISTS,
                "This person is accredited with the delegation, or the host has been asked already. "
                        + "Find it with GET /api/v1/accreditations?delegation=...");
    }

    static Problem notAllowed(String act, Accreditation.Status status, List<String> allowed) {
        return new Problem(ACCREDITATION_ACT_NOT_ALLOWED, "An accreditation that is " + status + " allows no " + act + ". Allowed: "
                + (allowed.isEmpty() ? "nothing" : String.join(", ", allowed)) + ".");
    }
}
