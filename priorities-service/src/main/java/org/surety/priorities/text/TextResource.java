package org.surety.priorities.text;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.TextStatus;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.priorities.stating.FreeText;

/** The texts of a priority over HTTP: who may see them reads, the coordinator records. */
@Path("/api/v1/priorities/{code}/texts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Priorities")
class TextResource {

    private final TextService texts;
    private final Paging paging;

    TextResource(TextService texts, Paging paging) {
        this.texts = texts;
        this.paging = paging;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the versions of a priority's text", description = "Of one series, by number and language.")
    public RestResponse<Page<TextRepresentation>> list(@PathParam("code") PriorityCode code,
            @Parameter(required = true) @QueryParam("series") Series series,
            @QueryParam("language") String language, @QueryParam("status") TextStatus status, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(texts.list(code, series, language, status, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a version of a priority's text")
    @APIResponseSchema(TextRepresentation.class)
    public Response read(@PathParam("code") PriorityCode code, @PathParam("id") UUID id, @Context Request request) {
        TextRepresentation text = texts.require(code, id);
        return Versions.answer(request, text.version(), text);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.COORDINATOR)
    @Operation(summary = "Record a version of a priority's text", description = "In one language, as a draft or final, and where its words are. What was recorded "
            + "stays; the same again is answered with 200. " + FreeText.NO_NAMES)
    @APIResponseSchema(value = TextRepresentation.class, responseCode = "201")
    public Response record(@PathParam("code") PriorityCode code, @NotNull TextRecording said) {
        TextService.Recorded recorded = texts.record(code, said);
        TextRepresentation text = recorded.text();
        URI address = URI.create("/api/v1/priorities/" + code + "/texts/" + text.id());
        return (recorded.isNew() ? Response.created(address) : Response.ok()).entity(text).tag(Versions.tag(text.version()))
                .build();
    }
}
