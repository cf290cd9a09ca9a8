package org.surety.priorities.situation;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a person said of a situation, as it stands in its row.
 *
 * @param person the subject of the token, by which a second person is told from the first; never answered
 * @param party for which it was said; null: the coordinator, who speaks for none
 * @param at when it was recorded
 * @param from of a rescission of what was determined: the first day on which it does not hold any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SituationAct(SituationActKind kind, String person, String party, LocalDate on, Instant at, LocalDate from, String reason) {

    static SituationAct of(SituationActKind kind, Voice voice, LocalDate from, String reason) {
        return new SituationAct(kind, voice.person(), voice.party(), voice.on(), voice.at(), from, reason);
    }

    boolean speaksFor(String other) {
        return party != null && party.equals(other);
    }

    /** Whether it is of the same person or the same party: two of them are one voice. */
    boolean isOneVoiceWith(Voice voice) {
        return person.equals(voice.person()) || speaksFor(voice.party());
    }
}
