package org.surety.priorities.scenario;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/**
 * Steps to be evaluated without being stored.
 *
 * @param asOf null: today
 * @param all whether requirements for which nothing changes are in the answer too; null: they are not
 */
record StepsToEvaluate(Series series, LocalDate asOf, Boolean all, List<Step> steps) {

    void check() {
        Steps.check(new Violations().check(series != null, "series", "must be one of " + List.of(Series.values())), steps).refuse();
    }
}
