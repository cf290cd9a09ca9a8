package org.surety.commitments.wording;

import java.time.LocalDate;
import java.util.List;

import org.surety.commitments.instrument.TextVersion;

/** A version of the text of an instrument, with its words. */
record WordedText(int number, TextVersion.Status status, String language, LocalDate day, String source, String digest,
        List<Clause> clauses) {

    static WordedText of(TextVersion version, List<Clause> clauses) {
        return new WordedText(version.number(), version.status(), version.language(), version.day(), version.source(),
                version.digest(), clauses);
    }
}
