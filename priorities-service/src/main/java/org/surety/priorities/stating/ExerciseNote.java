package org.surety.priorities.stating;

import org.surety.contracts.Series;

/** What must be known before reading on an answer about the exercise series. */
public final class ExerciseNote {

    private static final String TEXT = "This is an exercise. Parties, requirements and promises are invented; no real state has promised any of it.";

    private ExerciseNote() {
    }

    /** Null for the real series. */
    public static String of(Series series) {
        return series == Series.EXERCISE ? TEXT : null;
    }
}
