package org.surety.delegations.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.KindOfAct;
import org.surety.delegations.grant.GrantDescription;
import org.surety.kit.problem.Violations;

/**
 * Could this person perform this act for this party, on this day, as it was known then?
 *
 * @param scope without one: an act that falls under no scope, for which only grants of scope ALL are enough
 * @param at without one: today
 * @param knownAt without one: as the records stand
 */
record AuthorityQuestion(@Parameter(required = true) @QueryParam("party") String party,
        @Parameter(required = true) @QueryParam("person") UUID person,
        @Parameter(required = true) @QueryParam("act") KindOfAct act,
        @Parameter(description = "What the act falls under: the code of a priority, or the id of a gathering, an instrument or a "
                + "commitment. Left out: only grants of scope ALL count.") @QueryParam("scope") String scope,
        @Parameter(description = "The day of the act; left out: today") @QueryParam("at") LocalDate at,
        @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {

    void check() {
        Violations violations = new Violations().text(party, "party", 12).check(person != null, "person", "must be stated")
                .check(act != null, "act", "must be stated");
        GrantDescription.checkScope(scopeOrAll(), violations).refuse();
    }

    String scopeOrAll() {
        return GrantDescription.scopeOf(scope);
    }

    /** A grant of scope ALL is enough for each of them. */
    List<String> scopes() {
        return scopeOrAll().equals(AuthorityState.EVERYTHING) ? List.of() : List.of(scopeOrAll());
    }
}
