package org.surety.priorities.question;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.QuestionActKind;
import org.surety.contracts.QuestionState.Act;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;
import org.surety.priorities.stating.FreeText;

/**
 * How a question was settled, or why it is open again.
 *
 * @param day null: today
 */
record Resolution(LocalDate day,
        @Schema(description = "At most 1,000 characters. " + FreeText.NO_NAMES) String text,
        @Schema(description = "Where it is known from, at most 300 characters. " + FreeText.NO_NAMES) String source) {

    /** The act on this question that it is. */
    Act check(QuestionActKind kind, Question question, LocalDate today) {
        LocalDate done = day == null ? today : day;
        Violations violations = new Violations().text(text, "text", QuestionDescription.MAX_TEXT).optionalText(source, "source",
                QuestionDescription.MAX_SOURCE);
        Days.checkPast(violations, done, "day", question.series(), today)
                .check(!done.isBefore(question.lastDay()), "day",
                        "must not be before " + question.lastDay() + ", the day of what happened to it last")
                .refuse();
        return new Act(kind, done, text, source);
    }
}
