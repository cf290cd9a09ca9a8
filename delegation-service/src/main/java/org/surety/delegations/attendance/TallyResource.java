package org.surety.delegations.attendance;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;

/** How many came to a gathering, over HTTP. */
@Path("/api/v1/gatherings/{id}/tally")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gatherings")
class TallyResource {

    private final AttendanceService attendance;

    TallyResource(AttendanceService attendance) {
        this.attendance = attendance;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Count the delegations of a gathering", description = "By kind of party, by level and by the rank of the head, as "
            + "far as they are released to you; states and organisations apart, what is undisclosed counted as such. `asOf` is the day of "
            + "the compositions, `knownAt` the instant as of which the register is read.")
    public GatheringTally tally(@PathParam("id") UUID id, @QueryParam("asOf") LocalDate asOf,
            @QueryParam("knownAt") Instant knownAt) {
        return attendance.tally(id, asOf, knownAt);
    }
}
