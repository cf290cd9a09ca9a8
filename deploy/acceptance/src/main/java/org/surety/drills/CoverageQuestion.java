package org.surety.drills;

import java.util.function.IntFunction;

/**
 * A question to priorities-service.
 *
 * @param path of the n-th time
 * @param body of the n-th time; null: it has none
 */
record CoverageQuestion(String name, IntFunction<String> path, IntFunction<String> body) {

    static CoverageQuestion get(String name, IntFunction<String> path) {
        return new CoverageQuestion(name, path, null);
    }

    /** What steps would lead to. */
    static CoverageQuestion steps(String name, IntFunction<String> steps) {
        return new CoverageQuestion(name, i -> "/api/v1/scenario-evaluations",
                i -> "{\"series\":\"EXERCISE\",\"steps\":[" + steps.apply(i) + "]}");
    }
}
