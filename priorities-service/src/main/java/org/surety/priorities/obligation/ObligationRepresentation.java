package org.surety.priorities.obligation;

import java.time.LocalDate;
import java.util.UUID;

import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;
import org.surety.contracts.Undisclosed;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a situation asks of a party, as of a day.
 *
 * @param exercise whether the situation is only played, and with it what is asked
 * @param trigger the kind of the situation
 * @param title what the commitment is called
 * @param party who
 * @param kind what
 * @param dueOn by when the party has to be ready: the day on which the promise wakes and its notice
 * @param state how far the party had come on the day
 * @param late whether it had to be ready before that day and was not
 * @param over whether the situation did not hold any more on the day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObligationRepresentation(UUID id, Series series, boolean exercise, UUID situation, SituationKind trigger,
        UUID commitment, String title,
        String party, Kind kind, PriorityCode priority, LocalDate wakesOn, DisclosedDay dueOn, ObligationStep state, boolean late,
        boolean over, LocalDate acknowledgedOn, LocalDate readyOn, LocalDate doneOn, long version) {

    static ObligationRepresentation from(Call c, LocalDate day) {
        return new ObligationRepresentation(c.id(), c.series(), c.exercise(), c.situation(), c.trigger(), c.commitment(), c.title(),
                c.party(),
                c.kind(), c.priority(), c.wakesOn(), new DisclosedDay(c.dueOn(), c.dueOn() == null ? Undisclosed.UNKNOWN : null),
                c.reachedBy(day), c.lateOn(day), c.over(), c.acknowledgedOn(), c.readyOn(), c.doneOn(), c.version());
    }
}
