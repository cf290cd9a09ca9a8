package org.surety.priorities.priority;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.PriorityState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a priority into the contract's record. That it was established stands in the migration that did it. */
final class PriorityEvents {

    private PriorityEvents() {
    }

    static NewChange amended(Priority priority, List<String> changed, LocalDate day) {
        PriorityState state = new PriorityState(priority.code(), priority.title(), priority.description());
        return NewChange.of("priority.amended", priority.code(), priority.version(), state, Label.openToAll(), day)
                .changing(changed, Reason.NEW_FACT);
    }
}
