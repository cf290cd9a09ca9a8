package org.surety.priorities.position;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.Stance;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;

/** Which positions a list is of; each may be absent. */
record PositionFilter(@QueryParam("party") String party, @QueryParam("priority") PriorityCode priority,
        @QueryParam("series") Series series, @QueryParam("stance") Stance stance,
        @Parameter(description = "true: all that was stated, in the order of recording, also what holds no more and what was withdrawn; else of "
                + "each party and priority the position that holds") @QueryParam("earlier") Boolean earlier,
        @Parameter(description = "As of this day, by the days on which they were stated") @QueryParam("asOf") LocalDate asOf,
        @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {

    boolean withEarlier() {
        return earlier != null && earlier;
    }

    void check() {
        Days.check(new Violations(), asOf, "asOf").refuse();
    }
}
