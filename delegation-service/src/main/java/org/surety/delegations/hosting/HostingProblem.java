package org.surety.delegations.hosting;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of what a host decides. */
enum HostingProblem implements ProblemType {
    // One a line, whatever the formatter thinks of it.
    // @formatter:off
    NOT_THE_HOST(403, "Only the host of the gathering decides this"),
    GATHERING_CANCELLED(409, "The gathering is cancelled");
    // @formatter:on

    private final int status;
    private final String title;

    HostingProblem(int status, String title) {
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

    static Problem notTheHost(String host) {
        return new Problem(NOT_THE_HOST, "The host of this gathering is " + host + ": only an editor of " + host + " decides.");
    }

    static Problem cancelled() {
        return new Problem(GATHERING_CANCELLED, "A gathering that does not take place takes no accreditations and no credentials.");
    }
}
