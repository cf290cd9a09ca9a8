package org.surety.release.audit;

import java.util.List;

import org.surety.kit.problem.KitProblem;
import org.surety.kit.problem.Problem;

/** The row of a read is not committed in time, or cannot be: the answer is not given. */
class ReadNotRecorded extends Problem {

    private static final String RETRY_AFTER_SECONDS = "2";

    ReadNotRecorded() {
        super(KitProblem.TEMPORARILY_UNAVAILABLE, builder(KitProblem.TEMPORARILY_UNAVAILABLE,
                "Every read is recorded before it is answered, and this one could not be. Ask again.", List.of())
                .withHeader("Retry-After", RETRY_AFTER_SECONDS));
    }
}
