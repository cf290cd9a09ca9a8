package org.surety.delegations.composition;

import java.util.List;
import java.util.UUID;

/**
 * Who leads a delegation.
 *
 * @param persons one when SINGLE, two or more when JOINT, none when UNDISCLOSED
 */
public record Head(Kind kind, List<UUID> persons) {

    /** How a delegation is led. */
    public enum Kind {
        SINGLE, JOINT, UNDISCLOSED
    }

    public Head {
        persons = persons == null ? List.of() : persons;
    }

    public static Head undisclosed() {
        return new Head(Kind.UNDISCLOSED, List.of());
    }

    public boolean keepsItsKind() {
        return kind != null && switch (kind) {
            case SINGLE -> persons.size() == 1;
            case JOINT -> persons.size() >= 2;
            case UNDISCLOSED -> persons.isEmpty();
        };
    }
}
