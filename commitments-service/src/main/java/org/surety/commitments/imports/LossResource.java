package org.surety.commitments.imports;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;
import org.surety.release.audit.Reading;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What a source says that the register does not have, over HTTP. */
@Path("/api/v1/imports/{id}/losses")
@Tag(name = "Imports")
class LossResource {

    private final ImportService imports;
    private final ObjectMapper json;
    private final Reading reading;

    LossResource(ImportService imports, ObjectMapper json, Reading reading) {
        this.imports = imports;
        this.json = json;
        this.reading = reading;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Report what of a file is not held", description = "Column by column: how many cells which field holds, how many "
            + "are kept as given, how many the register does not have, and why. Every cell in which something stands is one of the three.")
    public LossRepresentation columns(@PathParam("id") UUID id) {
        return imports.losses(id);
    }

    @GET
    @Path("rows")
    @Produces("application/x-ndjson")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Report what of each row is not held", description = "One JSON object a line for each row, with what became of each "
            + "of its cells.")
    public Response rows(@PathParam("id") UUID id) {
        ImportJob job = imports.job(id);
        reading.gives(job);
        StreamingOutput body = new LossRows(job, imports.mapping(job.mapping()), imports, json)::write;
        return Response.ok(body).build();
    }
}
