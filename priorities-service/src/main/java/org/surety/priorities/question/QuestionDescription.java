package org.surety.priorities.question;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;
import org.surety.priorities.stating.FreeText;

/**
 * A question to be raised, and what PUT replaces of one. Owner, priority and the day on which it was raised are settled then: in PUT they
 * may be left out or said again.
 *
 * @param party that owns it; null: the party of the token
 * @param raisedOn null: today
 * @param dueOn the last day on which it is not overdue
 */
record QuestionDescription(String party, PriorityCode priority,
        @Schema(description = "What is to be settled, at most 1,000 characters. " + FreeText.NO_NAMES) String text,
        LocalDate raisedOn, LocalDate dueOn,
        @Schema(description = "Where it is known from, at most 300 characters. " + FreeText.NO_NAMES) String source,
        Label.Representation label) {

    /** Of a question and of each act; together with {@link Question#MAX_ACTS} they keep a change within its limit. */
    static final int MAX_TEXT = 1000;
    static final int MAX_SOURCE = 300;

    void checkNew(LocalDate today) {
        Violations violations = new Violations()
                .check(party != null && party.matches("[A-Z]{2,12}"), "party", "must be the code of a party")
                .check(priority != null, "priority", "must be one of " + List.of(PriorityCode.values()));
        if (party != null && party.matches("[A-Z]{2,12}")) {
            Days.checkPast(violations, raisedOn, "raisedOn", Series.ofParty(party), today);
        }
        check(violations, raisedOn == null ? today : raisedOn);
    }

    void checkOf(Question question) {
        Violations violations = new Violations();
        settled(violations, party, question.party(), "party");
        settled(violations, priority, question.priority(), "priority");
        settled(violations, raisedOn, question.raisedOn(), "raisedOn");
        check(violations, question.raisedOn());
    }

    /** The same for this party. */
    QuestionDescription of(String owner) {
        return new QuestionDescription(owner, priority, text, raisedOn, dueOn, source, label);
    }

    private void check(Violations violations, LocalDate raised) {
        violations.text(text, "text", MAX_TEXT).optionalText(source, "source", MAX_SOURCE)
                .check(dueOn != null, "dueOn", "must be stated").check(label != null, "label", "must be stated");
        Days.check(violations, dueOn, "dueOn")
                .check(dueOn == null || !dueOn.isBefore(raised), "dueOn", "must not be before the day on which it was raised")
                .refuse();
    }

    private static void settled(Violations violations, Object said, Object known, String field) {
        violations.check(said == null || said.equals(known), field, "is settled as " + known + "; raise another question");
    }
}
