package org.surety.commitments.imports;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Paging;

/** Imports over HTTP: a file is handed in, and asked after. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
class ImportResource {

    private static final String CSV = "text/csv";

    private final ImportService imports;
    private final Paging paging;

    ImportResource(ImportService imports, Paging paging) {
        this.imports = imports;
        this.paging = paging;
    }

    @POST
    @Consumes(CSV)
    @Idempotent(required = true)
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Hand a file in", description = "Answers 202 once the file has been looked through and kept; its rows are read in "
            + "the background. A dry run tells what would become of each row and stores none.")
    public Response submit(@QueryParam("mapping") String mapping, @QueryParam("mode") @DefaultValue("ALL_OR_NOTHING") Mode mode,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, java.nio.file.Path file) {
        ImportRepresentation job = imports.submit(mapping, mode, dryRun, file);
        return Response.accepted(job).location(URI.create("/api/v1/imports/" + job.id())).build();
    }

    @GET
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List imports", description = "The newest first.")
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return paging.answer(imports.list(paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read how far an import has come")
    public ImportRepresentation read(@PathParam("id") UUID id) {
        return imports.require(id);
    }

    @GET
    @Path("{id}/rows")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Report on the rows of an import", description = "One line for each thing found in a row, or for a row in which "
            + "nothing was found; with `findings=true` only the former.")
    public Response rows(@PathParam("id") UUID id, @QueryParam("outcome") RowOutcome outcome,
            @QueryParam("findings") @DefaultValue("false") boolean findings, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(imports.report(id, outcome, findings, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}/report.csv")
    @Produces(CSV)
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "The file of an import with an error column")
    public Response report(@PathParam("id") UUID id) {
        ErrorColumn report = new ErrorColumn(id, imports.mapping(imports.require(id).mapping()), imports);
        StreamingOutput body = report::write;
        return Response.ok(body).header("Content-Disposition", "attachment; filename=\"report.csv\"").build();
    }
}
