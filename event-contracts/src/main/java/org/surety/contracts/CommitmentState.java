package org.surety.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a commitment after a change. Events {@code commitment.filed}, {@code commitment.amended},
 * {@code commitment.decided}, {@code commitment.withdrawn} and {@code commitment.imported}; subject is the id. A draft is in no event.
 *
 * @param category the type that the source itself gave to earlier support, e.g. FINANCIAL, HUMANITARIAN or MILITARY: capital letters and
 *        underscores, at most 40; null for guarantees
 * @param money as promised, in the original currency
 * @param euroValue the value in euro, as published by the source or computed at a recorded rate
 * @param announcedOn the day, or why it is not known; null: not announced
 * @param group the package that several commitments of one source belong to
 * @param state FILED or WITHDRAWN
 * @param decision by the government of the party; null: none recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommitmentState(UUID id, String party, Series series, Basis basis, Kind kind, String category, String title,
        PriorityCode priority, List<Contribution> contributions, Quantity quantity, Money money, Money euroValue, LocalDate from,
        LocalDate until, String place, Domain domain, DisclosedDay announcedOn, String group, String state, Decision decision) {

    /**
     * What a commitment adds to one requirement.
     *
     * @param quantity in the requirement's unit; null with a reason when undisclosed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contribution(UUID requirement, BigDecimal quantity, Undisclosed undisclosed) {
    }

    /** The decision of the government: done on a day, taking effect on a day, known from a source. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(LocalDate decidedOn, LocalDate effectiveOn, String source) {
    }
}
