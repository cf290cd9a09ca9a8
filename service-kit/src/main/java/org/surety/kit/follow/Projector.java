package org.surety.kit.follow;

import java.util.List;

/** Applies changes of one owner to what this service remembers of them. */
@FunctionalInterface
public interface Projector {

    /**
     * Applies the changes, which follow each other in the owner's log without a gap, set-based and in the current transaction, under the
     * viewer {@code system}. Idempotent: a version of a subject that is not newer than the one remembered changes nothing.
     */
    void apply(List<ReceivedChange> changes);

    /**
     * The same for a generation that nobody reads before it is complete: what follows from the rest may be left to {@link #complete}.
     */
    default void refill(List<ReceivedChange> changes) {
        apply(changes);
    }

    /**
     * Makes all that {@link #refill} may have left out from what is remembered, whatever stands there already; once, when the generation
     * takes its place.
     */
    default void complete() {
    }
}
