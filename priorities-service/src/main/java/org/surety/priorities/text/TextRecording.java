package org.surety.priorities.text;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.Series;
import org.surety.contracts.TextStatus;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;
import org.surety.priorities.stating.FreeText;

/**
 * A version of a text to be recorded.
 *
 * @param number from 1 to 9,999; the same number in another language is the same version
 * @param language BCP 47: {@code en}, {@code uk} ...
 * @param day of the version
 * @param label COALITION or PUBLIC
 */
record TextRecording(Series series, Integer number, String language, TextStatus status,
        @Schema(description = "At most 200 characters. " + FreeText.NO_NAMES) String title, LocalDate day,
        @Schema(description = "Where the words are, at most 2,000 characters. " + FreeText.NO_NAMES) String source,
        Label.Representation label) {

    private static final int MAX_NUMBER = 9999;
    private static final int MAX_LANGUAGE = 35;
    private static final int MAX_TITLE = 200;

    void check() {
        Violations violations = new Violations().check(series != null, "series", "must be one of " + List.of(Series.values()))
                .check(number != null && number >= 1 && number <= MAX_NUMBER, "number", "must be from 1 to " + MAX_NUMBER)
                .check(language != null && language.length() <= MAX_LANGUAGE
                        && language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"), "language",
                        "must be a language tag of BCP 47, such as en or uk")
                .check(status != null, "status", "must be one of " + List.of(TextStatus.values()))
                .text(title, "title", MAX_TITLE).text(source, "source", Violations.MAX_TEXT)
                .check(day != null, "day", "must be stated").check(label != null, "label", "must be stated");
        Days.check(violations, day, "day").refuse();
    }
}
