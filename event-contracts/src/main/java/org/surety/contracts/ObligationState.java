package org.surety.contracts;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of what a party has said of an obligation, that is of its part of a commitment which a situation has called. Events
 * {@code obligation.acknowledged}, {@code obligation.reported-ready} and {@code obligation.done}; subject is the id.
 *
 * @param party whose obligation it is
 * @param exercise whether the situation is only played
 * @param acknowledgedOn null: the party has not said that it knows of it
 * @param readyOn null: not ready yet
 * @param doneOn null: not done yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObligationState(UUID id, UUID situation, UUID commitment, String party, Series series, boolean exercise,
        LocalDate acknowledgedOn, LocalDate readyOn, LocalDate doneOn) {
}
