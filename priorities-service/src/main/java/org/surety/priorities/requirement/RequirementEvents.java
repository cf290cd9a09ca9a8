package org.surety.priorities.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.RequirementState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a requirement into the contract's record. */
final class RequirementEvents {

    private RequirementEvents() {
    }

    static NewChange stated(Requirement requirement, Label label, LocalDate day) {
        return change("requirement.stated", requirement, label, day);
    }

    static NewChange amended(Requirement requirement, Label label, List<String> changed, LocalDate day) {
        return change("requirement.amended", requirement, label, day).changing(changed, Reason.NEW_FACT);
    }

    static NewChange withdrawn(Requirement requirement, Label label, List<String> changed, LocalDate day) {
        return change("requirement.withdrawn", requirement, label, day).changing(changed, Reason.NEW_FACT);
    }

    private static NewChange change(String type, Requirement requirement, Label label, LocalDate day) {
        RequirementState state = new RequirementState(requirement.id(), requirement.series(), requirement.priority(),
                requirement.title(), requirement.unit(), requirement.quantity(), requirement.minimum(), requirement.domain(),
                requirement.place(), requirement.from(), requirement.until(), requirement.kinds(), requirement.bindingForm(),
                requirement.attributeRule(), requirement.isWithdrawn(), requirement.withdrawalReason(), requirement.host(),
                requirement.rotationFactor().compareTo(BigDecimal.ONE) == 0 ? null : requirement.rotationFactor(),
                orNull(requirement.phases()), orNull(requirement.attributeRules()));
        return NewChange.of(type, requirement.id(), requirement.version(), state, label, day);
    }

    private static <T> List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
