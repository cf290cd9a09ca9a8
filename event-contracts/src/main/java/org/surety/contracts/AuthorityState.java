package org.surety.contracts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A resolved grant after a change: by it a person may perform a kind of act for a party in a period. Events {@code authority.granted},
 * {@code authority.amended} and {@code authority.revoked}; subject is the id.
 *
 * @param office only where the ground is OFFICE
 * @param act null: every kind of act
 * @param scope {@value #EVERYTHING}, the code of a priority, or the id of a gathering, an instrument or a commitment
 * @param from first day
 * @param until last day (included), null: open. A revocation has cut it already; before {@code from} when the grant never held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthorityState(UUID id, String party, UUID person, Ground ground, Office office, KindOfAct act, String scope,
        LocalDate from, LocalDate until) {

    /** The scope of a grant that is not limited to one. */
    public static final String EVERYTHING = "ALL";

    /** Whether it is enough for this kind of act, within one of these scopes, on this day. */
    public boolean covers(KindOfAct kind, Collection<String> scopes, LocalDate day) {
        return (act == null || act == kind) && (scope.equals(EVERYTHING) || scopes.contains(scope)) && !day.isBefore(from)
                && (until == null || !day.isAfter(until));
    }
}
