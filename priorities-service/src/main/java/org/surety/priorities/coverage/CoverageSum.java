package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.surety.contracts.PriorityCode;

/**
 * What is summed on a day of one party.
 *
 * @param requirement null: of commitments that name none; then there is a priority
 * @param what a {@link org.surety.priorities.assessment.Stage} or a {@link org.surety.priorities.assessment.Shortfall}
 * @param wakes what it sleeps until, with commas; null: it does not sleep
 */
public record CoverageSum(UUID requirement, PriorityCode priority, String party, String what, String wakes, BigDecimal quantity,
        long commitments, long undisclosed) {

    /** Any one of them wakes it. */
    List<String> triggers() {
        return wakes == null ? List.of() : Arrays.asList(wakes.split(","));
    }

    public boolean isAwake(Set<String> inForce) {
        return wakes == null || triggers().stream().anyMatch(inForce::contains);
    }
}
