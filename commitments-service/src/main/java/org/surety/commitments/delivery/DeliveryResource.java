package org.surety.commitments.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.commitments.commitment.ActRules;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.RedactedAnswers;
import org.surety.kit.http.Versions;

/** Deliveries over HTTP: who sees the commitment reads them, the giver and the recipient write what each of them says. */
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
class DeliveryResource {

    private final DeliveryService deliveries;
    private final Paging paging;
    private final RedactedAnswers redacted;

    DeliveryResource(DeliveryService deliveries, Paging paging, RedactedAnswers redacted) {
        this.deliveries = deliveries;
        this.paging = paging;
        this.redacted = redacted;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List deliveries", description = "In the order in which they were recorded, as far as their commitments are released to you. What a "
            + "party has still to confirm: `recipient=XAB&awaiting=CONFIRMATION`.")
    public RestResponse<Page<DeliveryRepresentation>> list(@BeanParam DeliveryFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(deliveries.list(filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a delivery", description = "What the giver says and what the recipient says, side by side.")
    @APIResponseSchema(DeliveryRepresentation.class)
    public Response read(@PathParam("id") UUID id,
            @Parameter(description = "As of this day, by the days of the stages and of the claims") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "As it was known at this instant") @QueryParam("knownAt") Instant knownAt,
            @Context Request request) {
        DeliveryRepresentation delivery = deliveries.require(id, asOf, knownAt);
        if (delivery.hidesAmounts()) {
            return redacted.answer(request, delivery);
        }
        return delivery.hidesAPerson()
                ? redacted.answer(request, delivery.version(), delivery)
                : Versions.answer(request, delivery.version(), delivery);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Correct what the giver says of a delivery", description = "By its giver: quantity or money, day and evidence of the last stage, note. The "
            + "recipient's claim stays as it is. " + ActRules.NO_NAMES)
    @APIResponseSchema(DeliveryRepresentation.class)
    public Response correct(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull DeliveryCorrection correction) {
        return answer(deliveries.correct(id, Versions.named(ifMatch), correction));
    }

    @POST
    @Path("{id}/movements")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Move a delivery forward", description = "By its giver, to a later stage. " + ActRules.NO_NAMES)
    @APIResponseSchema(DeliveryRepresentation.class)
    public Response move(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull Movement movement) {
        return answer(deliveries.move(id, Versions.named(ifMatch), movement));
    }

    @POST
    @Path("{id}/confirmations")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Say what was received", description = "By an editor of the recipient, once it is handed over, deployed or paid. A figure other than the "
            + "giver's contests the delivery; both are kept. May be said again. " + ActRules.NO_NAMES)
    @APIResponseSchema(DeliveryRepresentation.class)
    public Response confirm(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Receipt confirmation) {
        return answer(deliveries.confirm(id, Versions.named(ifMatch), confirmation));
    }

    @POST
    @Path("{id}/withdrawals")
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "Take a delivery back", description = "By its giver, who says that it was not so. It stays readable and counts nowhere.")
    @APIResponseSchema(DeliveryRepresentation.class)
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull DeliveryWithdrawal withdrawal) {
        return answer(deliveries.withdraw(id, Versions.named(ifMatch), withdrawal));
    }

    private static Response answer(DeliveryRepresentation delivery) {
        return Response.ok(delivery).tag(Versions.tag(delivery.version())).build();
    }
}
