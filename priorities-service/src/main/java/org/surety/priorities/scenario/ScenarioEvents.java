package org.surety.priorities.scenario;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.ScenarioState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a scenario into the contract's record. */
final class ScenarioEvents {

    private ScenarioEvents() {
    }

    static NewChange drawn(Scenario scenario, Label label, LocalDate day) {
        return NewChange.of("scenario.drawn", scenario.id(), scenario.version(), state(scenario), label, day);
    }

    static NewChange redrawn(Scenario scenario, Label label, List<String> changed, LocalDate day) {
        return NewChange.of("scenario.redrawn", scenario.id(), scenario.version(), state(scenario), label, day).changing(changed,
                Reason.NEW_FACT);
    }

    /** The version after the last one, though the row is gone: the log ends with it. */
    static NewChange deleted(Scenario scenario, Label label, LocalDate day) {
        return NewChange.of("scenario.deleted", scenario.id(), scenario.version() + 1, state(scenario), label, day);
    }

    private static ScenarioState state(Scenario scenario) {
        return new ScenarioState(scenario.id(), scenario.party(), scenario.series(), scenario.title(), scenario.steps());
    }
}
