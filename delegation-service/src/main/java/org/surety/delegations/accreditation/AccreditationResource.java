package org.surety.delegations.accreditation;

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
import org.surety.delegations.hosting.HostedFilter;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;

/** Accreditations over HTTP: a party asks for its persons, the host decides. */
@Path("/api/v1/accreditations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accreditations")
class AccreditationResource {

    private final AccreditationService accreditations;
    private final Paging paging;

    AccreditationResource(AccreditationService accreditations, Paging paging) {
        this.accreditations = accreditations;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List accreditations", description = "In the order of party and id.")
    public RestResponse<Page<AccreditationRepresentation>> list(@BeanParam HostedFilter filter,
            @QueryParam("status") Accreditation.Status status,
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return paging.answer(accreditations.list(filter, status, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read an accreditation", description = "With `knownAt` as it was known at that instant, under the ETag of then.")
    @APIResponseSchema(AccreditationRepresentation.class)
    public Response read(@PathParam("id") UUID id, @QueryParam("knownAt") Instant knownAt, @Context Request request) {
        AccreditationRepresentation accreditation = accreditations.require(id, knownAt);
        return Versions.answer(request, accreditation.version(), accreditation);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Ask the host for permission to attend", description = "For a person of the delegation's party, who is of the "
            + "delegation or is to be added. The host must be able to see the record; without a label it and the sender alone do. Release "
            + "the person's record to the host too, or it does not learn for whom you ask.")
    @APIResponseSchema(value = AccreditationRepresentation.class, responseCode = "201")
    public Response request(@NotNull AccreditationRequest request) {
        AccreditationRepresentation accreditation = accreditations.request(request);
        return Response.created(URI.create("/api/v1/accreditations/" + accreditation.id())).entity(accreditation)
                .tag(Versions.tag(accreditation.version())).build();
    }

    @POST
    @Path("{id}/decisions")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Grant or refuse an accreditation", description = "By an editor of the gathering's host, once.")
    @APIResponseSchema(AccreditationRepresentation.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull HostDecision decision) {
        return answer(accreditations.decide(id, Versions.named(ifMatch), decision));
    }

    @POST
    @Path("{id}/withdrawals")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Withdraw an accreditation", description = "By the sender, while it is asked for or granted. It stays readable.")
    @APIResponseSchema(AccreditationRepresentation.class)
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Withdrawal withdrawal) {
        return answer(accreditations.withdraw(id, Versions.named(ifMatch), withdrawal));
    }

    private static Response answer(AccreditationRepresentation accreditation) {
        return Response.ok(accreditation).tag(Versions.tag(accreditation.version())).build();
    }
}
