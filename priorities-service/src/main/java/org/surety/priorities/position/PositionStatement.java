package org.surety.priorities.position;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.Stance;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;
import org.surety.priorities.stating.FreeText;

/**
 * A position as its party states it, and what PUT replaces of one.
 *
 * @param party the party of the token, which may be left out
 * @param priority to be stated in a new one; in PUT it may be left out or said again
 * @param reservation of SUPPORTS_WITH_RESERVATION
 * @param statedOn the day from which the party stands so; null: today, and in PUT the day that is known
 */
record PositionStatement(String party, PriorityCode priority, Stance stance,
        @Schema(description = "What the support depends on, at most 2,000 characters; of SUPPORTS_WITH_RESERVATION, and of no other. "
                + FreeText.NO_NAMES) String reservation,
        LocalDate statedOn, @Schema(description = FreeText.SOURCE) String source, Label.Representation label) {

    void checkNew(Series series, LocalDate today) {
        check(new Violations().check(priority != null, "priority", "must be one of " + List.of(PriorityCode.values())), series,
                today);
    }

    /** Checks what PUT brings for a position on that priority. */
    void checkCorrection(PriorityCode settled, Series series, LocalDate today) {
        check(new Violations().check(priority == null || priority == settled, "priority",
                "is settled as " + settled + "; withdraw the position and state a new one"), series, today);
    }

    private void check(Violations violations, Series series, LocalDate today) {
        boolean reserved = stance == Stance.SUPPORTS_WITH_RESERVATION;
        violations.check(stance != null, "stance", "must be one of " + List.of(Stance.values()))
                .check(stance == null || reserved == (reservation != null && !reservation.isBlank()), "reservation",
                        "must be stated where the stance is SUPPORTS_WITH_RESERVATION, and only there")
                .optionalText(reservation, "reservation", Violations.MAX_TEXT)
                .optionalText(source, "source", Violations.MAX_TEXT).check(label != null, "label", "must be stated");
        Days.checkPast(violations, statedOn, "statedOn", series, today).refuse();
    }
}
