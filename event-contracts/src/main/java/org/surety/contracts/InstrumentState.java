package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of an instrument after a change, but for the words of its texts. Events {@code instrument.recorded},
 * {@code instrument.amended}, {@code instrument.signed}, {@code instrument.denounced}, {@code instrument.judged},
 * {@code instrument.worded}, {@code instrument.entered} and {@code instrument.terminated}; subject is the id.
 *
 * @param party who recorded it and amends it; that says nothing of who adopted or signed it
 * @param gathering at which it was adopted; null: at none, or not stated
 * @param adoptedOn the day on which it was adopted as a whole, where a source says so without naming who did; null: not stated
 * @param acts of parties, in the order in which they were recorded
 * @param texts its versions, in the order in which they were recorded; what they say is to be read from the owner
 * @param inForceOn the day on which it entered into force; null: it has not
 * @param terminatedOn the day on which it ended; null: it has not
 * @param state DRAFTED, ADOPTED, SIGNED, IN_FORCE or TERMINATED, by all acts that took effect
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstrumentState(UUID id, String party, Series series, InstrumentKind kind, String title, BindingForm binding,
        String place, UUID gathering, LocalDate adoptedOn, List<Act> acts, List<Text> texts, LocalDate inForceOn,
        LocalDate terminatedOn, String state) {

    /**
     * A step by which a party joins or leaves. It takes effect when it was done with authority, or is of the public record.
     *
     * @param kind ADOPTED, SIGNED or DENOUNCED
     * @param person who acted for the party; null: of the public record
     * @param act the kind of act that it is in the terms of authority
     * @param publicRecord whether another than the party recorded it, from a source
     * @param authority of the person; null: of the public record, so not determined
     * @param ground of a YES; null: none is needed, or there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Act(UUID id, String party, String kind, UUID person, KindOfAct act, LocalDate doneOn, boolean publicRecord,
            AuthorityAnswer authority, Ground ground) {
    }

    /**
     * A version of the text. What was once recorded under a number stays as it is.
     *
     * @param number from 1, in the order of recording
     * @param status DRAFT or FINAL
     * @param language a tag of BCP 47
     * @param day of the version; null: not stated
     * @param clauses how many there are
     * @param digest SHA-256 of the clauses, by which a copy can be checked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Text(int number, String status, String language, LocalDate day, int clauses, String digest) {
    }
}
