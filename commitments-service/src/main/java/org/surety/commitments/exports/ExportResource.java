package org.surety.commitments.exports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.commitments.commitment.CommitmentFilter;
import org.surety.commitments.commitment.CommitmentService;
import org.surety.commitments.file.FileFormat;
import org.surety.kit.actor.Role;
import org.surety.release.audit.Reading;

/** Commitments as a file. */
@Path("/api/v1/commitments/export")
@Tag(name = "Commitments")
class ExportResource {

    private final CommitmentService commitments;
    private final Reading reading;

    ExportResource(CommitmentService commitments, Reading reading) {
        this.commitments = commitments;
        this.reading = reading;
    }

    @GET
    @Produces("*/*")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Export commitments", description = "What the list of commitments shows you for the same filters, as a file with the "
            + "columns of the template. Importing it changes nothing. Cells that a spreadsheet would take for a formula begin with an apostrophe.")
    public Response export(@BeanParam CommitmentFilter filter, @QueryParam("format") @DefaultValue("CSV") FileFormat format) {
        StreamingOutput body = new CommitmentExport(commitments, filter, format, reading)::write;
        return Response.ok(body).type(format.contentType())
                .header("Content-Disposition", "attachment; filename=\"commitments." + format.extension() + "\"").build();
    }
}
