package org.surety.priorities.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;

/**
 * What one party gives by one commitment to one requirement, and on which days it counts as what: a row of {@code coverage_part}.
 *
 * @param requirementId null: it names none; then it has a priority
 * @param lead the party whose commitment it is
 * @param element by its name; null: it is no named element
 * @param quantity in the unit of the requirement; null: none of it is known
 * @param undisclosed 1 when some of it is undisclosed, else 0
 * @param amountsAudienceId who may see the quantity; null: who may see the commitment
 */
public record Worth(UUID commitment, Series series, UUID requirementId, PriorityCode priority, String party, String lead,
        String element, BigDecimal quantity, int undisclosed, int audienceId, Integer amountsAudienceId, List<Counted> counted) {
}
