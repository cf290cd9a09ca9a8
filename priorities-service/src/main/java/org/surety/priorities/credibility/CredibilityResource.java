package org.surety.priorities.credibility;

import java.time.LocalDate;

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

/** Credibility over HTTP: for everybody who reads, and for each as far as it is released to them. */
@Path("/api/v1/credibility")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credibility")
class CredibilityResource {

    private final CredibilityService credibility;
    private final RedactedAnswers answers;

    CredibilityResource(CredibilityService credibility, RedactedAnswers answers) {
        this.credibility = credibility;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Can it be believed?", description = "Each criterion that is asked, with where it stands, why, and the rule, of what is released to "
            + "you: MET, NOT_MET, or CANNOT_BE_TOLD where what it needs is not disclosed.")
    @APIResponseSchema(Credibility.class)
    public Response read(@Parameter(required = true) @QueryParam("series") Series series,
            @Parameter(description = "The day; absent: today") @QueryParam("asOf") LocalDate asOf, @Context Request request) {
        return answers.answer(request, credibility.read(series, asOf));
    }
}
