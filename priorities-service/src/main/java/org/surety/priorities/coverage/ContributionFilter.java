package org.surety.priorities.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/** Which number of coverage is to be opened. */
public record ContributionFilter(@Parameter(required = true) @QueryParam("series") Series series,
        @Parameter(description = "What contributes to this requirement") @QueryParam("requirement") UUID requirement,
        @Parameter(description = "In place of a requirement: commitments to this priority that name none") @QueryParam("priority") PriorityCode priority,
        @Parameter(description = "Only what counts as this; absent: whatever counts as anything on the day") @QueryParam("what") Figure what,
        @QueryParam("party") String party,
        @Parameter(description = "The day; absent: today") @QueryParam("asOf") LocalDate asOf,
        @Parameter(description = "As it was known at this instant; absent: as it is known now") @QueryParam("knownAt") Instant knownAt,
        @Parameter(description = "Only these parties, or the members of these party groups, with commas or repeated: as if all others gave nothing and had no word in anything") @QueryParam("with") List<String> with,
        @Parameter(description = "Without these parties, or the members of these party groups: without what they give, and without what waits for them") @QueryParam("without") List<String> without,
        @Parameter(description = "Kinds of situations to be taken for determined, as in coverage") @QueryParam("assume") List<String> assume) {

    public ContributionFilter {
        assume = assume == null ? List.of() : assume;
        with = with == null ? List.of() : with;
        without = without == null ? List.of() : without;
    }

    void check() {
        new Violations().check(series != null, "series", "must be one of " + List.of(Series.values()))
                .check((requirement == null) != (priority == null), "requirement", "must be named, or a priority in its place")
                .refuse();
    }
}
