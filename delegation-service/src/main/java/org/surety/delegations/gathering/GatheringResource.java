package org.surety.delegations.gathering;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.release.audit.Reading;

/** Gatherings over HTTP: everybody reads, the coordinator writes. */
@Path("/api/v1/gatherings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Gatherings")
class GatheringResource {

    private final GatheringService gatherings;
    private final Paging paging;
    private final Reading reading;

    GatheringResource(GatheringService gatherings, Paging paging, Reading reading) {
        this.gatherings = gatherings;
        this.paging = paging;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List gatherings", description = "In the order of their first day. `knownAt` is the instant as of which "
            + "the register is read. As `text/calendar` they stand as of now; the next page is in the header `Link`.")
    public RestResponse<Page<GatheringRepresentation>> list(@QueryParam("series") Series series,
            @QueryParam("status") Gathering.Status status,
            @QueryParam("knownAt") Instant knownAt, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor,
            @Context HttpHeaders headers) {
        requireJson(headers);
        return paging.answer(gatherings.list(series, status, knownAt, paging.request(limit, cursor)));
    }

    @GET
    @Produces(GatheringCalendar.MEDIA_TYPE)
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(hidden = true)
    public Response calendar(@QueryParam("series") Series series, @QueryParam("status") Gathering.Status status,
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        Page<GatheringCalendar.Entry> page = gatherings.calendarEntries(series, status, paging.request(limit, cursor));
        return Response.fromResponse(paging.answer(page).toResponse()).entity(GatheringCalendar.of(reading.giving(page).items()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a gathering", description = "With `knownAt` as it was known at that instant, under the ETag of then. As "
            + "`text/calendar` it stands as of now.")
    @APIResponseSchema(GatheringRepresentation.class)
    public Response read(@PathParam("id") UUID id, @QueryParam("knownAt") Instant knownAt, @Context Request request,
            @Context HttpHeaders headers) {
        requireJson(headers);
        GatheringRepresentation gathering = gatherings.require(id, knownAt);
        return Versions.answer(request, gathering.version(), gathering);
    }

    @GET
    @Path("{id}")
    @Produces(GatheringCalendar.MEDIA_TYPE)
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(hidden = true)
    public String calendar(@PathParam("id") UUID id) {
        return GatheringCalendar.of(reading.giving(List.of(gatherings.calendarEntry(id))));
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Plan a gathering, or record one that was held")
    @APIResponseSchema(value = GatheringRepresentation.class, responseCode = "201")
    public Response plan(@NotNull GatheringDescription description) {
        GatheringRepresentation gathering = gatherings.plan(description);
        return Response.created(URI.create("/api/v1/gatherings/" + gathering.id())).entity(gathering)
                .tag(Versions.tag(gathering.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Replace what is said of a gathering")
    @APIResponseSchema(GatheringRepresentation.class)
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull GatheringDescription description) {
        GatheringRepresentation gathering = gatherings.amend(id, Versions.named(ifMatch), description);
        return Response.ok(gathering).tag(Versions.tag(gathering.version())).build();
    }

    @POST
    @Path("{id}/cancellations")
    @Idempotent
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Cancel a planned gathering", description = "It stays readable. For the same reason again nothing changes.")
    @APIResponseSchema(GatheringRepresentation.class)
    public Response cancel(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Cancellation cancellation) {
        GatheringRepresentation gathering = gatherings.cancel(id, Versions.named(ifMatch), cancellation);
        return Response.ok(gathering).tag(Versions.tag(gathering.version())).build();
    }

    /** Where a path has a method for each form, the framework gives the first one to who accepts none of them. */
    private static void requireJson(HttpHeaders headers) {
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
    }
}
