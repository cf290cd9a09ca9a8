package org.surety.delegations.party;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;

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
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyKind;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;

/** Parties over HTTP: everybody reads, the coordinator writes; whom a party lets enter on its behalf it says itself. */
@Path("/api/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Parties")
class PartyResource {

    private final PartyService parties;
    private final Paging paging;

    PartyResource(PartyService parties, Paging paging) {
        this.parties = parties;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List parties", description = "In the order of their codes. `attribute` asks for what holds on the "
            + "day `asOf`, by default today; with `asOf` only what holds on that day is answered. `knownAt` is the instant as of which "
            + "the register is read.")
    public RestResponse<Page<PartyRepresentation>> list(@QueryParam("series") Series series, @QueryParam("kind") PartyKind kind,
            @QueryParam("attribute") PartyAttribute attribute, @QueryParam("asOf") LocalDate asOf,
            @QueryParam("knownAt") Instant knownAt, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return paging.answer(parties.list(series, kind, attribute, asOf, knownAt, paging.request(limit, cursor)));
    }

    @GET
    @Path("{code}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a party", description = "With `asOf` what holds on that day, without it everything with its periods; "
            + "with `knownAt` as it was known at that instant, under the ETag of then.")
    @APIResponseSchema(PartyRepresentation.class)
    public Response read(@PathParam("code") String code, @QueryParam("asOf") LocalDate asOf, @QueryParam("knownAt") Instant knownAt,
            @Context Request request) {
        PartyRepresentation party = parties.require(code, asOf, knownAt);
        return Versions.answer(request, party.version(), party);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Register a party")
    @APIResponseSchema(value = PartyRepresentation.class, responseCode = "201")
    public Response register(@NotNull PartyRegistration registration) {
        PartyRepresentation party = parties.register(registration);
        return Response.created(URI.create("/api/v1/parties/" + party.code())).entity(party).tag(Versions.tag(party.version()))
                .build();
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Replace the names and attributes of a party")
    @APIResponseSchema(PartyRepresentation.class)
    public Response amend(@PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull PartyDescription description) {
        PartyRepresentation party = parties.amend(code, Versions.named(ifMatch), description);
        return Response.ok(party).tag(Versions.tag(party.version())).build();
    }

    @POST
    @Path("{code}/focal-points")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Name the parties that enter on behalf of a party", description = "An editor of the party replaces the list. The "
            + "editors of the parties named write its persons, delegations, accreditations and grants from the first day to the last; each "
            + "change says who made it.")
    @APIResponseSchema(PartyRepresentation.class)
    public Response nameFocalPoints(@PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull FocalPoints focalPoints) {
        PartyRepresentation party = parties.nameFocalPoints(code, Versions.named(ifMatch), focalPoints);
        return Response.ok(party).tag(Versions.tag(party.version())).build();
    }
}
