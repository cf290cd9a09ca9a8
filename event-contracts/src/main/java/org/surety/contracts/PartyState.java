package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a party after a change. Events {@code party.registered} and {@code party.amended}; subject is the code.
 *
 * @param code ISO 3166-1 alpha-3, a user-assigned code XAA to XZZ for exercise states, or the code of an organisation
 * @param names by language (ISO 639-1); "en" is always there
 * @param focalPoints parties whose editors may enter for this one; null: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartyState(String code, Series series, PartyKind kind, Map<String, String> names, List<Attribute> attributes,
        List<FocalPoint> focalPoints) {

    /**
     * A party whose editors may enter for the other one in a period.
     *
     * @param from first day, null: always could
     * @param until last day (included), null: still may
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FocalPoint(String party, LocalDate from, LocalDate until) {

        public boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * What is true of a party in a period.
     *
     * @param from first day, null: always was
     * @param until last day (included), null: still is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attribute(PartyAttribute attribute, LocalDate from, LocalDate until, String source) {

        public boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }
}
