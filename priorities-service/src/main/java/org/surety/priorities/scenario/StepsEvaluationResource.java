package org.surety.priorities.scenario;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;
import org.surety.release.audit.RecordedRead;

/** What steps would lead to that nobody stores. A question with a body: it writes nothing. */
@Path("/api/v1/scenario-evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Scenarios")
class StepsEvaluationResource {

    private final ScenarioEvaluationService evaluations;

    StepsEvaluationResource(ScenarioEvaluationService evaluations) {
        this.evaluations = evaluations;
    }

    @POST
    @RecordedRead
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "What would these steps lead to?", description = "As for a scenario, of steps that are not stored. It leaves no record and no change.")
    @APIResponseSchema(ScenarioEvaluation.class)
    public Response evaluate(@NotNull StepsToEvaluate steps) {
        return Response.ok(evaluations.evaluate(steps)).build();
    }
}
