package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.contracts.Domain;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;

/**
 * How far the promises cover what is needed, on a day, as far as it is released to the viewer.
 *
 * @param note what must be known before reading on; absent for the real series
 * @param asOf the day of the answer, UTC
 * @param rules what each number counts, by its name
 */
record CoverageRepresentation(Series series, String note, LocalDate asOf, List<OfPriority> priorities, Map<String, String> rules,
        List<EarlierSupport> earlierSupport) {

    /** Coverage of one priority. */
    record OfPriority(PriorityCode priority, String title, List<OfRequirement> requirements,
            WithoutRequirement withoutRequirement) {
    }

    /**
     * Coverage of one requirement; all quantities are in its unit.
     *
     * @param excluded commitments that contribute to it and do not count, by reason; empty when all count
     */
    record OfRequirement(UUID requirement, String title, String unit, Domain domain, LocalDate from, LocalDate until,
            BigDecimal needed, BigDecimal minimum, Amount pledged, Amount committed, Assured assured, List<Excluded> excluded) {
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

    /** What is assured is no number yet. */
    record Assured(Undisclosed undisclosed, String rule) {
    }

    /** Why commitments do not count, and how many of those in period do not. */
    record Excluded(String reason, long commitments) {
    }

    /**
     * Commitments to the priority that name no requirement: they have no unit in which they could be summed.
     *
     * @param pledged how many are filed
     * @param committed of these, how many are decided
     * @param undisclosed of these, how many state no quantity
     */
    record WithoutRequirement(long pledged, long committed, long undisclosed) {
    }
}
