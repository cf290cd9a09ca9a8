package org.surety.priorities.priority;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Page;
import org.surety.kit.http.RedactedAnswers;
import org.surety.kit.http.Versions;

/** The five priorities over HTTP: everybody reads, the coordinator words them. There is no sixth, so nothing to POST or DELETE. */
@Path("/api/v1/priorities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Priorities")
class PriorityResource {

    private static final String SERIES = "Answers with the deliberation and the texts of this series";

    private final PriorityService priorities;
    private final RedactedAnswers answers;

    PriorityResource(PriorityService priorities, RedactedAnswers answers) {
        this.priorities = priorities;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the five priorities")
    public Page<PriorityRepresentation> list(@Parameter(description = SERIES) @QueryParam("series") Series series) {
        return new Page<>(priorities.listFive(series), null);
    }

    @GET
    @Path("{code}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a priority")
    @APIResponseSchema(PriorityRepresentation.class)
    public Response read(@PathParam("code") PriorityCode code,
            @Parameter(description = SERIES) @QueryParam("series") Series series, @Context Request request) {
        PriorityRepresentation priority = priorities.require(code, series);
        return series == null
                ? Versions.answer(request, priority.version(), priority)
                : answers.answer(request, priority.version(), priority);
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Replace the title and description of a priority")
    @APIResponseSchema(PriorityRepresentation.class)
    public Response amend(@PathParam("code") PriorityCode code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull PriorityDescription wording) {
        PriorityRepresentation priority = priorities.amend(code, Versions.named(ifMatch), wording);
        return Response.ok(priority).tag(Versions.tag(priority.version())).build();
    }
}
