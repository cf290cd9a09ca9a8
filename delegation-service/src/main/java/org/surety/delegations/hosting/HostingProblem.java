package org.surety.delegations.hosting;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of what a host decides. */
enum HostingProblem implements ProblemType {
    NOT_THE_HOST(403, "Only the host of the gathering decides this");

    private final int status;
    private final String title;

    HostingProblem(int status, String title) {
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

    static Problem notTheHost(String host) {
        return new Problem(NOT_THE_HOST, "The host that was asked is " + host + ": only an editor of " + host + " decides.");
    }
}
