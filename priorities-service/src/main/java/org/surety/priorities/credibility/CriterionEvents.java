package org.surety.priorities.credibility;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.CriterionState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a criterion into the contract's record. That it was established stands in the migration that did it. */
final class CriterionEvents {

    private CriterionEvents() {
    }

    static NewChange amended(Criterion criterion, Label label, List<String> changed, LocalDate day) {
        CriterionState state = new CriterionState(criterion.code(), criterion.series(), criterion.kind(), criterion.title(),
                criterion.priority(), criterion.attributes(), criterion.atLeast(), criterion.percent(), criterion.isEnabled());
        return NewChange.of("criterion.amended", criterion.code(), criterion.version(), state, label, day).changing(changed,
                Reason.NEW_FACT);
    }
}
