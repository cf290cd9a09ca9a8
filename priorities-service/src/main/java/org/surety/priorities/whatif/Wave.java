package org.surety.priorities.whatif;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What changes at once: first by the steps themselves, then by what has changed before.
 *
 * @param number from 1
 * @param commitments how many commitments and added pledges it changes
 * @param turns the first of these
 */
public record Wave(int number, long commitments, List<Turn> turns) {

    /** More would be a list, not a story. */
    static final int MAX_TURNS = 200;

    /** The commitments that it names. */
    Set<UUID> named() {
        return turns.stream()
                .flatMap(turn -> Stream.concat(Stream.of(turn.commitment()), turn.conditions().stream().map(Awaited::commitment)))
                .filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The same with what the commitments are called. */
    Wave titled(Map<UUID, String> titles) {
        return new Wave(number, commitments, turns.stream().map(turn -> turn.titled(titles)).toList());
    }

    /**
     * How what a party gives by a commitment comes to stand otherwise.
     *
     * @param commitment absent: it is a pledge that a step adds
     * @param title what the commitment is called
     * @param requirement absent: it names none
     * @param reasons why it comes no further, or of what comes further, why it did not
     * @param conditions of it that are met no more, or are now
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Turn(UUID commitment, String title, String party, UUID requirement, Standing before, Standing after,
            List<String> reasons, List<Awaited> conditions) {

        private Turn titled(Map<UUID, String> titles) {
            return new Turn(commitment, titles.get(commitment), party, requirement, before, after, reasons,
                    conditions.stream().map(one -> new Awaited(one.commitment(), titles.get(one.commitment()), one.party()))
                            .toList());
        }
    }

    /** What a commitment waits for: another one, with what that is called, or the participation of a party. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Awaited(UUID commitment, String title, String party) {
    }
}
