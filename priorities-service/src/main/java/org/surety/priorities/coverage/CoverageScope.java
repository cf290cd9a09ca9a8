package org.surety.priorities.coverage;

import org.surety.contracts.Domain;
import org.surety.contracts.PriorityCode;
import org.surety.priorities.priority.PriorityRepresentation;
import org.surety.priorities.requirement.RequirementRepresentation;

/** Of which part of what is needed coverage is asked; null: of all. */
record CoverageScope(PriorityCode priority, Domain domain) {

    boolean has(PriorityRepresentation one) {
        return priority == null || priority == one.code();
    }

    boolean has(RequirementRepresentation one) {
        return (priority == null || priority == one.priority()) && (domain == null || domain == one.domain());
    }

    /** Commitments that name no requirement have no domain. */
    boolean hasWithoutRequirement() {
        return domain == null;
    }
}
