package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.contracts.Domain;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;
import org.surety.priorities.assessment.Shortfall;
import org.surety.priorities.situation.SituationInForce;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How far the promises cover what is needed, on a day, as far as it is released to the viewer.
 *
 * @param note what must be known before reading on; absent for the real series
 * @param asOf the day of the answer, UTC
 * @param knownAt the instant at which it was known; absent: as it is known now
 * @param with parties of which alone the answer is; absent: of all
 * @param without parties that the answer leaves out, and what waits for them; absent: none
 * @param situations that are determined and hold on the day; exercises are not among them, for they wake nothing
 * @param assumed situations that the answer takes as given although nobody has determined them
 * @param byDomain how many requirements of each domain are met, of all that are in the answer
 * @param rules what each number counts, by its name
 */
record CoverageRepresentation(Series series, String note, LocalDate asOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant knownAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> with,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> without, List<SituationInForce> situations,
        List<SituationKind> assumed, List<OfPriority> priorities, List<OfDomain> byDomain,
        Map<String, String> rules, List<EarlierSupport> earlierSupport) {

    /**
     * Coverage of one priority.
     *
     * @param withoutRequirement absent where one domain is asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfPriority(PriorityCode priority, String title, List<OfRequirement> requirements,
            WithoutRequirement withoutRequirement) {
    }

    /**
     * Coverage of one requirement; all quantities are in its unit.
     *
     * @param needed on the day, in the whole cycle: what is to be deployed times the rotation factor; so the minimum
     * @param excluded promises to it that do not count, or come no further, by reason; one may be there for several
     * @param parties what each party contributes, in the order of their codes
     * @param attributes what must be true of the parties that contribute, and of which it is
     */
    record OfRequirement(UUID requirement, String title, String unit, Domain domain, LocalDate from, LocalDate until,
            BigDecimal needed, BigDecimal minimum, BigDecimal rotationFactor, Amount pledged, Amount committed, Assured assured,
            Delivered delivered, List<Excluded> excluded, List<OfParty> parties, List<Attributes> attributes) {
    }

    /**
     * What is there at one stage.
     *
     * @param quantity the sum of what is disclosed
     * @param undisclosed of the commitments, how many state no quantity to this viewer: they are in no sum
     * @param commitments how many contribute
     */
    record Amount(BigDecimal quantity, long undisclosed, long commitments) {
    }

    /**
     * What is assured, and what of it is there now.
     *
     * @param available the part that waits for no trigger
     * @param dormant the parts that do, by what wakes them
     */
    record Assured(BigDecimal quantity, long undisclosed, long commitments, Amount available, List<Dormant> dormant) {
    }

    /**
     * Assured, and asleep.
     *
     * @param until any of these wakes it: a kind of trigger, or {@code DATE:} and the day
     */
    record Dormant(List<String> until, BigDecimal quantity, long undisclosed, long commitments) {
    }

    /** Why promises do not count or come no further, and how much they are. */
    record Excluded(Shortfall reason, BigDecimal quantity, long undisclosed, long commitments) {
    }

    /**
     * What must be true of so many of the parties that contribute.
     *
     * @param assured those of which it is, among who contributes something assured
     */
    record Attributes(List<PartyAttribute> attributes, int atLeast, List<String> assured, boolean met) {
    }

    /**
     * The sums of what one party contributes and discloses; a joint commitment is in those of each by its share.
     *
     * @param undisclosed absent: all that it contributes is in the sums
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfParty(String party, BigDecimal pledged, BigDecimal committed, BigDecimal assured, BigDecimal available,
            NotInSums undisclosed) {
    }

    /** Of the commitments at each stage, how many state no quantity to this viewer: they are in no sum. */
    record NotInSums(long pledged, long committed, long assured, long available) {
    }

    /**
     * Commitments to the priority that name no requirement: they have no unit in which they could be summed.
     *
     * @param pledged how many are filed
     * @param committed of these, how many are decided
     * @param assured of these, how many are assured
     * @param undisclosed how many of all state no quantity
     */
    record WithoutRequirement(long pledged, long committed, long assured, long undisclosed) {
    }
}
