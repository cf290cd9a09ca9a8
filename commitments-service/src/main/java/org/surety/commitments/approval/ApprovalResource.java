package org.surety.commitments.approval;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.commitments.act.FreeText;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.RedactedAnswers;
import org.surety.kit.http.Versions;
import org.surety.release.audit.Reading;

/** Approvals over HTTP: who may see one reads it, an editor writes those of the own party. */
@Path("/api/v1/approvals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals")
class ApprovalResource {

    private final ApprovalService approvals;
    private final Paging paging;
    private final RedactedAnswers answers;
    private final Reading reading;

    ApprovalResource(ApprovalService approvals, Paging paging, RedactedAnswers answers, Reading reading) {
        this.approvals = approvals;
        this.paging = paging;
        this.answers = answers;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List approvals", description = "In the order in which they were recorded, each with where it stands on a day: "
            + "what comes next and when, how long the body is waited for, and which commitments need it. As `text/calendar` what "
            + "comes next of each, as of now; the next page is in the header `Link`.")
    public RestResponse<Page<ApprovalRepresentation>> list(@BeanParam ApprovalFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor, @Context HttpHeaders headers) {
        requireJson(headers);
        return paging.answer(approvals.list(filter, paging.request(limit, cursor)));
    }

    @GET
    @Produces(ApprovalCalendar.MEDIA_TYPE)
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(hidden = true)
    public Response calendar(@BeanParam ApprovalFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Page<ApprovalCalendar.Entry> page = approvals.calendar(filter, paging.request(limit, cursor));
        return Response.fromResponse(paging.answer(page).toResponse()).entity(ApprovalCalendar.of(reading.giving(page).items()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read an approval", description = "With `asOf` also where it stands on that day, with `knownAt` as it was known "
            + "at that instant.")
    @APIResponseSchema(ApprovalRepresentation.class)
    public Response read(@PathParam("id") UUID id,
            @Parameter(description = "Where it stands on this day") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt,
            @Context Request request) {
        ApprovalRepresentation approval = approvals.require(id, asOf, knownAt);
        return asOf == null ? Versions.answer(request, approval.version(), approval) : answers.answer(request, approval);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Record an approval", description = "That a body has to be asked or told. Commitments name it among those that they "
            + "need. " + FreeText.NO_NAMES)
    @APIResponseSchema(value = ApprovalRepresentation.class, responseCode = "201")
    public Response record(@NotNull NewApproval said) {
        ApprovalRepresentation approval = approvals.record(said);
        return Response.created(URI.create("/api/v1/approvals/" + approval.id())).entity(approval)
                .tag(Versions.tag(approval.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Replace the descriptive fields of an approval", description = FreeText.NO_NAMES)
    @APIResponseSchema(ApprovalRepresentation.class)
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull ApprovalDescription description) {
        return answer(approvals.amend(id, Versions.named(ifMatch), description));
    }

    @POST
    @Path("{id}/steps")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Record a step", description = "Asked, told, objected, debated, a vote scheduled, granted, refused and so on. "
            + FreeText.NO_NAMES)
    @APIResponseSchema(ApprovalRepresentation.class)
    public Response move(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull StepRequest step) {
        return answer(approvals.move(id, Versions.named(ifMatch), step));
    }

    private static Response answer(ApprovalRepresentation approval) {
        return Response.ok(approval).tag(Versions.tag(approval.version())).build();
    }

    /** Where a path has a method for each form, the framework gives the first one to who accepts none of them. */
    private static void requireJson(HttpHeaders headers) {
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
    }
}
