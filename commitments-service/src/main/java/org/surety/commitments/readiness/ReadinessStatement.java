package org.surety.commitments.readiness;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import org.surety.contracts.CommitmentState;
import org.surety.contracts.ReadinessLevel;

/**
 * How ready it is, as a person of the party states it for a time. The same again with a later last day is a reconfirmation.
 *
 * @param noticeDays of READY_WITH_NOTICE; null otherwise
 * @param effectiveOn from this day on
 * @param validUntil the last day on which it can be relied on
 * @param source may be null
 */
public record ReadinessStatement(UUID id, ReadinessLevel level, Integer noticeDays, UUID person, LocalDate doneOn,
        LocalDate effectiveOn, LocalDate validUntil, String source) {

    /** Whether the other one says the same, under whatever id. */
    public boolean agreesWith(ReadinessStatement other) {
        return level == other.level && Objects.equals(noticeDays, other.noticeDays) && person.equals(other.person)
                && doneOn.equals(other.doneOn) && effectiveOn.equals(other.effectiveOn) && validUntil.equals(other.validUntil)
                && Objects.equals(source, other.source);
    }

    public CommitmentState.Readiness published() {
        return new CommitmentState.Readiness(id, level, noticeDays, person, doneOn, effectiveOn, validUntil);
    }
}
