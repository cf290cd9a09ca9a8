package org.surety.priorities.situation;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;

/** What the list of situations may be narrowed by; null: not. */
public record SituationFilter(@QueryParam("series") Series series, @QueryParam("kind") SituationKind kind,
        @QueryParam("state") Situation.State state,
        @Parameter(description = "Only those that are exercises, or only those that are not") @QueryParam("exercise") Boolean exercise,
        @Parameter(description = "Only those that are in force on this day") @QueryParam("asOf") LocalDate asOf,
        @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {
}
