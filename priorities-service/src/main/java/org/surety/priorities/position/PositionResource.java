package org.surety.priorities.position;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.priorities.stating.FreeText;

/** Positions over HTTP: who may see them reads, each party writes its own. */
@Path("/api/v1/positions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Positions")
class PositionResource {

    private static final String PATH = "/api/v1/positions/";

    private final PositionService positions;
    private final Paging paging;

    PositionResource(PositionService positions, Paging paging) {
        this.positions = positions;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List positions", description = "How each party stands to each priority, of what is released to you: the position that was "
            + "stated last, by its day.")
    public RestResponse<Page<PositionRepresentation>> list(@BeanParam PositionFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(positions.list(filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a position")
    @APIResponseSchema(PositionRepresentation.class)
    public Response read(@PathParam("id") UUID id,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt,
            @Context Request request) {
        PositionRepresentation position = positions.require(id, knownAt);
        return Versions.answer(request, position.version(), position);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "State a position", description = "By an editor of the party. The position that held before stays; what was stated of that day "
            + "already, with the same words and label, is answered with 200. " + FreeText.NO_NAMES)
    @APIResponseSchema(value = PositionRepresentation.class, responseCode = "201")
    public Response state(@NotNull PositionStatement said) {
        PositionService.Stated stated = positions.state(said);
        PositionRepresentation position = stated.position();
        return (stated.isNew() ? Response.created(URI.create(PATH + position.id())) : Response.ok()).entity(position)
                .tag(Versions.tag(position.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Correct a position", description = "Of what was stated wrongly. A party that changes its mind states a new one. "
            + FreeText.NO_NAMES)
    @APIResponseSchema(PositionRepresentation.class)
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull PositionStatement said) {
        return answer(positions.amend(id, Versions.named(ifMatch), said));
    }

    @POST
    @Path("{id}/withdrawals")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Take a position back", description = "It never was so. It stays readable and holds on no day.")
    @APIResponseSchema(PositionRepresentation.class)
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull PositionWithdrawal withdrawal) {
        return answer(positions.withdraw(id, Versions.named(ifMatch), withdrawal));
    }

    private static Response answer(PositionRepresentation position) {
        return Response.ok(position).tag(Versions.tag(position.version())).build();
    }
}
