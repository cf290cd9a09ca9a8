package org.surety.commitments.act;

import java.util.UUID;

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
import org.surety.kit.problem.InvalidRequest;

/** Over HTTP: which acts were done by those who belong or belonged to a delegation. */
@Path("/api/v1/affected-acts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
class AffectedActResource {

    private final AffectedActs acts;
    private final Paging paging;

    AffectedActResource(AffectedActs acts, Paging paging) {
        this.acts = acts;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the acts that rest on persons of a delegation", description = "Of those who belong to it and of those who "
            + "did. What an act is worth does not change when its person leaves.")
    public RestResponse<Page<AffectedAct>> list(@QueryParam("delegation") UUID delegation, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        if (delegation == null) {
            throw new InvalidRequest("delegation", "must be stated: the id of a delegation");
        }
        return paging.answer(acts.list(delegation, paging.request(limit, cursor)));
    }
}
