package org.surety.commitments.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.commitments.commitment.ActRules;
import org.surety.commitments.instrument.InstrumentRepresentation;
import org.surety.commitments.instrument.TextVersion;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Versions;

/** The versions of the text of an instrument over HTTP. */
@Path("/api/v1/instruments/{id}/texts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Instruments")
class TextResource {

    private final WordingService texts;

    TextResource(WordingService texts) {
        this.texts = texts;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the versions of the text of an instrument", description = "Without their words, in the order in which "
            + "they were recorded: all, those of a day, and those known at an instant.")
    public Page<TextVersion> list(@PathParam("id") UUID id, @QueryParam("asOf") LocalDate asOf,
            @QueryParam("knownAt") Instant knownAt) {
        return new Page<>(texts.list(id, asOf, knownAt), null);
    }

    @GET
    @Path("{number}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read a version of the text of an instrument", description = "A number is one text for good.")
    @APIResponseSchema(WordedText.class)
    public Response read(@PathParam("id") UUID id, @PathParam("number") int number, @Context Request request) {
        WordedText text = texts.require(id, number);
        EntityTag tag = new EntityTag(text.digest());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(text)).tag(tag).build();
    }

    @POST
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Add a version to the text of an instrument", description = "At most 200 clauses of 4,000 characters, and 1 MB. No "
            + "version replaces another, a final one neither. The answer is the instrument. " + ActRules.NO_NAMES)
    @APIResponseSchema(InstrumentRepresentation.class)
    public Response add(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull Wording wording) {
        InstrumentRepresentation instrument = texts.add(id, Versions.named(ifMatch), wording);
        return Response.ok(instrument).tag(Versions.tag(instrument.version())).build();
    }
}
