package org.surety.commitments.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;

/** What keeps a commitment from counting, over HTTP. */
@Path("/api/v1/commitments/{id}/standing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
class StandingResource {

    private final StandingService standings;

    StandingResource(StandingService standings) {
        this.standings = standings;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Tell what keeps a commitment from counting", description = "On a day: from which requirements its caveats exclude it, "
            + "which of its conditions are met, and whether it waits for what waits for it. The approvals are at /commitments/{id}/approvals.")
    public Standing read(@PathParam("id") UUID id,
            @Parameter(description = "The day; absent: today") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {
        return standings.standing(id, asOf, knownAt);
    }
}
