package org.surety.commitments.readiness;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.commitments.commitment.ActRules;
import org.surety.commitments.commitment.CommitmentActs;
import org.surety.commitments.commitment.CommitmentRepresentation;
import org.surety.commitments.commitment.CommitmentService;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Versions;

/** The readiness of a commitment over HTTP: its party states it, who sees the commitment reads it. */
@Path("/api/v1/commitments/{id}/readiness-statements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
class ReadinessResource {

    private final CommitmentActs acts;
    private final CommitmentService commitments;

    ReadinessResource(CommitmentActs acts, CommitmentService commitments) {
        this.acts = acts;
        this.commitments = commitments;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List what was stated of the readiness of a commitment", description = "All of it, at most 100, in the order of recording.")
    public Page<StatementRepresentation> list(@PathParam("id") UUID id,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt) {
        return new Page<>(commitments.readinessStatements(id, knownAt), null);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "State how ready a guarantee is", description = "By a person of the party, of a filed guarantee. It is fresh until its last day "
            + "and stale after it; the same again with a later last day reconfirms it. " + ActRules.NO_NAMES)
    @APIResponseSchema(CommitmentRepresentation.class)
    public Response state(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull ReadinessRequest said) {
        CommitmentRepresentation commitment = acts.stateReadiness(id, Versions.named(ifMatch), said);
        return Response.ok(commitment).tag(Versions.tag(commitment.version())).build();
    }
}
