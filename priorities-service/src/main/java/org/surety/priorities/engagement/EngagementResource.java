package org.surety.priorities.engagement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.http.RedactedAnswers;

/** Engagement over HTTP: for everybody who reads, and for each as far as it is released to them. */
@Path("/api/v1/engagement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Engagement")
class EngagementResource {

    private final EngagementService engagement;
    private final RedactedAnswers answers;

    EngagementResource(EngagementService engagement, RedactedAnswers answers) {
        this.engagement = engagement;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Who has done something lately?", description = "Of each party the latest that it did with its guarantees, its positions and the "
            + "questions it owns, by the day on which it was done, of what is released to you; the longest silent first.")
    @APIResponseSchema(Engagement.class)
    public Response read(@Parameter(required = true) @QueryParam("series") Series series,
            @Parameter(description = "After so many days without any activity a party is stale: 1 to 3650, default 90") @QueryParam("staleAfterDays") Integer staleAfterDays,
            @Context Request request) {
        return answers.answer(request, engagement.read(series, staleAfterDays));
    }
}
