package org.surety.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a situation after a change, but for the reasons of its acts. Events {@code situation.proposed},
 * {@code situation.amended}, {@code situation.confirmed}, {@code situation.determined}, {@code situation.contested},
 * {@code situation.contest-withdrawn}, {@code situation.rescission-proposed}, {@code situation.rescission-withdrawn} and
 * {@code situation.rescinded}; subject is the id.
 *
 * @param exercise whether it is only played: it wakes nothing, whatever its series
 * @param host the party that it is about; null: none
 * @param from the first day on which it holds
 * @param until the last day, included; null: without end
 * @param determinedBy which body says that it is so
 * @param state PROPOSED, DETERMINED or RESCINDED
 * @param determinedOn the day on which it was determined; null: it never was
 * @param contestedBy the parties that contest it now, which takes nothing from its effect
 * @param rescindedFrom the first day on which it does not hold any more; null: not rescinded, or never determined
 * @param acts in the order in which they were recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SituationState(UUID id, Series series, SituationKind kind, boolean exercise, String title, String text, String host,
        String place, LocalDate from, LocalDate until, String determinedBy, String source, String state, LocalDate determinedOn,
        List<String> contestedBy, LocalDate rescindedFrom, List<Act> acts) {

    /**
     * What somebody said of it for a party.
     *
     * @param kind PROPOSAL, AMENDMENT, DETERMINATION, CONTEST, CONTEST_WITHDRAWAL, RESCISSION or RESCISSION_WITHDRAWAL
     * @param party null: the coordinator, who speaks for none
     * @param at when it was recorded
     * @param from of a RESCISSION of what was determined: the first day on which it does not hold any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Act(String kind, String party, LocalDate on, Instant at, LocalDate from) {
    }
}
