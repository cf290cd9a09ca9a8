package org.surety.commitments.readiness;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.ReadinessLevel;

/**
 * How ready a commitment is on a day.
 *
 * @param noticeDays from the call to readiness; absent unless READY_WITH_NOTICE
 * @param statedOn the day on which it was stated
 * @param validUntil the last day on which it can be relied on
 * @param freshness FRESH or STALE on the day asked for
 * @param statements how many had taken effect by then
 */
public record Readiness(ReadinessLevel level, Integer noticeDays, LocalDate statedOn, LocalDate validUntil, Freshness freshness,
        int statements) {

    /** By the statement that took effect last by the day, and of several of one day by the last one; null: none has. */
    public static Readiness on(List<ReadinessStatement> statements, LocalDate day) {
        List<ReadinessStatement> inEffect = statements.stream().filter(said -> !said.effectiveOn().isAfter(day)).toList();
        // Of equals the reduction keeps the later one.
        return inEffect.stream().reduce((one, next) -> next.effectiveOn().isBefore(one.effectiveOn()) ? one : next)
                .map(said -> new Readiness(said.level(), said.noticeDays(), said.doneOn(), said.validUntil(),
                        said.validUntil().isBefore(day) ? Freshness.STALE : Freshness.FRESH, inEffect.size()))
                .orElse(null);
    }

    /** Whether anybody can tell on that day how ready it is. */
    public static boolean isFresh(List<ReadinessStatement> statements, LocalDate day) {
        Readiness readiness = on(statements, day);
        return readiness != null && readiness.freshness() == Freshness.FRESH;
    }

    /** Whether anybody can tell by what holds on that day how long after a call it would be there; at once, when it is READY. */
    public static boolean hasNotice(List<ReadinessStatement> statements, LocalDate day) {
        Readiness readiness = on(statements, day);
        return readiness != null && (readiness.level() == ReadinessLevel.READY || readiness.noticeDays() != null);
    }
}
