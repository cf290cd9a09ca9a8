package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.UUID;

import org.surety.commitments.act.FreeText;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/** The rules of acts: what is refused before anybody asks for authority. */
final class ActRules {

    static final String NO_NAMES = FreeText.NO_NAMES;

    static final String SOURCE = FreeText.SOURCE;

    private ActRules() {
    }

    /** An exercise plays in its own calendar; a real act has been done when it is recorded. */
    static Violations check(UUID person, LocalDate doneOn, String source, Series series, LocalDate today) {
        return new Violations().check(person != null, "person", "must be stated: the id of the person who acts")
                .check(doneOn == null || series == Series.EXERCISE || !doneOn.isAfter(today), "doneOn", "must not be in the future")
                .optionalText(source, "source", CommitmentRules.MAX_TEXT);
    }
}
