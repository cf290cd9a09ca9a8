package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of an open question after a change: an operational detail to be settled. Events {@code question.raised},
 * {@code question.amended}, {@code question.resolved} and {@code question.reopened}; subject is the id.
 *
 * @param party that owns it and has to settle it
 * @param dueOn the last day on which it is not overdue
 * @param resolved what the last of the acts says
 * @param acts in the order of recording and of their days; empty: it has been open since it was raised
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionState(UUID id, String party, Series series, PriorityCode priority, String text, LocalDate raisedOn,
        LocalDate dueOn, String source, boolean resolved, List<Act> acts) {

    /**
     * It was settled, or it turned out not to be.
     *
     * @param text the resolution, or why it is open again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Act(QuestionActKind act, LocalDate day, String text, String source) {
    }
}
