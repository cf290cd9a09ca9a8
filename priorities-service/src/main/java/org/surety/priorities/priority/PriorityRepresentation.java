package org.surety.priorities.priority;

import org.surety.contracts.PriorityCode;
import org.surety.kit.label.Label;

/** A priority as it is answered. The five are public. */
public record PriorityRepresentation(PriorityCode code, String title, String description, Label.Representation label,
        long version) {

    static PriorityRepresentation from(Priority priority) {
        return new PriorityRepresentation(priority.code(), priority.title(), priority.description(),
                Label.openToAll().representation(), priority.version());
    }
}
