package org.surety.priorities.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.priorities.priority.PriorityService;
import org.surety.priorities.requirement.RequirementService;

/** Reads coverage. */
@ApplicationScoped
class CoverageService {

    private final PriorityService priorities;
    private final RequirementService requirements;
    private final CoverageRepository sums;
    private final Today today;

    CoverageService(PriorityService priorities, RequirementService requirements, CoverageRepository sums, Today today) {
        this.priorities = priorities;
        this.requirements = requirements;
        this.sums = sums;
        this.today = today;
    }

    /** The coverage of today, as far as it is released to the viewer. */
    @Transactional
    CoverageRepresentation read(Series series) {
        return new Coverage(priorities.listFive(), requirements.listStanding(series), sums.sums(series, today.day()),
                sums.earlierSupport(series)).represent(series, today.day());
    }
}
