package org.surety.priorities.obligation;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.Series;

/** What the list of obligations may be narrowed by; null: not. */
public record ObligationFilter(@Parameter(description = "Absent: REAL") @QueryParam("series") Series series,
        @QueryParam("situation") UUID situation, @QueryParam("party") String party, @QueryParam("commitment") UUID commitment,
        @Parameter(description = "Only those of exercises, or only those of what is not one") @QueryParam("exercise") Boolean exercise,
        @Parameter(description = "What was called by this day, and how it stood then; absent: today") @QueryParam("asOf") LocalDate asOf) {
}
