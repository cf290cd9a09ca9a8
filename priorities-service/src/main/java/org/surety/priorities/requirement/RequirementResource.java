package org.surety.priorities.requirement;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.contracts.Domain;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;

/** Requirements over HTTP: who may see them reads, the coordinator writes. */
@Path("/api/v1/requirements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Requirements")
class RequirementResource {

    private final RequirementService requirements;
    private final Paging paging;

    RequirementResource(RequirementService requirements, Paging paging) {
        this.requirements = requirements;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List requirements", description = "In the order of their titles, withdrawn ones among them.")
    public RestResponse<Page<RequirementRepresentation>> list(@QueryParam("series") Series series,
            @QueryParam("priority") PriorityCode priority,
            @QueryParam("domain") Domain domain, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return paging.answer(requirements.list(series, priority, domain, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a requirement")
    @APIResponseSchema(RequirementRepresentation.class)
    public Response read(@PathParam("id") UUID id, @Context Request request) {
        RequirementRepresentation requirement = requirements.require(id);
        return Versions.answer(request, requirement.version(), requirement);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "State a requirement")
    @APIResponseSchema(value = RequirementRepresentation.class, responseCode = "201")
    public Response state(@NotNull RequirementDescription description) {
        RequirementRepresentation requirement = requirements.state(description);
        return Response.created(URI.create("/api/v1/requirements/" + requirement.id())).entity(requirement)
                .tag(Versions.tag(requirement.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Replace the description of a requirement", description = "Series, priority and unit are settled when the requirement is stated.")
    @APIResponseSchema(RequirementRepresentation.class)
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull RequirementDescription description) {
        return answer(requirements.amend(id, Versions.named(ifMatch), description));
    }

    @POST
    @Path("{id}/withdrawals")
    @Idempotent
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Withdraw a requirement", description = "It is needed no more and leaves coverage; it stays readable.")
    @APIResponseSchema(RequirementRepresentation.class)
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Withdrawal withdrawal) {
        return answer(requirements.withdraw(id, Versions.named(ifMatch), withdrawal));
    }

    private static Response answer(RequirementRepresentation requirement) {
        return Response.ok(requirement).tag(Versions.tag(requirement.version())).build();
    }
}
