package org.surety.commitments.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;

/** The approvals that a commitment needs, over HTTP. */
@Path("/api/v1/commitments/{id}/approvals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
class CommitmentApprovalsResource {

    private final ApprovalService approvals;

    CommitmentApprovalsResource(ApprovalService approvals) {
        this.approvals = approvals;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Tell where a commitment stands as to the approvals that it needs", description = "On a day: whether one of them "
            + "blocks it, which and why, and what comes next.")
    public ApprovalAxis read(@PathParam("id") UUID id,
            @Parameter(description = "The day; absent: today") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {
        return approvals.axis(id, asOf, knownAt);
    }
}
