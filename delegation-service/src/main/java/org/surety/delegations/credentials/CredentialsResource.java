package org.surety.delegations.credentials;

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
import org.surety.delegations.hosting.HostedFilter;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;

/** Credentials over HTTP: a party presents those of its delegations, the host examines them. */
@Path("/api/v1/credentials")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials")
class CredentialsResource {

    private final CredentialsService credentials;
    private final Paging paging;

    CredentialsResource(CredentialsService credentials, Paging paging) {
        this.credentials = credentials;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List credentials", description = "In the order of party and id.")
    public RestResponse<Page<CredentialsRepresentation>> list(@BeanParam HostedFilter filter,
            @QueryParam("status") Credentials.Status status,
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return paging.answer(credentials.list(filter, status, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read credentials", description = "With `knownAt` as they were known at that instant, under the ETag of then.")
    @APIResponseSchema(CredentialsRepresentation.class)
    public Response read(@PathParam("id") UUID id, @QueryParam("knownAt") Instant knownAt, @Context Request request) {
        CredentialsRepresentation found = credentials.require(id, knownAt);
        return Versions.answer(request, found.version(), found);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Present credentials to the host", description = "The persons and the issuer are of the delegation's party. The host "
            + "must be able to see the record; without a label it and the sender alone do. Release the persons' records to the host too, or "
            + "it does not learn who they are.")
    @APIResponseSchema(value = CredentialsRepresentation.class, responseCode = "201")
    public Response present(@NotNull Presentation presentation) {
        CredentialsRepresentation presented = credentials.present(presentation);
        return Response.created(URI.create("/api/v1/credentials/" + presented.id())).entity(presented)
                .tag(Versions.tag(presented.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Present credentials anew", description = "While they are not accepted. What the host found is put aside: they are "
            + "PRESENTED again.")
    @APIResponseSchema(CredentialsRepresentation.class)
    public Response presentAnew(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull CredentialsDescription description) {
        return answer(credentials.presentAnew(id, Versions.named(ifMatch), description));
    }

    @POST
    @Path("{id}/examinations")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Examine credentials", description = "By an editor of the gathering's host. ACCEPTED is final; the others may be "
            + "examined again.")
    @APIResponseSchema(CredentialsRepresentation.class)
    public Response examine(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Examination examination) {
        return answer(credentials.examine(id, Versions.named(ifMatch), examination));
    }

    private static Response answer(CredentialsRepresentation credentials) {
        return Response.ok(credentials).tag(Versions.tag(credentials.version())).build();
    }
}
