package org.surety.priorities.weaklink;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the requirements cannot lose, on a day, as far as it is released to the viewer.
 *
 * @param note what must be known before reading on; absent for the real series
 * @param searchedUpTo how many parties were taken away at once: where a requirement has no links and no sets, there are none up to that
 * @param circles commitments that wait for each other
 * @param circlesCut whether there are so many conditions that circles were looked for among some of them alone
 * @param rules what is meant, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WeakLinkRepresentation(Series series, String note, LocalDate asOf, int searchedUpTo, List<OfRequirement> requirements,
        List<Circle> circles, boolean circlesCut, Map<String, String> rules) {

    /**
     * What one requirement cannot lose; all quantities are in its unit.
     *
     * @param assured the sum of what is assured and disclosed
     * @param undisclosed how many commitments that are assured do not disclose all they give to this viewer
     * @param belowMinimum whether it is not assured at its minimum in the first place; then nothing was taken away
     * @param missing in that case: what lacks to the minimum
     * @param links each of which alone is enough, the one that leaves least first
     * @param sets of parties of which only all together are enough
     * @param leftOut how many links and sets there are beyond those that are listed; absent: none
     * @param parties of those that it rests on; absent where no sets were asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfRequirement(UUID requirement, String title, PriorityCode priority, String unit, BigDecimal minimum,
            BigDecimal assured, long undisclosed, boolean belowMinimum, BigDecimal missing, List<Link> links, List<Together> sets,
            Integer leftOut, Considered parties) {
    }

    /** What kind of loss it is. */
    enum LinkKind {
        /** A party leaves: what it gives is gone, and its word. */
        PARTY,
        /** A commitment is withdrawn that others do not wait for. */
        COMMITMENT,
        /** A commitment is withdrawn for which others wait by a condition. */
        BACKSTOP,
        /** A body refuses an approval, or revokes it. */
        APPROVAL
    }

    /**
     * One loss that leaves less than the minimum.
     *
     * @param party that leaves, whose commitment it is, or that has recorded the approval
     * @param commitment of COMMITMENT and BACKSTOP
     * @param approval of APPROVAL
     * @param title what that commitment or that approval is called
     * @param left how much is assured without it
     * @param commitments how many of those that are assured are worth less without it
     * @param falling the first of these by id, twenty at most
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(LinkKind kind, String party, UUID commitment, UUID approval, String title, BigDecimal left, int commitments,
            List<Named> falling) {
    }

    /** A commitment, and what it is called. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(UUID commitment, String party, String title) {
    }

    /** Parties of whom all together are enough, and how much is assured without them. */
    record Together(List<String> parties, BigDecimal left) {
    }

    /**
     * Sets are made of the parties without which something falls, forty at most.
     *
     * @param considered how many of them were tried: those without which least is left
     * @param of how many there are
     */
    record Considered(int considered, int of) {
    }

    /** A circle of conditions. */
    record Circle(List<String> parties, List<Member> commitments) {
    }

    /** @param waitsFor which of the circle it waits for */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Member(UUID commitment, String party, String title, List<UUID> waitsFor) {
    }
}
