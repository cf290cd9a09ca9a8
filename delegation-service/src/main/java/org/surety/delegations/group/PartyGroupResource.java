package org.surety.delegations.group;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;

/** Party groups over HTTP: everybody reads, the coordinator writes. */
@Path("/api/v1/party-groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Party groups")
class PartyGroupResource {

    private final PartyGroupService groups;
    private final Paging paging;

    PartyGroupResource(PartyGroupService groups, Paging paging) {
        this.groups = groups;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List party groups", description = "In the order of their English names. `member` asks for the groups to which a "
            + "party belongs on the day `asOf`, by default today; with `asOf` only the members of that day are answered. `knownAt` is the "
            + "instant as of which the register is read.")
    public RestResponse<Page<PartyGroupRepresentation>> list(@QueryParam("series") Series series,
            @QueryParam("member") String member,
            @QueryParam("asOf") LocalDate asOf, @QueryParam("knownAt") Instant knownAt, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(groups.list(series, member, asOf, knownAt, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a party group", description = "With `asOf` the members of that day, without it all with their periods; with "
            + "`knownAt` as it was known at that instant, under the ETag of then.")
    @APIResponseSchema(PartyGroupRepresentation.class)
    public Response read(@PathParam("id") UUID id, @QueryParam("asOf") LocalDate asOf, @QueryParam("knownAt") Instant knownAt,
            @Context Request request) {
        PartyGroupRepresentation group = groups.require(id, asOf, knownAt);
        return Versions.answer(request, group.version(), group);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Form a party group")
    @APIResponseSchema(value = PartyGroupRepresentation.class, responseCode = "201")
    public Response form(@NotNull PartyGroupDescription description) {
        PartyGroupRepresentation group = groups.form(description);
        return Response.created(URI.create("/api/v1/party-groups/" + group.id())).entity(group).tag(Versions.tag(group.version()))
                .build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Replace the names and members of a party group")
    @APIResponseSchema(PartyGroupRepresentation.class)
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull PartyGroupDescription description) {
        PartyGroupRepresentation group = groups.amend(id, Versions.named(ifMatch), description);
        return Response.ok(group).tag(Versions.tag(group.version())).build();
    }
}
