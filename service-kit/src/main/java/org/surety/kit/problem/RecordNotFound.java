package org.surety.kit.problem;

/** There is no such record, or the viewer may not know that there is: the two answers are the same. */
public class RecordNotFound extends Problem {

    public RecordNotFound() {
        super(KitProblem.NOT_FOUND, "There is no such record, or it is not released to you.");
    }
}
