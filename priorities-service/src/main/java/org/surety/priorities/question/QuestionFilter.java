package org.surety.priorities.question;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;
import org.surety.priorities.question.QuestionRepresentation.Status;
import org.surety.priorities.stating.Days;

/** Which questions a list is of; each may be absent. */
record QuestionFilter(@Parameter(description = "The owner") @QueryParam("party") String party,
        @QueryParam("priority") PriorityCode priority, @QueryParam("series") Series series,
        @Parameter(description = "OPEN has those that are overdue too") @QueryParam("status") Status status,
        @Parameter(description = "As of this day, by the days on which they were raised, resolved and reopened") @QueryParam("asOf") LocalDate asOf,
        @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {

    void check() {
        Days.check(new Violations(), asOf, "asOf").refuse();
    }
}
