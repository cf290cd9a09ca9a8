package org.surety.delegations.delegation;

import java.net.URI;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.contracts.Level;
import org.surety.contracts.Series;
import org.surety.delegations.delegation.DelegationRepository.DelegationFilter;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;

/** Delegations over HTTP: a party writes its own, the coordinator those of the public record. */
@Path("/api/v1/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Delegations")
class DelegationResource {

    private final DelegationService delegations;
    private final Paging paging;

    DelegationResource(DelegationService delegations, Paging paging) {
        this.delegations = delegations;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List delegations", description = "In the order of party and id.")
    public Response list(@QueryParam("series") Series series, @QueryParam("gathering") UUID gathering,
            @QueryParam("party") String party, @QueryParam("level") Level level, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging
                .answer(delegations.list(new DelegationFilter(series, gathering, party, level), paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a delegation")
    public Response read(@PathParam("id") UUID id, @Context Request request) {
        DelegationRepresentation delegation = delegations.require(id);
        return Versions.answer(request, delegation.version(), delegation);
    }

    @POST
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Form a delegation")
    public Response form(@NotNull DelegationFormation formation) {
        DelegationRepresentation delegation = delegations.form(formation);
        return Response.created(URI.create("/api/v1/delegations/" + delegation.id())).entity(delegation)
                .tag(Versions.tag(delegation.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Replace what is said of a delegation beside its composition")
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull DelegationDescription description) {
        DelegationRepresentation delegation = delegations.amend(id, Versions.named(ifMatch), description);
        return Response.ok(delegation).tag(Versions.tag(delegation.version())).build();
    }

    @GET
    @Path("{id}/restructures")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the restructures of a delegation", description = "In the order in which they were recorded.")
    public Page<RestructureRepresentation> restructures(@PathParam("id") UUID id) {
        return new Page<>(delegations.restructures(id), null);
    }

    @POST
    @Path("{id}/restructures")
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Restructure a delegation", description = "201 with the restructure and the delegation's new ETag; 200 with the "
            + "ETag that stands when the composition is the one it has already: then nothing is recorded.")
    public Response restructure(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Restructuring restructuring) {
        DelegationService.Restructured done = delegations.restructure(id, Versions.named(ifMatch), restructuring);
        if (done.restructure() == null) {
            return Response.ok(delegations.require(id)).tag(Versions.tag(done.delegationVersion())).build();
        }
        return Response.created(URI.create("/api/v1/delegations/" + id + "/restructures")).entity(done.restructure())
                .tag(Versions.tag(done.delegationVersion())).build();
    }
}
