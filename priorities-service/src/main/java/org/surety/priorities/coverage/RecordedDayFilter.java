package org.surety.priorities.coverage;

import java.time.LocalDate;
import java.util.List;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;
import org.surety.priorities.requirement.RequirementRepresentation;

/** Of what, and over which days that have been, coverage is asked. */
public record RecordedDayFilter(@Parameter(required = true) @QueryParam("series") Series series,
        @Parameter(description = "Only these, repeated; absent: all that you may see") @QueryParam("requirement") List<String> requirement,
        @QueryParam("priority") PriorityCode priority,
        @Parameter(description = "The last day; absent: today") @QueryParam("until") LocalDate until,
        @Parameter(description = "1 to 92; absent: 30") @QueryParam("days") Integer days,
        @Parameter(description = "Kinds of situations to be taken for determined, as in coverage") @QueryParam("assume") List<String> assume) {

    public RecordedDayFilter {
        requirement = requirement == null ? List.of() : requirement;
        assume = assume == null ? List.of() : assume;
    }

    void check() {
        requirements().check(new Violations().check(series != null, "series", "must be one of " + List.of(Series.values())))
                .refuse();
    }

    RequirementIds requirements() {
        return new RequirementIds(requirement);
    }

    boolean asksFor(RequirementRepresentation one) {
        return requirements().have(one) && (priority == null || priority == one.priority());
    }
}
