package org.surety.commitments.approval;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.act.FreeText;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;
import org.surety.kit.problem.Violations;

/**
 * A step to be recorded. What it has in common with {@link Step} is explained there.
 *
 * @param doneOn absent: today
 * @param correctsLast whether it takes the place of the last step on record, which was recorded wrongly
 */
record StepRequest(StepKind kind, LocalDate doneOn, LocalDate effectiveOn, LocalDate until, DisclosedDay voteOn, Votes votes,
        @Schema(description = FreeText.NO_NAMES) List<String> provisos,
        @Schema(description = FreeText.SOURCE) String source, @Schema(description = FreeText.NO_NAMES) String note,
        boolean correctsLast) {

    private static final int MAX_PROVISOS = 20;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9900;

    Step on(LocalDate today) {
        return new Step(kind, doneOn == null ? today : doneOn, effectiveOn, until, voteOn, votes, provisos, source, note);
    }

    /** An exercise plays in its own calendar; what is real has happened when it is recorded. */
    void check(Series series, LocalDate today) {
        Violations violations = new Violations().check(kind != null, "kind", "must be stated")
                .check(doneOn == null || series == Series.EXERCISE || !doneOn.isAfter(today), "doneOn", "must not be in the future")
                .text(source, "source", Violations.MAX_TEXT).optionalText(note, "note", Violations.MAX_TEXT);
        LocalDate day = doneOn == null ? today : doneOn;
        ordinary(doneOn, "doneOn", violations);
        ordinary(effectiveOn, "effectiveOn", violations);
        ordinary(until, "until", violations);
        ordinary(voteOn == null ? null : voteOn.day(), "voteOn", violations);
        violations.check(effectiveOn == null || !effectiveOn.isBefore(day), "effectiveOn", "must not be before doneOn");
        boolean grants = kind == StepKind.GRANTED || kind == StepKind.RENEWED;
        boolean voted = grants || kind == StepKind.REFUSED || kind == StepKind.REVOKED;
        violations.check(until == null || grants, "until", "is for GRANTED and RENEWED alone")
                .check(until == null || !until.isBefore(effectiveOn == null ? day : effectiveOn), "until",
                        "must not be before the day from which it counts")
                .check((voteOn != null) == (kind == StepKind.VOTE_SCHEDULED), "voteOn",
                        "must be stated or undisclosed for a reason with VOTE_SCHEDULED, and only then")
                .check(voteOn == null || voteOn.undisclosed() != Undisclosed.NOT_RELEASED, "voteOn",
                        "cannot be NOT_RELEASED: that is for answers alone")
                .check(votes == null || voted, "votes", "are for what a body decided alone")
                .check(provisos == null || provisos.isEmpty() || grants, "provisos", "are for GRANTED and RENEWED alone");
        if (votes != null) {
            votes.check("votes", violations);
        }
        provisos(violations);
        violations.refuse();
    }

    /** With room for what follows from a day by the longest procedure. */
    private static void ordinary(LocalDate day, String field, Violations violations) {
        violations.check(day == null || day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR, field,
                "must be a day of the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }

    private void provisos(Violations violations) {
        List<String> stated = provisos == null ? List.of() : provisos;
        violations.check(stated.size() <= MAX_PROVISOS, "provisos", "must be at most " + MAX_PROVISOS);
        for (int i = 0; i < stated.size(); i++) {
            violations.text(stated.get(i), "provisos[" + i + "]", Violations.MAX_TEXT);
        }
    }
}
