package org.surety.priorities.scenario;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.RedactedAnswers;
import org.surety.kit.http.Versions;
import org.surety.priorities.stating.FreeText;

/** Scenarios over HTTP: who may see them reads, their owner writes. */
@Path("/api/v1/scenarios")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Scenarios")
class ScenarioResource {

    private final ScenarioService scenarios;
    private final Paging paging;
    private final RedactedAnswers answers;

    ScenarioResource(ScenarioService scenarios, Paging paging, RedactedAnswers answers) {
        this.scenarios = scenarios;
        this.paging = paging;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List scenarios", description = "The newest first.")
    public RestResponse<Page<ScenarioRepresentation>> list(@BeanParam ScenarioFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(scenarios.list(filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a scenario", description = "A step whose record is not released to you names it as undisclosed and has no effect "
            + "for you. Of a record that has been withdrawn it keeps the id and the title, and has no effect.")
    @APIResponseSchema(ScenarioRepresentation.class)
    public Response read(@PathParam("id") UUID id, @Context Request request) {
        ScenarioRepresentation scenario = scenarios.require(id);
        return answers.answer(request, scenario.version(), scenario);
    }

    @POST
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Draw up a scenario", description = "By an editor of the party whose it is, or by the coordinator without a party. At most 50 steps. "
            + "Nothing that is real changes by it. " + FreeText.NO_NAMES)
    @APIResponseSchema(value = ScenarioRepresentation.class, responseCode = "201")
    public Response draw(@NotNull ScenarioDescription said) {
        ScenarioRepresentation scenario = scenarios.draw(said);
        return Response.created(URI.create("/api/v1/scenarios/" + scenario.id())).entity(scenario)
                .tag(Versions.tag(scenario.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Replace title, steps and label of a scenario", description = FreeText.NO_NAMES)
    @APIResponseSchema(ScenarioRepresentation.class)
    public Response redraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull ScenarioDescription said) {
        ScenarioRepresentation scenario = scenarios.redraw(id, Versions.named(ifMatch), said);
        return Response.ok(scenario).tag(Versions.tag(scenario.version())).build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Delete a scenario", description = "It is gone from all answers; the log keeps that it was there.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Response delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        scenarios.delete(id, Versions.named(ifMatch));
        return Response.noContent().build();
    }
}
