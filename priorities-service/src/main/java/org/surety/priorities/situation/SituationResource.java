package org.surety.priorities.situation;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
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
import org.surety.kit.http.RedactedAnswers;
import org.surety.kit.http.Versions;

/** Situations over HTTP: who may see them reads, the coordinator and the parties of the coalition propose. */
@Path("/api/v1/situations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Situations")
class SituationResource {

    private final SituationService situations;
    private final Paging paging;
    private final RedactedAnswers answers;

    SituationResource(SituationService situations, Paging paging, RedactedAnswers answers) {
        this.situations = situations;
        this.paging = paging;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List situations", description = "In the order of their first days, whatever became of them; with `asOf` those that "
            + "are in force on that day.")
    public RestResponse<Page<SituationRepresentation>> list(@BeanParam SituationFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(situations.list(filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a situation", description = "What it says, who said what of it, and whether it is in force on a day.")
    @APIResponseSchema(SituationRepresentation.class)
    public Response read(@PathParam("id") UUID id,
            @Parameter(description = "Whether it is in force on this day; absent: today") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt,
            @Context Request request) {
        SituationRepresentation situation = situations.require(id, asOf, knownAt);
        return answers.answer(request, situation.version(), situation);
    }

    @POST
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Propose a situation", description = "By the coordinator, or for the own party by an editor of a party of the coalition. It "
            + "is in force once two persons of different parties stand for it. With `exercise` it is only played: it is determined at "
            + "once and wakes nothing.")
    @APIResponseSchema(value = SituationRepresentation.class, responseCode = "201")
    public Response propose(@NotNull SituationDescription description) {
        SituationRepresentation situation = situations.propose(description);
        return Response.created(URI.create("/api/v1/situations/" + situation.id())).entity(situation)
                .tag(Versions.tag(situation.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Word a proposed situation anew", description = "While it is proposed, by the party that proposed it or the coordinator. Who "
            + "confirmed it has confirmed other words, and has to do so again. Series, kind and exercise are settled.")
    @APIResponseSchema(SituationRepresentation.class)
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull SituationDescription description) {
        SituationRepresentation situation = situations.amend(id, Versions.named(ifMatch), description);
        return Response.ok(situation).tag(Versions.tag(situation.version())).build();
    }
}
