package org.surety.priorities.situation;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;

/**
 * A situation to be proposed, and what PUT replaces of it. Series and kind must be stated in a new one; in PUT they and whether it is an
 * exercise may be left out or said again, never changed.
 *
 * @param exercise whether it is only played; absent in a new one: it is not
 * @param title at most 200 characters
 * @param text what has happened, at most 2,000 characters
 * @param host the party that it is about, of the same series; absent: none
 * @param from the first day on which it holds
 * @param until the last day (included); absent: without end
 * @param determinedBy which body says that it is so, at most 200 characters
 * @param source where that stands, at most 2,000 characters
 * @param label COALITION or PUBLIC
 */
record SituationDescription(Series series, SituationKind kind, Boolean exercise,
        @Schema(description = NO_NAMES) String title,
        @Schema(description = NO_NAMES) String text, String host,
        @Schema(description = NO_NAMES) String place, LocalDate from, LocalDate until,
        @Schema(description = "A body, never a person. " + NO_NAMES) String determinedBy,
        @Schema(description = NO_NAMES) String source, Label.Representation label) {

    static final String NO_NAMES = "Do not write the name of a person: it could not be erased here. Refer to persons by id.";

    private static final int MAX_TITLE = 200;
    private static final int MAX_PLACE = 200;
    private static final int MAX_BODY = 200;

    void checkNew() {
        Violations violations = new Violations().check(series != null, "series", "must be one of " + List.of(Series.values()))
                .check(kind != null, "kind", "must be one of " + List.of(SituationKind.values()));
        checkDescription(violations, series);
    }

    /** Checks what PUT brings to a situation of that series. */
    void check(Series settled) {
        checkDescription(new Violations(), settled);
    }

    private void checkDescription(Violations violations, Series of) {
        violations.text(title, "title", MAX_TITLE).optionalText(text, "text", Violations.MAX_TEXT)
                .optionalText(place, "place", MAX_PLACE).text(determinedBy, "determinedBy", MAX_BODY)
                .text(source, "source", Violations.MAX_TEXT)
                .check(host == null || host.matches("[A-Z]{2,12}"), "host", "must be the code of a party")
                .check(host == null || of == null || !host.matches("[A-Z]{2,12}") || Series.ofParty(host) == of, "host",
                        "must be of the same series")
                .check(from != null, "from", "must be stated");
        Days.check(Days.check(violations, from, "from"), until, "until")
                .check(from == null || until == null || !until.isBefore(from), "until", "must not be before from")
                .check(label != null && (label.release() == Release.COALITION || label.release() == Release.PUBLIC)
                        && (label.parties() == null || label.parties().isEmpty()), "label",
                        // It belongs to no party: another one has to be able to confirm it.
                        "must have the release COALITION or PUBLIC and name no parties")
                .refuse();
    }
}
