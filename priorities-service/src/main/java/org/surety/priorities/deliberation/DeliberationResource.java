package org.surety.priorities.deliberation;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.RedactedAnswers;
import org.surety.kit.http.Versions;
import org.surety.priorities.stating.FreeText;

/** How far the coalition has come with a priority, over HTTP: who may see it reads, the coordinator notes. */
@Path("/api/v1/priorities/{code}/deliberations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Priorities")
class DeliberationResource {

    private final DeliberationService deliberations;
    private final Paging paging;
    private final RedactedAnswers answers;

    DeliberationResource(DeliberationService deliberations, Paging paging, RedactedAnswers answers) {
        this.deliberations = deliberations;
        this.paging = paging;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the steps of a priority's deliberation", description = "Of one series, by their days; the last one that has begun holds.")
    public RestResponse<Page<DeliberationRepresentation>> list(@PathParam("code") PriorityCode code,
            @Parameter(required = true) @QueryParam("series") Series series,
            @Parameter(description = "Steps that hold by this day") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt,
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return paging.answer(deliberations.list(code, series, asOf, knownAt, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a step of a priority's deliberation")
    @APIResponseSchema(DeliberationRepresentation.class)
    public Response read(@PathParam("code") PriorityCode code, @PathParam("id") UUID id, @Context Request request) {
        DeliberationRepresentation step = deliberations.require(code, id);
        return answers.answer(request, step.version(), step);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Note how far the coalition has come", description = "The state from a day on, and who leads; forward or back. What was noted before "
            + "stays; the same step again is answered with 200. " + FreeText.NO_NAMES)
    @APIResponseSchema(value = DeliberationRepresentation.class, responseCode = "201")
    public Response move(@PathParam("code") PriorityCode code, @NotNull DeliberationStep said) {
        DeliberationService.Moved moved = deliberations.move(code, said);
        DeliberationRepresentation step = moved.step();
        URI address = URI.create("/api/v1/priorities/" + code + "/deliberations/" + step.id());
        return (moved.isNew() ? Response.created(address) : Response.ok()).entity(step).tag(Versions.tag(step.version())).build();
    }
}
