package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.util.UUID;

import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;

/**
 * What the viewer may see of the contributions of one kind at one stage on a day: to a requirement, or to a priority where the commitments
 * name no requirement.
 *
 * @param quantity in the requirement's unit, of the contributions that state one
 * @param undisclosed of the commitments, how many do not
 */
record CoverageSum(UUID requirement, PriorityCode priority, Kind kind, Stage stage, BigDecimal quantity, long commitments,
        long undisclosed) {
}
