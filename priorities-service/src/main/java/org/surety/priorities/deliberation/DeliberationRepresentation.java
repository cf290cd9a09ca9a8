package org.surety.priorities.deliberation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.DeliberationStage;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/**
 * A step of a deliberation as it is answered.
 *
 * @param steppedBack whether it leads back from the step before it, of those that the viewer sees
 */
public record DeliberationRepresentation(UUID id, Series series, PriorityCode priority, DeliberationStage state, LocalDate from,
        List<String> leads, boolean steppedBack, String reason, String source, Label.Representation label, long version) {

    static DeliberationRepresentation of(Deliberation step, Deliberation before, Label label) {
        return new DeliberationRepresentation(step.id(), step.series(), step.priority(), step.state(), step.from(), step.leads(),
                step.stepsBackFrom(before), step.reason(), step.source(), label.representation(), step.version());
    }
}
