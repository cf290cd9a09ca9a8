package org.surety.priorities.question;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.QuestionState.Act;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/**
 * A question as it is answered.
 *
 * @param party its owner
 * @param daysOpen on how many days it was open, all told
 * @param daysOverdue how long after its due day it is open, or was settled
 * @param acts resolved and reopened, in their order
 */
record QuestionRepresentation(UUID id, String party, Series series, PriorityCode priority, String text, LocalDate raisedOn,
        LocalDate dueOn, String source, Status status, long daysOpen, long daysOverdue, List<Act> acts, Label.Representation label,
        long version) {

    /** Where a question stands on a day; one that is overdue is open. */
    enum Status {
        OPEN, OVERDUE, RESOLVED
    }

    static QuestionRepresentation of(Question question, Label label, LocalDate asOf, LocalDate today) {
        Question.Age age = question.age(asOf, asOf == null ? today : asOf);
        Status status = age.resolved() ? Status.RESOLVED : age.daysOverdue() > 0 ? Status.OVERDUE : Status.OPEN;
        return new QuestionRepresentation(question.id(), question.party(), question.series(), question.priority(),
                question.text(), question.raisedOn(), question.dueOn(), question.source(), status, age.daysOpen(),
                age.daysOverdue(), question.actsUntil(asOf), label.representation(), question.version());
    }
}
