package org.surety.commitments.instrument;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.surety.commitments.commitment.ActRules;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.RedactedAnswers;
import org.surety.kit.http.Versions;

/** Instruments over HTTP: a party writes its own and how it joins those of others, the coordinator those of the public record. */
@Path("/api/v1/instruments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Instruments")
class InstrumentResource {

    private final InstrumentService instruments;
    private final InstrumentActs acts;
    private final Paging paging;
    private final RedactedAnswers redacted;

    InstrumentResource(InstrumentService instruments, InstrumentActs acts, Paging paging, RedactedAnswers redacted) {
        this.instruments = instruments;
        this.acts = acts;
        this.paging = paging;
        this.redacted = redacted;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List instruments", description = "In the order in which they were recorded, as far as they are released to "
            + "you: as they stand, as they were on a day, and as they were known at an instant.")
    public RestResponse<Page<InstrumentRepresentation>> list(@BeanParam InstrumentFilter filter, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(instruments.list(filter, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read an instrument", description = "As it stands, as it was on a day, and as it was known at an instant.")
    @APIResponseSchema(InstrumentRepresentation.class)
    public Response read(@PathParam("id") UUID id, @QueryParam("asOf") LocalDate asOf, @QueryParam("knownAt") Instant knownAt,
            @Context Request request) {
        InstrumentRepresentation instrument = instruments.require(id, asOf, knownAt);
        return instrument.hidesAnything()
                ? redacted.answer(request, instrument)
                : Versions.answer(request, instrument.version(), instrument);
    }

    @POST
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Record an instrument", description = "Whose record it is says nothing of who adopts or signs it. "
            + ActRules.NO_NAMES)
    @APIResponseSchema(value = InstrumentRepresentation.class, responseCode = "201")
    public Response record(@NotNull InstrumentRecording recording) {
        InstrumentRepresentation instrument = instruments.record(recording);
        return Response.created(URI.create("/api/v1/instruments/" + instrument.id())).entity(instrument)
                .tag(Versions.tag(instrument.version())).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Replace the descriptive fields of an instrument", description = ActRules.NO_NAMES)
    @APIResponseSchema(InstrumentRepresentation.class)
    public Response amend(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull InstrumentDescription description) {
        return answer(instruments.amend(id, Versions.named(ifMatch), description));
    }

    @POST
    @Path("{id}/signatures")
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Adopt or sign an instrument", description = "By a person of the own party, whose authority is judged: without "
            + "it the signature is noted and counts once the authority is established. The party whose record it is, and the "
            + "coordinator, note what the public record says of other parties: from a source, on a day, without a person.")
    @APIResponseSchema(InstrumentRepresentation.class)
    public Response sign(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull Signing signing) {
        return answer(acts.take(id, Versions.named(ifMatch), signing.step()));
    }

    @POST
    @Path("{id}/denunciations")
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Denounce an instrument", description = "Takes back that the party has adopted or signed it, from the day on which "
            + "it was done. Who may say it, and on what authority, as with signatures.")
    @APIResponseSchema(InstrumentRepresentation.class)
    public Response denounce(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Denunciation denunciation) {
        return answer(acts.take(id, Versions.named(ifMatch), denunciation.step()));
    }

    @POST
    @Path("{id}/entries-into-force")
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Note that an instrument entered into force", description = ActRules.NO_NAMES)
    @APIResponseSchema(InstrumentRepresentation.class)
    public Response enterIntoForce(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Effect effect) {
        return answer(instruments.enterIntoForce(id, Versions.named(ifMatch), effect));
    }

    @POST
    @Path("{id}/terminations")
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Note that an instrument ended", description = "It stays readable. " + ActRules.NO_NAMES)
    @APIResponseSchema(InstrumentRepresentation.class)
    public Response terminate(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull Effect effect) {
        return answer(instruments.terminate(id, Versions.named(ifMatch), effect));
    }

    private static Response answer(InstrumentRepresentation instrument) {
        return Response.ok(instrument).tag(Versions.tag(instrument.version())).build();
    }
}
