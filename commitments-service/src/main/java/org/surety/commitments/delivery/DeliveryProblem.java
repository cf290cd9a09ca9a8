package org.surety.commitments.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.surety.contracts.DeliveryStage;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.ProblemType;

/** The problem types of deliveries. */
enum DeliveryProblem implements ProblemType {
    // One a line, whatever the formatter thinks of it.
    // @formatter:off
    DELIVERY_ACT_NOT_ALLOWED(409, "The delivery's stage does not allow this act"),
    TOO_MANY_DELIVERIES(409, "The commitment has as many deliveries as it can have");
    // @formatter:on

    private final int status;
    private final String title;

    DeliveryProblem(int status, String title) {
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

    static Problem notAllowed(String act, String stage, List<String> allowed) {
        return new Problem(DELIVERY_ACT_NOT_ALLOWED, "A delivery that is " + stage + " allows no " + act + ". Allowed: "
                + (allowed.isEmpty() ? "nothing" : String.join(", ", allowed)) + ".");
    }

    static Problem noWayTo(DeliveryStage to, DeliveryStage from) {
        String ahead = Arrays.stream(DeliveryStage.values()).filter(stage -> stage.compareTo(from) > 0).map(Enum::name)
                .collect(Collectors.joining(", "));
        return new Problem(DELIVERY_ACT_NOT_ALLOWED, "A delivery that is " + from + " moves forward alone, not to " + to
                + ". Allowed: movements to " + ahead + ".");
    }

    static Problem tooMany(int limit) {
        return new Problem(TOO_MANY_DELIVERIES, "A commitment has at most " + limit
                + " deliveries. State further ones together, or under a further commitment.");
    }
}
