package org.surety.delegations.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.release.audit.Reading;

/** Who comes to a gathering, over HTTP. */
@Path("/api/v1/gatherings/{id}/participants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gatherings")
class ParticipantResource {

    private final AttendanceService attendance;
    private final Paging paging;
    private final Reading reading;

    ParticipantResource(AttendanceService attendance, Paging paging, Reading reading) {
        this.attendance = attendance;
        this.paging = paging;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the participants of a gathering", description = "In the order of protocol: the host, then states before "
            + "organisations, each by the rank of the head and the English name; of a delegation the heads, then the members by rank and "
            + "name. `asOf` is the day of the compositions, `knownAt` the instant as of which the register is read; names are those of "
            + "now. Also as `text/csv`; the next page is then in the header `Link`.")
    @APIResponseSchema(ParticipantList.class)
    public Response list(@PathParam("id") UUID id, @QueryParam("asOf") LocalDate asOf, @QueryParam("knownAt") Instant knownAt,
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context HttpHeaders headers) {
        // Where a path has a method for each form, the framework gives the first one to who accepts none of them.
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
        ParticipantList list = attendance.participants(id, asOf, knownAt, paging.request(limit, cursor));
        return answer(list).entity(list).build();
    }

    @GET
    @Produces(ParticipantFile.MEDIA_TYPE)
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(hidden = true)
    public Response file(@PathParam("id") UUID id, @QueryParam("asOf") LocalDate asOf, @QueryParam("knownAt") Instant knownAt,
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        ParticipantList list = attendance.participants(id, asOf, knownAt, paging.request(limit, cursor));
        return answer(list).entity(ParticipantFile.of(reading.giving(list))).type(ParticipantFile.CONTENT_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"participants.csv\"").build();
    }

    private Response.ResponseBuilder answer(ParticipantList list) {
        return Response.fromResponse(paging.answer(new Page<>(list.items(), list.next())).toResponse());
    }
}
