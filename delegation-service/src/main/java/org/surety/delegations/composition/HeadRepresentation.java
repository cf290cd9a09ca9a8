package org.surety.delegations.composition;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.surety.kit.label.Reference;

/** Who leads a delegation, as it is answered: a person may be one who is not released to the viewer. */
public record HeadRepresentation(Head.Kind kind, List<Reference> persons) {

    /** Null stays null: nothing is said. */
    public static HeadRepresentation of(Head head, Predicate<UUID> visible) {
        return head == null
                ? null
                : new HeadRepresentation(head.kind(), CompositionRepresentation.references(head.persons(), visible));
    }
}
