package org.surety.priorities.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.surety.contracts.Series;
import org.surety.priorities.scenario.ScenarioRepresentation.StepRepresentation;
import org.surety.priorities.whatif.Outcome;
import org.surety.priorities.whatif.Outcome.OfRequirement;
import org.surety.priorities.whatif.Wave;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What scenarios lead to on a day, from the data of now and as far as it is released to the viewer. Nothing of it is so.
 *
 * @param note what must be known before reading on; absent for the real series
 * @param evaluations one, or two side by side: then both have the requirements in which either differs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScenarioEvaluation(Series series, String note, LocalDate asOf, List<One> evaluations) {

    private static final String EXERCISE_NOTE = "This is an exercise. Parties, requirements and promises are invented; no real state has promised any of it.";

    /**
     * @param scenario absent: it is not stored
     * @param unchanged how many requirements are not in the answer, because nothing changes for them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(UUID scenario, String title, List<StepRepresentation> steps, List<OfRequirement> requirements, long unchanged,
            List<Wave> cascade) {

        static One of(UUID scenario, String title, List<StepRepresentation> steps, Outcome outcome) {
            return new One(scenario, title, steps, outcome.requirements(), 0, outcome.cascade());
        }

        private One narrowed(Set<UUID> differing) {
            List<OfRequirement> shown = requirements.stream().filter(one -> differing.contains(one.requirement())).toList();
            return new One(scenario, title, steps, shown, requirements.size() - (long) shown.size(), cascade);
        }
    }

    /** @param all whether requirements for which nothing changes are in the answer too */
    static ScenarioEvaluation of(Series series, LocalDate day, boolean all, List<One> evaluations) {
        Set<UUID> differing = evaluations.stream().flatMap(one -> one.requirements().stream())
                .filter(one -> all || one.differs()).map(OfRequirement::requirement).collect(Collectors.toSet());
        return new ScenarioEvaluation(series, series == Series.EXERCISE ? EXERCISE_NOTE : null, day,
                evaluations.stream().map(one -> one.narrowed(differing)).toList());
    }
}
