package org.surety.delegations.composition;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * One restructure in the timeline of a delegation.
 *
 * @param place the version of the delegation in which it was first recorded: a correction has the place of what it corrects
 * @param composition what the delegation consists of from then on
 * @param corrects the step that counts no longer because of this one; may be null
 */
public record Step(UUID id, Effect effect, long place, Composition composition, UUID corrects) {

    /**
     * By the day, then by the moment it comes from, then as recorded. What has no moment comes after what has one: it is dated by the day
     * until which it had happened at the latest.
     */
    static final Comparator<Step> IN_TIME = Comparator.<Step, java.time.LocalDate>comparing(step -> step.effect().day())
            .thenComparing(step -> step.effect().instant(), Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Step::place);
}
