package org.surety.priorities.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.Violations;
import org.surety.priorities.scenario.ScenarioEvaluation.One;
import org.surety.priorities.stating.Days;
import org.surety.priorities.whatif.WhatIfService;

/** Evaluates scenarios, stored or not. It reads and never writes. */
@ApplicationScoped
class ScenarioEvaluationService {

    private final ScenarioRepository scenarios;
    private final StepRecords records;
    private final WhatIfService whatIf;
    private final Today today;

    ScenarioEvaluationService(ScenarioRepository scenarios, StepRecords records, WhatIfService whatIf, Today today) {
        this.scenarios = scenarios;
        this.records = records;
        this.whatIf = whatIf;
        this.today = today;
    }

    /** @param with another one to be laid beside it; null: none */
    @Transactional
    ScenarioEvaluation evaluate(UUID id, UUID with, LocalDate asOf, boolean all) {
        LocalDate day = day(asOf);
        Scenario scenario = scenarios.require(id);
        List<One> evaluations = new ArrayList<>(List.of(one(scenario, day)));
        if (with != null) {
            Scenario other = scenarios.findByIdOptional(with)
                    .orElseThrow(() -> new InvalidRequest("with", "is not there, or is not released to you"));
            if (other.series() != scenario.series()) {
                throw new InvalidRequest("with", "must be of the same series");
            }
            evaluations.add(one(other, day));
        }
        return ScenarioEvaluation.of(scenario.series(), day, all, evaluations);
    }

    @Transactional
    ScenarioEvaluation evaluate(StepsToEvaluate asked) {
        asked.check();
        LocalDate day = day(asked.asOf());
        records.require(asked.steps(), asked.series());
        return ScenarioEvaluation.of(asked.series(), day, Boolean.TRUE.equals(asked.all()),
                List.of(one(null, null, asked.series(), asked.steps(), day)));
    }

    private LocalDate day(LocalDate asOf) {
        Days.check(new Violations(), asOf, "asOf").refuse();
        return asOf == null ? today.day() : asOf;
    }

    private One one(Scenario scenario, LocalDate day) {
        return one(scenario.id(), scenario.title(), scenario.series(), scenario.steps(), day);
    }

    private One one(UUID id, String title, Series series, List<Step> steps, LocalDate day) {
        StepRecords.Known known = records.of(steps, series);
        return One.of(id, title, ScenarioRepresentation.steps(steps, known),
                whatIf.evaluate(series, day, steps.stream().filter(known::hasAll).toList()));
    }
}
