package org.surety.commitments.caveat;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.contracts.Exclusions;
import org.surety.kit.actor.Role;

/** The kinds of caveats over HTTP. */
@Path("/api/v1/caveats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
class CaveatResource {

    /** The table of exclusions. */
    record Table(List<Exclusions.Row> caveats) {
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Show the table of exclusions", description = "For each kind of caveat the requirements from which it excludes a commitment.")
    public Table list() {
        return new Table(Exclusions.table());
    }
}
