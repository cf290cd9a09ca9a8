package org.surety.priorities.obligation;

import java.time.LocalDate;
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

/** Obligations over HTTP: who sees the situation and the promise reads them, the party that is called says how far it is. */
@Path("/api/v1/obligations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Obligations")
class ObligationResource {

    private static final String FIRST = "By an editor of the party. What it says first needs no `If-Match`.";

    private final ObligationService obligations;
    private final Paging paging;
    private final RedactedAnswers answers;

    ObligationResource(ObligationService obligations, Paging paging, RedactedAnswers answers) {
        this.obligations = obligations;
        this.paging = paging;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List obligations", description = "Who has to do what by when, because a situation has woken the promise: by the days "
            + "of waking. Those of exercises say so.")
    public RestResponse<Page<ObligationRepresentation>> list(@BeanParam ObligationFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(obligations.list(filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read an obligation", description = "It is there as long as the promise stands and the situation is not rescinded from before.")
    @APIResponseSchema(ObligationRepresentation.class)
    public Response read(@PathParam("id") UUID id,
            @Parameter(description = "How it stands on this day; absent: today") @QueryParam("asOf") LocalDate asOf,
            @Context Request request) {
        ObligationRepresentation obligation = obligations.require(id, asOf);
        return obligation.version() == 0
                ? answers.answer(request, obligation)
                : answers.answer(request, obligation.version(), obligation);
    }

    @POST
    @Path("{id}/acknowledgements")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Say that the party knows of it", description = FIRST)
    @APIResponseSchema(ObligationRepresentation.class)
    public Response acknowledge(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull ObligationAct act) {
        return answer(obligations.take(id, ObligationStep.ACKNOWLEDGED, ifMatch, act));
    }

    @POST
    @Path("{id}/ready-reports")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Say that the party is ready", description = FIRST)
    @APIResponseSchema(ObligationRepresentation.class)
    public Response ready(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull ObligationAct act) {
        return answer(obligations.take(id, ObligationStep.READY, ifMatch, act));
    }

    @POST
    @Path("{id}/completions")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Say that it is done", description = FIRST)
    @APIResponseSchema(ObligationRepresentation.class)
    public Response complete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull ObligationAct act) {
        return answer(obligations.take(id, ObligationStep.DONE, ifMatch, act));
    }

    private static Response answer(ObligationRepresentation obligation) {
        return Response.ok(obligation).tag(Versions.tag(obligation.version())).build();
    }
}
