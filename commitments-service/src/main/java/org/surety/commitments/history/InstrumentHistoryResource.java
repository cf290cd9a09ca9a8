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

/** The history of an instrument over HTTP. */
@Path("/api/v1/instruments/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Instruments")
class InstrumentHistoryResource {

    private final RecordHistory history;
    private final Paging paging;

    InstrumentHistoryResource(RecordHistory history, Paging paging) {
        this.history = history;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the versions of an instrument", description = "What happened, when it was recorded and why: a new fact, a "
            + "correction and so on. Of versions that were and are released to you and in which something changed for you; read one with knownAt.")
    public RestResponse<Page<HistoryEntry>> list(@PathParam("id") UUID id, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(history.list("instrument", "instrument_version", id, paging.request(limit, cursor)));
    }
}
