package org.surety.commitments.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.commitments.approval.ApprovalAxis;
import org.surety.commitments.readiness.Freshness;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.TriggerKind;
import org.surety.kit.problem.Violations;

/** Which commitments a list is of; each may be absent. */
public record CommitmentFilter(@QueryParam("party") String party,
        @Parameter(description = "Those of others in which this party has a share") @QueryParam("jointWith") String jointWith,
        @QueryParam("priority") PriorityCode priority,
        @QueryParam("kind") Kind kind, @QueryParam("basis") Basis basis, @QueryParam("series") Series series,
        @QueryParam("state") State state, @QueryParam("requirement") UUID requirement, @QueryParam("approval") UUID approval,
        @QueryParam("instrument") UUID instrument, @QueryParam("category") String category,
        @QueryParam("binding") BindingForm binding,
        @Parameter(description = "Where guarantees stand as to the approvals that they need, today or on the day of asOf") @QueryParam("approvalStatus") ApprovalAxis.Status approvalStatus,
        @Parameter(description = "Those whose period does not end before this day") @QueryParam("from") LocalDate from,
        @Parameter(description = "Those whose period does not begin after this day") @QueryParam("until") LocalDate until,
        @Parameter(description = "Those with these words, of 2 to 100 characters, in the title or the text, whether capital or not") @QueryParam("text") String text,
        @Parameter(description = "Whether what was stated of the readiness can be relied on, today or on the day of asOf. NONE: guarantees of which nothing was stated") @QueryParam("readiness") Freshness readiness,
        @Parameter(description = "Guarantees that this, among others, wakes") @QueryParam("trigger") TriggerKind trigger,
        @Parameter(description = "What was promised on this day, by the days on which acts were done") @QueryParam("asOf") LocalDate asOf,
        @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {

    private static final int LEAST_TEXT = 2;
    private static final int MOST_TEXT = 100;

    /** The filter without all that narrows within a series and a state. */
    public CommitmentFilter onlySeriesAndState() {
        return new CommitmentFilter(null, null, null, null, null, series, state, null, null, null, null, null, null, null, null,
                null,
                null, null,
                asOf, knownAt);
    }

    public void check() {
        new Violations().check(from == null || until == null || !until.isBefore(from), "until", "must not be before from")
                .check(text == null || text.strip().length() >= LEAST_TEXT && text.length() <= MOST_TEXT, "text",
                        "must have " + LEAST_TEXT + " to " + MOST_TEXT + " characters")
                .refuse();
    }
}
