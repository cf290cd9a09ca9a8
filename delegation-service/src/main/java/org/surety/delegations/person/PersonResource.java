package org.surety.delegations.person;

import java.net.URI;
import java.time.Instant;
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
import org.surety.contracts.Rank;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;

/** Persons over HTTP. */
@Path("/api/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Persons")
class PersonResource {

    private final PersonService persons;
    private final Paging paging;

    PersonResource(PersonService persons, Paging paging) {
        this.persons = persons;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List persons", description = "In the order of party and id. `knownAt` is the instant as of which ranks "
            + "are read; names are always those of now, no earlier ones are kept.")
    public RestResponse<Page<PersonRepresentation>> list(@QueryParam("party") String party, @QueryParam("rank") Rank rank,
            @QueryParam("knownAt") Instant knownAt,
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return paging.answer(persons.list(party, rank, knownAt, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a person", description = "With `knownAt` the rank as it was known at that instant and the name of now, and "
            + "without an ETag: two times are in the answer.")
    @APIResponseSchema(PersonRepresentation.class)
    public Response read(@PathParam("id") UUID id, @QueryParam("knownAt") Instant knownAt, @Context Request request) {
        PersonRepresentation person = persons.require(id, knownAt);
        return knownAt == null ? Versions.answer(request, person.version(), person) : Response.ok(person).build();
    }

    @POST
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Record a person of a party", description = "Names stand here and nowhere else in the suite: do not write "
            + "them into the free text of other records.")
    @APIResponseSchema(value = PersonRepresentation.class, responseCode = "201")
    public Response record(@NotNull PersonRecord record) {
        PersonRepresentation person = persons.record(record);
        return Response.created(URI.create("/api/v1/persons/" + person.id())).entity(person).tag(Versions.tag(person.version()))
                .build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Replace name, post and rank of a person")
    @APIResponseSchema(PersonRepresentation.class)
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull PersonDescription description) {
        PersonRepresentation person = persons.amend(id, Versions.named(ifMatch), description);
        return Response.ok(person).tag(Versions.tag(person.version())).build();
    }

    /** An empty object: the act says nothing but that it is done. */
    record Erasure() {
    }

    @POST
    @Path("{id}/erasure")
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Erase the name and the post of a person", description = "For good: no earlier version has them. Party, rank and "
            + "what refers to the person stay readable. What was written into free text elsewhere is not found.")
    @APIResponseSchema(PersonRepresentation.class)
    public Response erase(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Erasure erasure) {
        PersonRepresentation person = persons.erase(id, Versions.named(ifMatch));
        return Response.ok(person).tag(Versions.tag(person.version())).build();
    }
}
