package org.surety.delegations.credentials;

import java.util.List;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of credentials. */
enum CredentialsProblem implements ProblemType {
    CREDENTIALS_ACT_NOT_ALLOWED(409, "The credentials' state does not allow this act");

    private final int status;
    private final String title;

    CredentialsProblem(int status, String title) {
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

    static Problem notAllowed(String act, Credentials.Status status, List<String> allowed) {
        return new Problem(CREDENTIALS_ACT_NOT_ALLOWED, "Credentials that are " + status + " allow no " + act + ". Allowed: "
                + (allowed.isEmpty() ? "nothing" : String.join(", ", allowed)) + ".");
    }
}
