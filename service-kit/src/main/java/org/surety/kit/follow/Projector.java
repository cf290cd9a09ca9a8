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
}
