package org.surety.priorities.whatif;

import java.util.List;
import java.util.UUID;

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

    /**
     * How what a party gives by a commitment comes to stand otherwise.
     *
     * @param commitment absent: it is a pledge that a step adds
     * @param requirement absent: it names none
     * @param reasons why it comes no further, or of what comes further, why it did not
     * @param conditions of it that are met no more, or are now
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Turn(UUID commitment, String party, UUID requirement, Standing before, Standing after, List<String> reasons,
            List<Awaited> conditions) {
    }

    /** What a commitment waits for: another one, or the participation of a party. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Awaited(UUID commitment, String party) {
    }
}
