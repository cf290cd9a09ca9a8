package org.surety.priorities.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;
import org.surety.priorities.requirement.RequirementRepresentation;

/** Of what, and over which months, coverage is asked. */
public record MonthFilter(@Parameter(required = true) @QueryParam("series") Series series,
        @Parameter(description = "Only these, repeated; absent: all that you may see") @QueryParam("requirement") List<String> requirement,
        @QueryParam("priority") PriorityCode priority,
        @Parameter(description = "A day of the first month; absent: of the current one") @QueryParam("from") LocalDate from,
        @Parameter(description = "1 to 120; absent: 12") @QueryParam("months") Integer months,
        @Parameter(description = "As it was known at this instant; absent: as it is known now") @QueryParam("knownAt") Instant knownAt,
        @Parameter(description = "Only these parties, or the members of these party groups, with commas or repeated: as if all others gave nothing and had no word in anything") @QueryParam("with") List<String> with,
        @Parameter(description = "Without these parties, or the members of these party groups: without what they give, and without what waits for them") @QueryParam("without") List<String> without,
        @Parameter(description = "Kinds of situations to be taken for determined, as in coverage") @QueryParam("assume") List<String> assume) {

    public MonthFilter {
        requirement = requirement == null ? List.of() : requirement;
        assume = assume == null ? List.of() : assume;
        with = with == null ? List.of() : with;
        without = without == null ? List.of() : without;
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
