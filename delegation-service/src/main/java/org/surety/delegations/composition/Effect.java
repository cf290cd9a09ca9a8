package org.surety.delegations.composition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.surety.contracts.DisclosedInstant;

/**
 * From when a composition holds, resolved once from what was stated of it.
 *
 * @param instant from which the day comes; null where nobody stated one
 */
public record Effect(LocalDate day, Basis basis, Instant instant) {

    /** Where the day comes from. */
    public enum Basis {
        /** The moment at which it took effect. */
        EFFECTIVE,
        /** When it took effect is not known, but when it was announced. */
        ANNOUNCED,
        /** Neither is known. By the first day of the gathering it had happened, or by the day on which it was recorded. */
        GATHERING
    }

    /**
     * The effect of what was stated; where no moment is known, as late as it can have been.
     *
     * @param recordedOn the day on which the restructure was first recorded
     * @param gatheringStarts the first day of the gathering
     * @param formedOn the day of formation, before which it cannot have been; null: not known
     */
    public static Effect of(DisclosedInstant effectiveAt, DisclosedInstant announcedAt, LocalDate recordedOn,
            LocalDate gatheringStarts, LocalDate formedOn) {
        if (effectiveAt.instant() != null) {
            return new Effect(dayOf(effectiveAt.instant()), Basis.EFFECTIVE, effectiveAt.instant());
        }
        if (announcedAt.instant() != null) {
            return new Effect(dayOf(announcedAt.instant()), Basis.ANNOUNCED, announcedAt.instant());
        }
        LocalDate day = recordedOn.isBefore(gatheringStarts) ? recordedOn : gatheringStarts;
        return new Effect(formedOn != null && day.isBefore(formedOn) ? formedOn : day, Basis.GATHERING, null);
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
