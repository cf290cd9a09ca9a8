package org.surety.commitments.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;

/** Points of contact over HTTP: whom to ask about which commitment, and who has left. */
@Path("/api/v1/points-of-contact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
class PointOfContactResource {

    private final PointsOfContact contacts;
    private final Paging paging;

    PointOfContactResource(PointsOfContact contacts, Paging paging) {
        this.contacts = contacts;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List points of contact of filed commitments", description = "TO_BE_RENEWED when the person has left the last "
            + "delegation or office on record, or was erased. Nothing but the contact depends on it: no figure moves.")
    public RestResponse<Page<PointOfContact>> list(@QueryParam("party") String party, @QueryParam("status") ContactStatus status,
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return paging.answer(contacts.list(party, status, paging.request(limit, cursor)));
    }
}
