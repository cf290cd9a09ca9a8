package org.surety.commitments.delivery;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.DeliveryStage;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;

/**
 * A stage that a delivery reached, as it stands in its row.
 *
 * @param day null when undisclosed
 * @param evidence from which it is known
 * @param notedOn the day on which it was recorded: by then it had been done
 */
record Step(DeliveryStage stage, LocalDate day, Undisclosed undisclosed, List<Source> evidence, LocalDate notedOn) {

    static Step of(DeliveryStage stage, DisclosedDay day, List<Source> evidence, LocalDate today) {
        return new Step(stage, day.day(), day.undisclosed(), evidence, today);
    }

    DisclosedDay disclosedDay() {
        return new DisclosedDay(day, undisclosed);
    }

    /** The day from which it is known to be so. */
    LocalDate since() {
        return day != null ? day : notedOn;
    }

    boolean agreesWith(DeliveryStage to, DisclosedDay on, List<Source> from) {
        return stage == to && disclosedDay().equals(on) && evidence.equals(from);
    }
}
