package org.surety.delegations.delegation;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.contracts.Level;
import org.surety.contracts.Series;
import org.surety.delegations.delegation.DelegationRepository.DelegationFilter;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.RedactedAnswers;
import org.surety.kit.http.Versions;

/** Delegations over HTTP: a party writes its own, the coordinator those of the public record. */
@Path("/api/v1/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Delegations")
class DelegationResource {

    private static final String PAST = "`asOf` is the day of the composition; without it, it is the one at the end of the timeline, also "
            + "when that takes effect later. `knownAt` is the instant as of which the register is read, under the ETag of then.";

    private final DelegationService delegations;
    private final Paging paging;
    private final RedactedAnswers redacted;

    DelegationResource(DelegationService delegations, Paging paging, RedactedAnswers redacted) {
        this.delegations = delegations;
        this.paging = paging;
        this.redacted = redacted;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List delegations", description = "In the order of party and id. " + PAST)
    public RestResponse<Page<DelegationRepresentation>> list(@QueryParam("series") Series series,
            @QueryParam("gathering") UUID gathering,
            @QueryParam("party") String party, @QueryParam("level") Level level, @QueryParam("asOf") LocalDate asOf,
            @QueryParam("knownAt") Instant knownAt, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        DelegationFilter filter = new DelegationFilter(series, gathering, party, level, asOf, knownAt);
        return paging.answer(delegations.list(filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a delegation", description = PAST
            + " Before its day of formation, where that is known, it is not found.")
    @APIResponseSchema(DelegationRepresentation.class)
    public Response read(@PathParam("id") UUID id, @QueryParam("asOf") LocalDate asOf, @QueryParam("knownAt") Instant knownAt,
            @Context Request request) {
        DelegationRepresentation delegation = delegations.require(id, asOf, knownAt);
        return delegation.hidesAnything()
                ? redacted.answer(request, delegation.version(), delegation)
                : Versions.answer(request, delegation.version(), delegation);
    }

    @POST
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Form a delegation")
    @APIResponseSchema(value = DelegationRepresentation.class, responseCode = "201")
    public Response form(@NotNull DelegationFormation formation) {
        DelegationRepresentation delegation = delegations.form(formation);
        return Response.created(URI.create("/api/v1/delegations/" + delegation.id())).entity(delegation)
                .tag(Versions.tag(delegation.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Replace what is said of a delegation beside its composition")
    @APIResponseSchema(DelegationRepresentation.class)
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull DelegationDescription description) {
        DelegationRepresentation delegation = delegations.amend(id, Versions.named(ifMatch), description);
        return Response.ok(delegation).tag(Versions.tag(delegation.version())).build();
    }

    @GET
    @Path("{id}/restructures")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the restructures of a delegation", description = "In the order in which they were recorded, with those that "
            + "were corrected. Each counts from `effectiveOn`: the day of `effectiveAt`, else that of `announcedAt`, else the earlier of "
            + "the day of recording and the first day of the gathering. `knownAt` is the instant as of which the register is read.")
    public Page<RestructureRepresentation> restructures(@PathParam("id") UUID id, @QueryParam("knownAt") Instant knownAt) {
        return new Page<>(delegations.restructures(id, knownAt), null);
    }

    @POST
    @Path("{id}/restructures")
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Restructure a delegation", description = "201 with the restructure and the delegation's new ETag; 200 with the "
            + "ETag that stands when the composition of that day is the one it has already: then nothing is recorded.")
    @APIResponse(responseCode = "201", description = "It is recorded", content = @Content(schema = @Schema(implementation = RestructureRepresentation.class)))
    @APIResponse(responseCode = "200", description = "It was so already", content = @Content(schema = @Schema(implementation = DelegationRepresentation.class)))
    public Response restructure(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Restructuring restructuring) {
        return answer(id, delegations.restructure(id, Versions.named(ifMatch), restructuring));
    }

    @POST
    @Path("{id}/corrections")
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Correct a restructure", description = "Says all of it as it should have been recorded. What was recorded stays "
            + "readable and counts no longer; the new one has its place. 201 with the new one and the delegation's new ETag; 200 with "
            + "the ETag that stands when it is so recorded already.")
    @APIResponse(responseCode = "201", description = "It is recorded", content = @Content(schema = @Schema(implementation = RestructureRepresentation.class)))
    @APIResponse(responseCode = "200", description = "It was so already", content = @Content(schema = @Schema(implementation = DelegationRepresentation.class)))
    public Response correct(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Restructuring.Correction correction) {
        return answer(id, delegations.correct(id, Versions.named(ifMatch), correction));
    }

    private Response answer(UUID id, DelegationService.Restructured done) {
        if (done.restructure() == null) {
            return Response.ok(delegations.require(id, null, null)).tag(Versions.tag(done.delegationVersion())).build();
        }
        return Response.created(URI.create("/api/v1/delegations/" + id + "/restructures")).entity(done.restructure())
                .tag(Versions.tag(done.delegationVersion())).build();
    }
}
