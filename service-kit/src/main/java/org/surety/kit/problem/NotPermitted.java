package org.surety.kit.problem;

/** The policy does not let this actor do this. */
public class NotPermitted extends Problem {

    public NotPermitted(String detail) {
        super(KitProblem.NOT_PERMITTED, detail);
    }
}
