package org.surety.priorities.deliberation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.DeliberationStage;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;
import org.surety.priorities.stating.FreeText;

/**
 * How far the coalition has come with a priority.
 *
 * @param from the first day on which it is so, which may be one to come; null: today
 * @param leads the parties that lead the work; null: those that led before; empty: none
 * @param label COALITION or PUBLIC
 */
record DeliberationStep(Series series, DeliberationStage state, LocalDate from, List<String> leads,
        @Schema(description = "Why, at most 2,000 characters; it or the source has to be there. "
                + FreeText.NO_NAMES) String reason,
        @Schema(description = FreeText.SOURCE) String source, Label.Representation label) {

    private static final int MAX_LEADS = Label.MAX_PARTIES;

    void check() {
        Violations violations = new Violations().check(series != null, "series", "must be one of " + List.of(Series.values()))
                .check(state != null, "state", "must be one of " + List.of(DeliberationStage.values()))
                .check(reason != null || source != null, "reason", "must be stated, or a source")
                .check(leads == null || leads.size() <= MAX_LEADS
                        && leads.stream().allMatch(Objects::nonNull) && leads.stream().distinct().count() == leads.size()
                        && leads.stream().allMatch(code -> code.matches("[A-Z]{2,12}")), "leads",
                        "must be different party codes, at most " + MAX_LEADS)
                .check(label != null, "label", "must be stated");
        text(violations, reason, "reason");
        text(violations, source, "source");
        Days.check(violations, from, "from").refuse();
    }

    private static void text(Violations violations, String value, String field) {
        violations.check(value == null || !value.isBlank(), field, "must not be blank").optionalText(value, field,
                Violations.MAX_TEXT);
    }
}
