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

/** Full powers over HTTP: issued by who may issue them, for one kind of act and one scope. */
@Path("/api/v1/full-powers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Full powers")
class FullPowersResource {

    private final GrantService grants;
    private final Paging paging;

    FullPowersResource(GrantService grants, Paging paging) {
        this.grants = grants;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List full powers", description = "In the order of party and id.")
    public RestResponse<Page<GrantRepresentation>> list(@BeanParam GrantFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(grants.list(Ground.FULL_POWERS, filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read full powers", description = "As it stands, or as it was known at an instant.")
    @APIResponseSchema(GrantRepresentation.class)
    public Response read(@PathParam("id") UUID id, @QueryParam("knownAt") Instant knownAt, @Context Request request) {
        GrantRepresentation powers = grants.require(Ground.FULL_POWERS, id, knownAt);
        return Versions.answer(request, powers.version(), powers);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Record full powers", description = "The issuer has an office, or powers to issue powers, on the day of issue: else 409. Not for days before it. "
            + "Do not write names of persons into reasons and other texts: they stand at /persons alone, where they can be erased.")
    @APIResponseSchema(value = GrantRepresentation.class, responseCode = "201")
    public Response grant(@NotNull Granting granting) {
        GrantRepresentation powers = grants.grant(Ground.FULL_POWERS, granting);
        return Response.created(URI.create(powers.path())).entity(powers).tag(Versions.tag(powers.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Correct full powers that was recorded wrongly", description = "What was believed until now stays: `knownAt` "
            + "shows it. Party, person and label stay. What was revoked is not corrected: 409.")
    @APIResponseSchema(GrantRepresentation.class)
    public Response correct(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull GrantDescription description) {
        return answer(grants.correct(Ground.FULL_POWERS, id, Versions.named(ifMatch), description));
    }

    @POST
    @Path("{id}/revocations")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Revoke full powers", description = "From the day on they do not hold. Once: the same day and reason again change nothing. Do not "
            + "write names of persons into the reason.")
    @APIResponseSchema(GrantRepresentation.class)
    public Response revoke(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Revocation revocation) {
        return answer(grants.revoke(Ground.FULL_POWERS, id, Versions.named(ifMatch), revocation));
    }

    private static Response answer(GrantRepresentation powers) {
        return Response.ok(powers).tag(Versions.tag(powers.version())).build();
    }
}
