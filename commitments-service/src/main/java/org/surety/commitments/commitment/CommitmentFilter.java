package org.surety.commitments.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.commitments.readiness.Freshness;
import org.surety.contracts.Basis;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;

/** Which commitments a list is of; each may be absent. */
public record CommitmentFilter(@QueryParam("party") String party, @QueryParam("priority") PriorityCode priority,
        @QueryParam("kind") Kind kind, @QueryParam("basis") Basis basis, @QueryParam("series") Series series,
        @QueryParam("state") State state, @QueryParam("requirement") UUID requirement, @QueryParam("approval") UUID approval,
        @QueryParam("instrument") UUID instrument, @QueryParam("category") String category,
        @Parameter(description = "Whether what was stated of the readiness can be relied on, today or on the day of asOf. NONE: guarantees of which nothing was stated") @QueryParam("readiness") Freshness readiness,
        @Parameter(description = "What was promised on this day, by the days on which acts were done") @QueryParam("asOf") LocalDate asOf,
        @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {
}
