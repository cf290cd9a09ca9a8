package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a party group after a change: parties that are spoken of together. Events {@code group.formed} and
 * {@code group.amended}; subject is the id.
 *
 * @param series of all its members
 * @param names by language (ISO 639-1); "en" is always there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartyGroupState(UUID id, Series series, Map<String, String> names, List<Member> members) {

    /**
     * A party and when it belongs to the group.
     *
     * @param from first day, null: always did
     * @param until last day (included), null: still does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(String party, LocalDate from, LocalDate until) {

        public boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }
}
