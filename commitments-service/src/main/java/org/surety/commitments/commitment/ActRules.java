package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.UUID;

import org.surety.commitments.act.FreeText;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/** The rules of acts: what is refused before anybody asks for authority. */
public final class ActRules {

    public static final String NO_NAMES = FreeText.NO_NAMES;

    public static final String SOURCE = FreeText.SOURCE;

    /** What a day must be that is not {@link #isOrdinary}. */
    public static final String ORDINARY = "must be a day of the years 1900 to 9999";

    private ActRules() {
    }

    /** An exercise plays in its own calendar; a real act has been done when it is recorded. */
    public static Violations check(UUID person, LocalDate doneOn, String source, Series series, LocalDate today) {
        return new Violations().check(person != null, "person", "must be stated: the id of the person who acts")
                .check(doneOn == null || series == Series.EXERCISE || !doneOn.isAfter(today), "doneOn", "must not be in the future")
                .optionalText(source, "source", CommitmentRules.MAX_TEXT);
    }

    /** Whether other programs can read the day too; a day that is not stated is. */
    public static boolean isOrdinary(LocalDate day) {
        return day == null || day.getYear() >= 1900 && day.getYear() <= 9999;
    }
}
