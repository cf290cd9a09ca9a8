package org.surety.kit.problem;

import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** An error that a client can act on, as an exception that states the fact. Answered as RFC 9457 {@code application/problem+json}. */
public class Problem extends HttpProblem {

    private final ProblemType problemType;

    /** A field that breaks a rule. */
    public record Violation(String field, String message) {
    }

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public Problem(ProblemType type, String detail, List<Violation> violations) {
        this(type, builder(type, detail, violations));
    }

    /** For a problem with members of its own. */
    protected Problem(ProblemType type, Builder builder) {
        super(builder);
        this.problemType = type;
    }

    protected static Builder builder(ProblemType type, String detail, List<Violation> violations) {
        Builder builder = HttpProblem.builder().withType(type.uri()).withTitle(type.title()).withStatus(type.status())
                .withDetail(detail);
        return violations.isEmpty() ? builder : builder.with("violations", violations);
    }

    public ProblemType problemType() {
        return problemType;
    }

    /** A client's error is no news for the log; without a trace it costs little. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
