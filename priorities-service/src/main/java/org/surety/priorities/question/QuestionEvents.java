package org.surety.priorities.question;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.QuestionState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a question into the contract's record. */
final class QuestionEvents {

    private static final List<String> MOVED = List.of("resolved", "acts");

    private QuestionEvents() {
    }

    static NewChange raised(Question question, Label label) {
        return change("question.raised", question, label, question.raisedOn());
    }

    static NewChange amended(Question question, Label label, List<String> changed, LocalDate day) {
        return change("question.amended", question, label, day).changing(changed, Reason.NEW_FACT);
    }

    static NewChange resolved(Question question, Label label) {
        return change("question.resolved", question, label, question.lastDay()).changing(MOVED, Reason.NEW_FACT);
    }

    static NewChange reopened(Question question, Label label) {
        return change("question.reopened", question, label, question.lastDay()).changing(MOVED, Reason.NEW_FACT);
    }

    private static NewChange change(String type, Question question, Label label, LocalDate day) {
        QuestionState state = new QuestionState(question.id(), question.party(), question.series(), question.priority(),
                question.text(), question.raisedOn(), question.dueOn(), question.source(), question.isResolved(), question.acts());
        return NewChange.of(type, question.id(), question.version(), state, label, day);
    }
}
