package org.surety.delegations.gathering;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;

/** Gatherings over HTTP: everybody reads, the coordinator writes. */
@Path("/api/v1/gatherings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Gatherings")
class GatheringResource {

    private final GatheringService gatherings;
    private final Paging paging;

    GatheringResource(GatheringService gatherings, Paging paging) {
        this.gatherings = gatherings;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List gatherings", description = "In the order of their first day.")
    public Response list(@QueryParam("series") Series series, @QueryParam("status") Gathering.Status status,
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return paging.answer(gatherings.list(series, status, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a gathering")
    public Response read(@PathParam("id") UUID id, @Context Request request) {
        GatheringRepresentation gathering = gatherings.require(id);
        return Versions.answer(request, gathering.version(), gathering);
    }

    @GET
    @Path("{id}/tally")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Count the delegations of a gathering", description = "By kind of party and level, as far as they are released "
            + "to you; states and organisations apart, undisclosed levels counted as such.")
    public GatheringTally tally(@PathParam("id") UUID id) {
        return gatherings.tally(id);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Plan a gathering, or record one that was held")
    public Response plan(@NotNull GatheringDescription description) {
        GatheringRepresentation gathering = gatherings.plan(description);
        return Response.created(URI.create("/api/v1/gatherings/" + gathering.id())).entity(gathering)
                .tag(Versions.tag(gathering.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Replace what is said of a gathering")
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull GatheringDescription description) {
        GatheringRepresentation gathering = gatherings.amend(id, Versions.named(ifMatch), description);
        return Response.ok(gathering).tag(Versions.tag(gathering.version())).build();
    }
}
