package org.surety.commitments.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.problem.InvalidRequest;

/** Commitments that wait for each other, over HTTP. */
@Path("/api/v1/circular-conditions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
class CircularConditionResource {

    private final StandingService standings;

    CircularConditionResource(StandingService standings) {
        this.standings = standings;
    }

    /** All circles at once. */
    record Circles(List<Circle> circles) {
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List commitments that wait for each other", description = "Of those released to you: each circle with its parties. "
            + "None of its commitments ever counts unless one of them drops a condition.")
    public Circles list(@QueryParam("series") Series series,
            @Parameter(description = "The day; absent: today") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {
        if (series == null) {
            throw new InvalidRequest("series", "must be stated: REAL or EXERCISE");
        }
        return new Circles(standings.circles(series, asOf, knownAt));
    }
}
