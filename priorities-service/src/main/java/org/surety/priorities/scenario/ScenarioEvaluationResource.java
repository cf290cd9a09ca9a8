package org.surety.priorities.scenario;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.surety.kit.actor.Role;
import org.surety.kit.http.RedactedAnswers;

/** What scenarios lead to: for everybody who reads, and for each as far as it is released to them. */
@Path("/api/v1/scenarios/{id}/evaluation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scenarios")
class ScenarioEvaluationResource {

    private final ScenarioEvaluationService evaluations;
    private final RedactedAnswers answers;

    ScenarioEvaluationResource(ScenarioEvaluationService evaluations, RedactedAnswers answers) {
        this.evaluations = evaluations;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "What would a scenario lead to?", description = "Anew from the data of now: per requirement the figures as they are, with the steps "
            + "carried out, and the difference where there is one; minimums that are crossed; and what falls through which condition, wave by wave.")
    @APIResponseSchema(ScenarioEvaluation.class)
    public Response evaluate(@PathParam("id") UUID id,
            @Parameter(description = "Another scenario of the same series, to be laid beside it") @QueryParam("with") UUID with,
            @Parameter(description = "The day; absent: today") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "Also requirements for which nothing changes") @QueryParam("all") @DefaultValue("false") boolean all,
            @Context Request request) {
        return answers.answer(request, evaluations.evaluate(id, with, asOf, all));
    }
}
