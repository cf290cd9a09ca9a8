package org.surety.commitments.readiness;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;
import org.surety.contracts.ReadinessLevel;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/**
 * How ready a commitment is, to be stated.
 *
 * @param noticeDays 0 to 365, of READY_WITH_NOTICE and of nothing else
 * @param validUntil the last day on which it can be relied on, at most two years after doneOn
 * @param doneOn the day on which it was stated; today when left out
 * @param effectiveOn the day from which it is so; doneOn when left out
 * @param person who states it for the party; the id of a record of delegation-service
 * @param source may be absent
 */
public record ReadinessRequest(ReadinessLevel level, Integer noticeDays, LocalDate validUntil, LocalDate doneOn,
        LocalDate effectiveOn, UUID person, @Schema(description = ActRules.SOURCE) String source) {

    static final int MAX_NOTICE_DAYS = 365;

    /** Nobody knows today how ready it will be later than that. */
    static final int MAX_YEARS = 2;

    /** The statement; refuses what breaks a rule. */
    public ReadinessStatement statement(Series series, LocalDate today) {
        LocalDate done = doneOn == null ? today : doneOn;
        LocalDate effective = effectiveOn == null ? done : effectiveOn;
        Violations violations = ActRules.check(person, doneOn, source, series, today)
                .check(level != null, "level", "must be stated")
                .check(ActRules.isOrdinary(doneOn), "doneOn", ActRules.ORDINARY)
                .check(ActRules.isOrdinary(effectiveOn), "effectiveOn", ActRules.ORDINARY)
                .check(!effective.isBefore(done), "effectiveOn", "must not be before doneOn")
                .check(validUntil != null, "validUntil", "must be stated: the last day on which it can be relied on");
        if (validUntil != null) {
            violations.check(!validUntil.isBefore(effective), "validUntil", "must not be before it takes effect")
                    .check(!validUntil.isAfter(done.plusYears(MAX_YEARS)), "validUntil",
                            "must be at most " + MAX_YEARS + " years after it is stated");
        }
        notice(violations);
        violations.refuse();
        return new ReadinessStatement(UUID.randomUUID(), level, noticeDays, person, done, effective, validUntil, source);
    }

    private void notice(Violations violations) {
        if (level == ReadinessLevel.READY_WITH_NOTICE) {
            violations.check(noticeDays != null && noticeDays >= 0 && noticeDays <= MAX_NOTICE_DAYS, "noticeDays",
                    "must be stated, from 0 to " + MAX_NOTICE_DAYS);
        } else {
            violations.check(noticeDays == null, "noticeDays", "is for READY_WITH_NOTICE alone");
        }
    }
}
