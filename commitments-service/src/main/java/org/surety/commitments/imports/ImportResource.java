package org.surety.commitments.imports;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.commitments.file.FileFormat;
import org.surety.commitments.file.Told;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Idempotent;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.log.Reason;
import org.surety.release.audit.Reading;

/** Imports over HTTP: a file is handed in, and asked after. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
class ImportResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportService imports;
    private final Paging paging;
    private final Reading reading;

    ImportResource(ImportService imports, Paging paging, Reading reading) {
        this.imports = imports;
        this.paging = paging;
        this.reading = reading;
    }

    @POST
    @Consumes({ CSV, NDJSON, XLSX})
    @RequestBodySchema(InputStream.class)
    @Idempotent(required = true)
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Hand a file in", description = "As CSV, XLSX or, for the mapping `surety`, NDJSON. Answers 202 once the file has "
            + "been looked through and kept; its rows are read in the background. A dry run tells what would become of each row and stores none.")
    @APIResponseSchema(value = ImportRepresentation.class, responseCode = "202")
    public Response submit(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, @QueryParam("mapping") String mapping,
            @QueryParam("mode") @DefaultValue("ALL_OR_NOTHING") Mode mode,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Parameter(description = "Of CSV; found where it is not said") @QueryParam("delimiter") Told.Delimiter delimiter,
            @Parameter(description = "The sign before fractions; found where it is not said and the delimiter is no comma") @QueryParam("decimal") Told.Decimal decimal,
            @Parameter(description = "Why what is there already is said anew, for who asks later why totals differ") @QueryParam("reason") @DefaultValue("NEW_FACT") Reason reason,
            @Parameter(description = "How many rows the file must have") @QueryParam("expectedRows") Integer expectedRows,
            @Parameter(description = "What the amounts must add up to: EUR:1250000.00, or of a party XAA:EUR:1250000.00") @QueryParam("expectedSum") List<String> expectedSums,
            @Parameter(description = "What the values in euro must add up to: 1250000.00, or of a party XAA:1250000.00") @QueryParam("expectedEuro") List<String> expectedEuros,
            java.nio.file.Path file) {
        FileFormat format = FileFormat.of(contentType).orElseThrow(NotSupportedException::new);
        ImportRepresentation job = imports
                .submit(new ImportService.Order(mapping, mode, dryRun, reason, format, new Told(delimiter, decimal),
                        Control.of(expectedRows, expectedSums, expectedEuros)), file);
        return Response.accepted(job).location(URI.create("/api/v1/imports/" + job.id())).build();
    }

    @GET
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List imports", description = "The newest first.")
    public RestResponse<Page<ImportRepresentation>> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return paging.answer(imports.list(paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Read how far an import has come")
    public ImportRepresentation read(@PathParam("id") UUID id) {
        return imports.require(id);
    }

    @POST
    @Path("{id}/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Take an import back", description = "What it brought is withdrawn, a draft that it made thrown away, what it amended as "
            + "it was before - as far as nobody has touched it since; the rest stays and is reported by `takenBack=CHANGED_SINCE`. Carried out in the background.")
    @APIResponseSchema(value = ImportRepresentation.class, responseCode = "202")
    public Response takeBack(@PathParam("id") UUID id, @NotNull TakeBackRequest request) {
        return Response.accepted(imports.takeBack(id, request.reason())).location(URI.create("/api/v1/imports/" + id)).build();
    }

    @GET
    @Path("{id}/rows")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Report on the rows of an import", description = "One line for each thing found in a row, or for a row in which "
            + "nothing was found; with `findings=true` only the former.")
    public RestResponse<Page<ReportRow>> rows(@PathParam("id") UUID id, @QueryParam("outcome") RowOutcome outcome,
            @QueryParam("takenBack") TakenBack takenBack, @QueryParam("findings") @DefaultValue("false") boolean findings,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return paging.answer(imports.report(id, outcome, takenBack, findings, paging.request(limit, cursor)));
    }

    @GET
    @Path("{id}/report.csv")
    @Produces(CSV)
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "The file of an import as CSV with an error column")
    public Response reportAsCsv(@PathParam("id") UUID id) {
        return report(imports.job(id), FileFormat.CSV);
    }

    @GET
    @Path("{id}/report")
    @Produces("*/*")
    @RolesAllowed({ Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "The file of an import with an error column", description = "In the form in which it was handed in.")
    public Response report(@PathParam("id") UUID id) {
        ImportJob job = imports.job(id);
        return report(job, job.dialect().format());
    }

    private Response report(ImportJob job, FileFormat format) {
        reading.gives(job);
        ErrorColumn report = new ErrorColumn(job, imports.mapping(job.mapping()), imports);
        StreamingOutput body = out -> report.write(out, format);
        return Response.ok(body).type(format.contentType())
                .header("Content-Disposition", "attachment; filename=\"report." + format.extension() + "\"").build();
    }
}
