package org.surety.commitments.total;

import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of totals. */
enum TotalProblem implements ProblemType {
    NO_RATE_RECORDED(409, "No rate of this currency is recorded");

    private final int status;
    private final String title;

    TotalProblem(int status, String title) {
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

    static Problem noRate(String currency) {
        return new Problem(NO_RATE_RECORDED,
                "No commitment of this series and state that is released to you states a rate of " + currency
                        + ", or a value both in " + currency + " and in euro. Choose another currency, or ask for values in euro.");
    }
}
