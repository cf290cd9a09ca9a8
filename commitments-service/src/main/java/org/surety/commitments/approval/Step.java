package org.surety.commitments.approval;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.DisclosedDay;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A dated step of an approval.
 *
 * @param doneOn when it happened
 * @param effectiveOn from when it counts; null: from doneOn
 * @param until the last day of a grant; null: as the approval says, or without end
 * @param voteOn of VOTE_SCHEDULED alone: the day of the vote, or why it is not known
 * @param provisos conditions that the body attached
 * @param source where it is known from
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Step(StepKind kind, LocalDate doneOn, LocalDate effectiveOn, LocalDate until, DisclosedDay voteOn, Votes votes,
        List<String> provisos, String source, String note) {

    Step {
        provisos = provisos == null ? List.of() : provisos;
    }

    LocalDate countsFrom() {
        return effectiveOn == null ? doneOn : effectiveOn;
    }
}
