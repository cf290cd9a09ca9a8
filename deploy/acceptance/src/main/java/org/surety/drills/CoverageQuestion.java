package org.surety.drills;

import java.util.function.IntFunction;

/**
 * A question to priorities-service.
 *
 * @param path of the n-th time
 * @param body of the n-th time; null: it has none
 * @param every it is asked once in so many times
 */
record CoverageQuestion(String name, IntFunction<String> path, IntFunction<String> body, int every) {

    static CoverageQuestion get(String name, IntFunction<String> path) {
        return new CoverageQuestion(name, path, null, 1);
    }

    /** What steps would lead to. */
    static CoverageQuestion steps(String name, IntFunction<String> steps) {
        return new CoverageQuestion(name, i -> "/api/v1/scenario-evaluations",
                i -> "{\"series\":\"EXERCISE\",\"steps\":[" + steps.apply(i) + "]}", 1);
    }

    /** The same, asked a tenth as often: it takes long. */
    CoverageQuestion rarely() {
        return new CoverageQuestion(name, path, body, 10);
    }
}
