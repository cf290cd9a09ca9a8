package org.surety.priorities.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Page;
import org.surety.release.audit.ReadFile;
import org.surety.release.audit.ReadFilter;
import org.surety.release.audit.ReadRepresentation;
import org.surety.release.audit.Reads;

/** What this service was asked and has answered, over HTTP: for the auditor. */
@Path("/api/v1/reads/priorities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reads")
class ReadResource {

    private final Reads reads;

    ReadResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    @RolesAllowed(Role.AUDITOR)
    @Operation(summary = "List the reads of priorities", description = "Who was given which records, the newest first: by count and by a digest of their "
            + "ids. Every read is recorded before it is answered, this one too. Also as `text/csv`; the next page is then in the header `Link`.")
    public RestResponse<Page<ReadRepresentation>> list(@BeanParam ReadFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context HttpHeaders headers) {
        return reads.list(filter, limit, cursor, headers);
    }

    @GET
    @Produces(ReadFile.MEDIA_TYPE)
    @RolesAllowed(Role.AUDITOR)
    @Operation(hidden = true)
    public Response file(@BeanParam ReadFilter filter, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return reads.file(filter, limit, cursor);
    }
}
