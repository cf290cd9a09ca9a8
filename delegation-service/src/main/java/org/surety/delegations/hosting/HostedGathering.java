package org.surety.delegations.hosting;

import java.util.UUID;

import org.surety.delegations.gathering.GatheringProblem;

/**
 * A gathering as its host answers for it.
 *
 * @param hostOfTheCoalition whether what is released to the coalition is released to the host today
 */
public record HostedGathering(UUID id, String host, boolean hostOfTheCoalition, boolean cancelled) {

    /** Refuses what makes no sense at a gathering that does not take place. */
    public void requireTakingPlace() {
        if (cancelled) {
            throw GatheringProblem.takesNobody();
        }
    }
}
