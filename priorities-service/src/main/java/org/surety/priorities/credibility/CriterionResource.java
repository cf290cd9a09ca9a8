package org.surety.priorities.credibility;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Page;
import org.surety.kit.http.Versions;

/** The criteria over HTTP: who may see them reads, the coordinator edits. They are a closed set, so nothing to POST or DELETE. */
@Path("/api/v1/credibility-criteria")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Credibility")
class CriterionResource {

    private final CriterionService criteria;

    CriterionResource(CriterionService criteria) {
        this.criteria = criteria;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the criteria of credibility", description = "Those that are not asked among them.")
    public Page<CriterionRepresentation> list(@QueryParam("series") Series series) {
        return new Page<>(criteria.list(series), null);
    }

    @GET
    @Path("{code}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a criterion")
    @APIResponseSchema(CriterionRepresentation.class)
    public Response read(@PathParam("code") String code, @Context Request request) {
        CriterionRepresentation criterion = criteria.require(code);
        return Versions.answer(request, criterion.version(), criterion);
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Edit a criterion", description = "Its series and its kind are settled.")
    @APIResponseSchema(CriterionRepresentation.class)
    public Response amend(@PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull CriterionDescription description) {
        CriterionRepresentation criterion = criteria.amend(code, Versions.named(ifMatch), description);
        return Response.ok(criterion).tag(Versions.tag(criterion.version())).build();
    }
}
