package org.surety.gateway.problem;

/**
 * Carries a problem to the one place that writes it. Has no stack trace: a refusal is an answer, not a fault, and an attacker
 * must not be able to make the gateway fill stack traces.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.type().type(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
