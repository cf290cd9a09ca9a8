package org.surety.priorities.scenario;

import java.util.List;

import org.surety.contracts.ScenarioState.Step;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of scenarios. */
enum ScenarioProblem implements ProblemType {
    CONTRADICTING_STEPS(409, "Two steps of the scenario contradict each other");

    private final int status;
    private final String title;

    ScenarioProblem(int status, String title) {
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

    static Problem contradicting(int first, Step one, int second, Step other) {
        String detail = "steps[" + first + "] (" + one.step() + ") and steps[" + second + "] (" + other.step() + ") "
                + (one.step() == other.step() ? "say something of the same twice." : "cannot both be.");
        return new Problem(CONTRADICTING_STEPS, detail,
                List.of(new Problem.Violation("steps[" + first + "]", "contradicts steps[" + second + "]"),
                        new Problem.Violation("steps[" + second + "]", "contradicts steps[" + first + "]")));
    }
}
