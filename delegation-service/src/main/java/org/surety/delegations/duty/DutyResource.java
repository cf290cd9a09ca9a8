package org.surety.delegations.duty;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;

/** What a party has to do, over HTTP: a question, and nothing to write. */
@Path("/api/v1/duties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duties")
class DutyResource {

    private final DutyService duties;

    DutyResource(DutyService duties) {
        this.duties = duties;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR})
    @Operation(summary = "List what a party has to do", description = "Accreditations to decide and those still undecided elsewhere, "
            + "credentials to present and those in question, powers that expire or have expired and nothing follows. For the party itself "
            + "alone; of coming gatherings alone; the most urgent first. Each list has at most `limit` items and says in `more` whether "
            + "there are others.")
    public Duties list(@Parameter(description = "Your own; left out: the same") @QueryParam("party") String party,
            @Parameter(description = "Days to look ahead for powers that expire, and back for those that have: 1 to 365; left out: 30") @QueryParam("within") Integer within) {
        return duties.list(party, within);
    }
}
