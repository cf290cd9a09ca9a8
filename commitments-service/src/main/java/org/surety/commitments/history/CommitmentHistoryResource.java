package org.surety.commitments.history;

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
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;

/** The history of a commitment over HTTP. */
@Path("/api/v1/commitments/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
class CommitmentHistoryResource {

    private final RecordHistory history;
    private final Paging paging;

    CommitmentHistoryResource(RecordHistory history, Paging paging) {
        this.history = history;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the versions of a commitment", description = "What happened, when it was recorded and why: a new fact, a "
            + "correction and so on. Of versions that were and are released to you and in which something changed for you; read one with knownAt.")
    public RestResponse<Page<HistoryEntry>> list(@PathParam("id") UUID id, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(history.list("commitment", "commitment_version_shown", id, paging.request(limit, cursor)));
    }
}
