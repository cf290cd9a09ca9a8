package org.surety.commitments.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.surety.contracts.ApprovalEffect;
import org.surety.contracts.ApprovalKind;
import org.surety.contracts.ApprovalStatus;
import org.surety.contracts.Series;

/** Which approvals a list is of; each may be absent. */
record ApprovalFilter(@QueryParam("party") String party, @QueryParam("bodyOf") String bodyOf,
        @QueryParam("kind") ApprovalKind kind, @QueryParam("effect") ApprovalEffect effect, @QueryParam("series") Series series,
        @Parameter(description = "Where they stand on the day") @QueryParam("status") ApprovalStatus status,
        @Parameter(description = "Whether they block on the day") @QueryParam("blocks") Boolean blocks,
        @Parameter(description = "Those that this commitment needs") @QueryParam("commitment") UUID commitment,
        @Parameter(description = "Those that expire or lapse within so many days after the day, 1 to 3650") @QueryParam("expiresWithin") Integer expiresWithin,
        @Parameter(description = "The day; absent: today") @QueryParam("asOf") LocalDate asOf,
        @Parameter(description = "As they were known at this instant") @QueryParam("knownAt") Instant knownAt) {
}
