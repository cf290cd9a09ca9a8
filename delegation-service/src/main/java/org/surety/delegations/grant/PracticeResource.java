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

/** Accepted practices over HTTP: that a person is taken to represent a party without full powers. */
@Path("/api/v1/accepted-practices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accepted practices")
class PracticeResource {

    private final GrantService grants;
    private final Paging paging;

    PracticeResource(GrantService grants, Paging paging) {
        this.grants = grants;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List accepted practices", description = "In the order of party and id.")
    public RestResponse<Page<GrantRepresentation>> list(@BeanParam GrantFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(grants.list(Ground.PRACTICE, filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read an accepted practice", description = "As it stands, or as it was known at an instant.")
    @APIResponseSchema(GrantRepresentation.class)
    public Response read(@PathParam("id") UUID id, @QueryParam("knownAt") Instant knownAt, @Context Request request) {
        GrantRepresentation practice = grants.require(Ground.PRACTICE, id, knownAt);
        return Versions.answer(request, practice.version(), practice);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Record that a person is accepted without full powers", description = "By practice or other circumstances, which the sources name. "
            + "Do not write names of persons into reasons and other texts: they stand at /persons alone, where they can be erased.")
    @APIResponseSchema(value = GrantRepresentation.class, responseCode = "201")
    public Response grant(@NotNull Granting granting) {
        GrantRepresentation practice = grants.grant(Ground.PRACTICE, granting);
        return Response.created(URI.create(practice.path())).entity(practice).tag(Versions.tag(practice.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Correct an accepted practice that was recorded wrongly", description = "What was believed until now stays: `knownAt` "
            + "shows it. Party, person and label stay. What was revoked is not corrected: 409.")
    @APIResponseSchema(GrantRepresentation.class)
    public Response correct(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull GrantDescription description) {
        return answer(grants.correct(Ground.PRACTICE, id, Versions.named(ifMatch), description));
    }

    @POST
    @Path("{id}/revocations")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "End an accepted practice", description = "From the day on the person is not accepted by practice. Once: the same day and reason again change nothing. Do not "
            + "write names of persons into the reason.")
    @APIResponseSchema(GrantRepresentation.class)
    public Response revoke(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Revocation revocation) {
        return answer(grants.revoke(Ground.PRACTICE, id, Versions.named(ifMatch), revocation));
    }

    private static Response answer(GrantRepresentation practice) {
        return Response.ok(practice).tag(Versions.tag(practice.version())).build();
    }
}
