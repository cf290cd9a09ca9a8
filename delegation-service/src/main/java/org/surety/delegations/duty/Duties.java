package org.surety.delegations.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Office;
import org.surety.contracts.Series;
import org.surety.kit.label.Reference;

/**
 * What a party has to do on a day. A record stands in the list of what is to be done with it, under its own id and with the version that
 * the act has to name.
 *
 * @param day the day that is today
 * @param within how many days were looked ahead and back for the ends of powers
 * @param limit the most items of each list
 * @param accreditationsToDecide asked of the party as the host
 * @param accreditationsAwaited asked by the party of other hosts, who have not decided
 * @param credentialsToPresent delegations of the party with heads that no credentials name
 * @param credentialsInQuestion of the party, challenged or taken provisionally by the host
 * @param powersExpiring from this day on, with nothing that follows
 * @param powersExpired before this day, with nothing that follows
 * @param powersOfErasedPersons full powers that still hold, or will, though the person has been erased
 */
record Duties(String party, Series series, String note, LocalDate day, int within, int limit,
        Excerpt<UndecidedAccreditation> accreditationsToDecide, Excerpt<UndecidedAccreditation> accreditationsAwaited,
        Excerpt<MissingCredentials> credentialsToPresent, Excerpt<QuestionedCredentials> credentialsInQuestion,
        Excerpt<EndingPowers> powersExpiring, Excerpt<EndingPowers> powersExpired, Excerpt<EndingPowers> powersOfErasedPersons) {

    private static final String EXERCISE_NOTE = "Exercise: none of this is real.";

    static Duties of(String party, LocalDate day, int within, int limit, Excerpt<UndecidedAccreditation> accreditationsToDecide,
            Excerpt<UndecidedAccreditation> accreditationsAwaited, Excerpt<MissingCredentials> credentialsToPresent,
            Excerpt<QuestionedCredentials> credentialsInQuestion, Excerpt<EndingPowers> powersExpiring,
            Excerpt<EndingPowers> powersExpired, Excerpt<EndingPowers> powersOfErasedPersons) {
        Series series = Series.ofParty(party);
        return new Duties(party, series, series == Series.EXERCISE ? EXERCISE_NOTE : null, day, within, limit,
                accreditationsToDecide, accreditationsAwaited, credentialsToPresent, credentialsInQuestion, powersExpiring,
                powersExpired, powersOfErasedPersons);
    }

    /** The most urgent of a list, and whether there are more. */
    record Excerpt<T>(List<T> items, boolean more) {
    }

    /** The gathering that sets the date by which something is to be done. */
    record Occasion(UUID id, String title, LocalDate startsOn, LocalDate endsOn) {
    }

    /** An accreditation that waits for its host. */
    record UndecidedAccreditation(UUID id, long version, Occasion gathering, Reference delegation, String party, String host,
            Reference person, LocalDate requestedOn) {
    }

    /**
     * A delegation whose power to represent is not shown.
     *
     * @param heads those without credentials; none where the head is undisclosed: then the delegation has no credentials at all
     */
    record MissingCredentials(UUID delegation, Occasion gathering, String host, List<Reference> heads) {
    }

    /** Credentials that the host has not accepted. */
    record QuestionedCredentials(UUID id, long version, Occasion gathering, Reference delegation, String host, String status,
            String reason, LocalDate examinedOn) {
    }

    /**
     * Full powers, an accepted practice or an office with a last day.
     *
     * @param act absent: every kind of act, as the offices of a state
     * @param until the last day; absent only for powers of an erased person
     */
    record EndingPowers(UUID id, long version, Ground ground, Reference person, Office office, KindOfAct act, String scope,
            LocalDate from, LocalDate until) {
    }
}
