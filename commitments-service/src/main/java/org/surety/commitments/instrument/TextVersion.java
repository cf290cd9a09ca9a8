package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.Objects;

import org.surety.contracts.InstrumentState;

/**
 * A version of the text of an instrument, without its words.
 *
 * @param number from 1, in the order of recording
 * @param language a tag of BCP 47
 * @param day of the version; absent: not stated
 * @param source may be absent
 * @param clauses how many there are
 * @param digest SHA-256 of the clauses
 */
public record TextVersion(int number, Status status, String language, LocalDate day, String source, int clauses, String digest) {

    /** What kind of version it is. */
    public enum Status {
        DRAFT, FINAL
    }

    TextVersion numbered(int place) {
        return new TextVersion(place, status, language, day, source, clauses, digest);
    }

    /** Whether it is that version, said again. */
    boolean says(TextVersion other) {
        return status == other.status && language.equals(other.language) && Objects.equals(day, other.day)
                && Objects.equals(source, other.source) && digest.equals(other.digest);
    }

    InstrumentState.Text published() {
        return new InstrumentState.Text(number, status.name(), language, day, clauses, digest);
    }
}
