package org.surety.commitments.delivery;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.commitments.commitment.ActRules;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;

/** The deliveries of one commitment over HTTP. */
@Path("/api/v1/commitments/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
class CommitmentDeliveryResource {

    private final DeliveryService deliveries;
    private final Paging paging;

    CommitmentDeliveryResource(DeliveryService deliveries, Paging paging) {
        this.deliveries = deliveries;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the deliveries of a commitment", description = "In the order in which they were recorded.")
    public RestResponse<Page<DeliveryRepresentation>> list(@PathParam("id") UUID id, @BeanParam DeliveryFilter filter,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(deliveries.list(id, filter, paging.request(limit, cursor)));
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.EDITOR)
    @Operation(summary = "State a delivery", description = "Of a filed commitment of the own party, to another party that sees it. What makes more than was promised "
            + "in all has to be stated as over-delivery. " + ActRules.NO_NAMES)
    @APIResponseSchema(value = DeliveryRepresentation.class, responseCode = "201")
    public Response state(@PathParam("id") UUID id, @NotNull DeliveryStatement statement) {
        DeliveryRepresentation delivery = deliveries.state(id, statement);
        return Response.created(URI.create("/api/v1/deliveries/" + delivery.id())).entity(delivery)
                .tag(Versions.tag(delivery.version())).build();
    }
}
