package org.surety.priorities.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.CaveatKind;
import org.surety.contracts.Kind;
import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.ScenarioStepKind;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;
import org.surety.kit.label.Label;
import org.surety.kit.label.Reference;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A scenario as it is answered.
 *
 * @param party absent: it is the coordinator's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScenarioRepresentation(UUID id, String party, Series series, String title, List<StepRepresentation> steps,
        Label.Representation label, long version) {

    /**
     * A step, for one viewer.
     *
     * @param title what the commitment, the approval or the requirement is called
     * @param effective whether it has an effect for the viewer: what it names stands and is released to them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepRepresentation(ScenarioStepKind step, String party, Reference commitment, Reference approval,
            SituationKind situation, Reference requirement, String title, BigDecimal quantity, Kind kind, Boolean assured,
            CaveatKind caveat,
            LocalDate from, LocalDate until, boolean effective) {

        static StepRepresentation of(Step step, StepRecords.Known known) {
            return new StepRepresentation(step.step(), step.party(), known.to(step.commitment()), known.to(step.approval()),
                    step.situation(), known.to(step.requirement()), known.title(step), step.quantity(), step.kind(),
                    step.assured(), step.caveat(), step.from(), step.until(), known.hasAll(step));
        }
    }

    static ScenarioRepresentation of(Scenario scenario, Label label, StepRecords.Known known) {
        return new ScenarioRepresentation(scenario.id(), scenario.party(), scenario.series(), scenario.title(),
                steps(scenario.steps(), known), label.representation(), scenario.version());
    }

    static List<StepRepresentation> steps(List<Step> steps, StepRecords.Known known) {
        return steps.stream().map(step -> StepRepresentation.of(step, known)).toList();
    }
}
