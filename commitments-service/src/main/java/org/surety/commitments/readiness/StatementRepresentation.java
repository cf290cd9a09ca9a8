package org.surety.commitments.readiness;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;

import org.surety.contracts.ReadinessLevel;
import org.surety.kit.label.Reference;

/** A statement of readiness as it is answered. */
public record StatementRepresentation(UUID id, ReadinessLevel level, Integer noticeDays, Reference person, LocalDate doneOn,
        LocalDate effectiveOn, LocalDate validUntil, String source) {

    public static StatementRepresentation of(ReadinessStatement said, Predicate<UUID> visible) {
        return new StatementRepresentation(said.id(), said.level(), said.noticeDays(), Reference.to(said.person(), visible),
                said.doneOn(), said.effectiveOn(), said.validUntil(), said.source());
    }
}
