package org.surety.priorities.weaklink;

import java.time.LocalDate;
import java.util.UUID;

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

/** Weak links over HTTP: for everybody who reads, and for each as far as it is released to them. */
@Path("/api/v1/weak-links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Weak links")
class WeakLinkResource {

    private final WeakLinkService links;
    private final RedactedAnswers answers;

    WeakLinkResource(WeakLinkService links, RedactedAnswers answers) {
        this.links = links;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Without what does it not hold?", description = "For each requirement that is assured at its minimum: the single parties, commitments, "
            + "backstops and approvals whose loss takes it below, of what is released to you, commitments by id and title; on request sets of two and three "
            + "parties. Circular conditions beside it.")
    @APIResponseSchema(WeakLinkRepresentation.class)
    public Response read(@Parameter(required = true) @QueryParam("series") Series series,
            @Parameter(description = "The day; absent: today") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "One requirement; absent: all that stand") @QueryParam("requirement") UUID requirement,
            @Parameter(description = "How many parties are taken away at once: 1 to 3, default 1") @QueryParam("upTo") Integer upTo,
            @Context Request request) {
        return answers.answer(request, links.read(series, asOf, requirement, upTo));
    }
}
