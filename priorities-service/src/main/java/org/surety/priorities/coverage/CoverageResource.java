package org.surety.priorities.coverage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.contracts.Domain;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.problem.InvalidRequest;
import org.surety.release.audit.Reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Coverage over HTTP: for everybody who reads, and for each as far as it is released to them. */
@Path("/api/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coverage")
class CoverageResource {

    /** Of the SHA-256: enough to tell any two answers apart. */
    private static final int TAG_BYTES = 16;

    private final CoverageService coverage;
    private final ObjectMapper json;
    private final Reading reading;

    CoverageResource(CoverageService coverage, ObjectMapper json, Reading reading) {
        this.coverage = coverage;
        this.json = json;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Do the promises add up?", description = "What is needed and what is there, per priority and requirement, of what is released to you: "
            + "pledged, committed, assured - available now, and dormant until what -, what does not count and why, and what each party contributes. Also as `text/csv`, a row for each requirement, party and stage.")
    @APIResponseSchema(CoverageRepresentation.class)
    public Response read(@Parameter(required = true) @QueryParam("series") Series series,
            @Parameter(description = "The day; absent: today") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "As it was known at this instant; absent: as it is known now") @QueryParam("knownAt") Instant knownAt,
            @Parameter(description = "Only these parties, or the members of these party groups, with commas or repeated: as if all others gave nothing and had no word in anything") @QueryParam("with") List<String> with,
            @Parameter(description = "Without these parties, or the members of these party groups: without what they give, and without what waits for them") @QueryParam("without") List<String> without,
            @Parameter(description = "Kinds of situations to be taken for determined, with commas or repeated. Nothing that is real changes by it.") @QueryParam("assume") List<String> assume,
            @QueryParam("priority") PriorityCode priority,
            @Parameter(description = "Of requirements: the domain in which they stand") @QueryParam("domain") Domain domain,
            @Context Request request, @Context HttpHeaders headers)
            throws JsonProcessingException, NoSuchAlgorithmException {
        CoverageFile.refuseOtherForms(headers);
        byte[] body = json.writeValueAsBytes(answer(series, asOf, knownAt, with, without, assume, priority, domain));
        EntityTag tag = tag(body);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(body)).tag(tag).build();
    }

    @GET
    @Produces(CoverageFile.MEDIA_TYPE)
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(hidden = true)
    public Response file(@QueryParam("series") Series series, @QueryParam("asOf") LocalDate asOf,
            @QueryParam("knownAt") Instant knownAt, @QueryParam("with") List<String> with,
            @QueryParam("without") List<String> without, @QueryParam("assume") List<String> assume,
            @QueryParam("priority") PriorityCode priority,
            @QueryParam("domain") Domain domain) {
        return CoverageFile.of(answer(series, asOf, knownAt, with, without, assume, priority, domain)).in(Response.ok(),
                "coverage.csv");
    }

    private CoverageRepresentation answer(Series series, LocalDate asOf, Instant knownAt, List<String> with,
            List<String> without, List<String> assume,
            PriorityCode priority,
            Domain domain) {
        if (series == null) {
            throw new InvalidRequest("series", "must be one of " + Arrays.toString(Series.values()));
        }
        return reading.giving(coverage.read(series, asOf, knownAt, with, without, assume, new CoverageScope(priority, domain)));
    }

    /** A digest of the bytes this viewer gets: it tells nothing that they do not. */
    private static EntityTag tag(byte[] body) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
        return new EntityTag(HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES)));
    }
}
