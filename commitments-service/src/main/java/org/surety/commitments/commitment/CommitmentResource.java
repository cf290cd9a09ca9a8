package org.surety.commitments.commitment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.contracts.CommitmentState.Decision;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.RedactedAnswers;
import org.surety.kit.http.Versions;
import org.surety.kit.log.Reason;

/** Commitments over HTTP: who may see one reads it, an editor writes those of the own party. */
@Path("/api/v1/commitments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
class CommitmentResource {

    private final CommitmentService commitments;
    private final CommitmentActs acts;
    private final Paging paging;
    private final RedactedAnswers redacted;

    CommitmentResource(CommitmentService commitments, CommitmentActs acts, Paging paging, RedactedAnswers redacted) {
        this.commitments = commitments;
        this.acts = acts;
        this.paging = paging;
        this.redacted = redacted;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List commitments", description = "In the order in which they were recorded, as far as they are released to you: as they stand, as they "
            + "were on a day, and as they were known at an instant.")
    public RestResponse<Page<CommitmentRepresentation>> list(@BeanParam CommitmentFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(commitments.list(filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a commitment", description = "As it stands, as it was on a day, and as it was known at an instant.")
    @APIResponseSchema(CommitmentRepresentation.class)
    public Response read(@PathParam("id") UUID id,
            @Parameter(description = "What was promised on this day, by the days on which acts were done") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt,
            @Context Request request) {
        CommitmentRepresentation commitment = commitments.require(id, asOf, knownAt);
        if (commitment.hidesAnything()) {
            return redacted.answer(request, commitment);
        }
        return commitment.derivesAnything()
                ? redacted.answer(request, commitment.version(), commitment)
                : Versions.answer(request, commitment.version(), commitment);
    }

    @GET
    @Path("{id}/quality")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Tell what is missing to assess a commitment", description = "Best asked before filing: what is not said, what "
            + "that means, and the share of what is said in percent. Nothing is refused for it.")
    public Quality quality(@PathParam("id") UUID id) {
        return commitments.quality(id);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Draft a commitment", description = "A draft is seen by its party alone until it is filed. "
            + ActRules.NO_NAMES)
    @APIResponseSchema(value = CommitmentRepresentation.class, responseCode = "201")
    public Response draft(@NotNull Pledge pledge) {
        CommitmentRepresentation commitment = commitments.draft(pledge);
        return Response.created(URI.create("/api/v1/commitments/" + commitment.id())).entity(commitment)
                .tag(Versions.tag(commitment.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Replace the descriptive fields of a draft or a filed commitment", description = ActRules.NO_NAMES)
    @APIResponseSchema(CommitmentRepresentation.class)
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = "Why it is said anew, for who asks later why totals differ") @QueryParam("reason") @DefaultValue("NEW_FACT") Reason reason,
            @NotNull CommitmentDescription description) {
        return answer(commitments.amend(id, Versions.named(ifMatch), description, reason));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Throw a draft away", description = "What was filed is withdrawn instead.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Response discard(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        commitments.discard(id, Versions.named(ifMatch));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/filings")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "File a draft", description = "By a person of the party. From here on it is seen by whom its label releases it to, and it counts as pledged. A "
            + "LEGAL one asks for the person's authority: without it, it counts as nothing more until it is confirmed.")
    @APIResponseSchema(CommitmentRepresentation.class)
    public Response file(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull FilingRequest filing) {
        return answer(acts.file(id, Versions.named(ifMatch), filing));
    }

    @POST
    @Path("{id}/decisions")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Note the government's decision", description = "From here on it counts as committed, if it was filed with authority. "
            + ActRules.NO_NAMES)
    @APIResponseSchema(CommitmentRepresentation.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Decision decision) {
        return answer(commitments.decide(id, Versions.named(ifMatch), decision));
    }

    @POST
    @Path("{id}/withdrawals")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Withdraw a filed commitment", description = "By a person of the party. It stays readable and counts for nothing. Of one that "
            + "binds legally it is a termination: without authority it is noted and takes effect once the authority is established.")
    @APIResponseSchema(CommitmentRepresentation.class)
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull WithdrawalRequest withdrawal) {
        return answer(acts.withdraw(id, Versions.named(ifMatch), withdrawal));
    }

    @POST
    @Path("{id}/share-confirmations")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Confirm the own share of a joint commitment", description = "By a person of a party that has one. Until then the share counts as pledged and as nothing more. Confirmed is what "
            + "the commitment says now: where its lead party changes quantity, money, contributions or the share, that has to be confirmed again.")
    @APIResponseSchema(CommitmentRepresentation.class)
    public Response confirmShare(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull ShareConfirmation confirmation) {
        return answer(acts.confirmShare(id, Versions.named(ifMatch), confirmation));
    }

    @POST
    @Path("{id}/share-withdrawals")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Withdraw the own share of a joint commitment", description = "By a person of a party that has one. From then on the share counts for nothing; the others' stay as they are.")
    @APIResponseSchema(CommitmentRepresentation.class)
    public Response withdrawShare(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull WithdrawalRequest withdrawal) {
        return answer(acts.withdrawShare(id, Versions.named(ifMatch), withdrawal));
    }

    private static Response answer(CommitmentRepresentation commitment) {
        return Response.ok(commitment).tag(Versions.tag(commitment.version())).build();
    }
}
