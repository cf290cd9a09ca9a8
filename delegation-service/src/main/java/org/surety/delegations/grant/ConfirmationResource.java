package org.surety.delegations.grant;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.contracts.Ground;
import org.surety.delegations.grant.GrantRepository.GrantFilter;
import org.surety.delegations.grant.GrantRepresentation.Revocation;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;

/** Confirmations over HTTP: of what a person did for a party without authority. */
@Path("/api/v1/confirmations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Confirmations")
class ConfirmationResource {

    private final GrantService grants;
    private final Paging paging;

    ConfirmationResource(GrantService grants, Paging paging) {
        this.grants = grants;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List confirmations", description = "In the order of party and id.")
    public RestResponse<Page<GrantRepresentation>> list(@BeanParam GrantFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(grants.list(Ground.CONFIRMATION, filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a confirmation", description = "As it stands, or as it was known at an instant.")
    @APIResponseSchema(GrantRepresentation.class)
    public Response read(@PathParam("id") UUID id, @QueryParam("knownAt") Instant knownAt, @Context Request request) {
        GrantRepresentation confirmation = grants.require(Ground.CONFIRMATION, id, knownAt);
        return Versions.answer(request, confirmation.version(), confirmation);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Confirm what a person did", description = "All acts of the kind in a period that lies in the past; with a scope, those for one commitment, say. The issuer "
            + "has an office, or powers to issue powers, on the day of issue: else 409. "
            + "Do not write names of persons into reasons and other texts: they stand at /persons alone, where they can be erased.")
    @APIResponseSchema(value = GrantRepresentation.class, responseCode = "201")
    public Response grant(@NotNull Granting granting) {
        GrantRepresentation confirmation = grants.grant(Ground.CONFIRMATION, granting);
        return Response.created(URI.create(confirmation.path())).entity(confirmation).tag(Versions.tag(confirmation.version()))
                .build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Correct a confirmation that was recorded wrongly", description = "What was believed until now stays: `knownAt` "
            + "shows it. Party, person and label stay. What was revoked is not corrected: 409.")
    @APIResponseSchema(GrantRepresentation.class)
    public Response correct(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull GrantDescription description) {
        return answer(grants.correct(Ground.CONFIRMATION, id, Versions.named(ifMatch), description));
    }

    @POST
    @Path("{id}/revocations")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Take a confirmation back", description = "For acts from the day on: on its first day, for all of them. Once: the same day and reason again change nothing. Do not "
            + "write names of persons into the reason.")
    @APIResponseSchema(GrantRepresentation.class)
    public Response revoke(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Revocation revocation) {
        return answer(grants.revoke(Ground.CONFIRMATION, id, Versions.named(ifMatch), revocation));
    }

    private static Response answer(GrantRepresentation confirmation) {
        return Response.ok(confirmation).tag(Versions.tag(confirmation.version())).build();
    }
}
