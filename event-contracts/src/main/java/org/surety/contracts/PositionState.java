package org.surety.contracts;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a position after a change. Events {@code position.stated}, {@code position.amended} and {@code position.withdrawn};
 * subject is the id. Of the positions of a party on a priority that one holds on a day which was stated last by then, and of several of
 * one day the one recorded last.
 *
 * @param reservation of SUPPORTS_WITH_RESERVATION; null otherwise
 * @param statedOn the day on which the party took it
 * @param withdrawalReason why the party says that it never was so; null unless withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PositionState(UUID id, String party, Series series, PriorityCode priority, Stance stance, String reservation,
        LocalDate statedOn, String source, boolean withdrawn, String withdrawalReason) {
}
