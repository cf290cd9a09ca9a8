package org.surety.commitments.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.commitments.file.FileFormat;
import org.surety.commitments.file.TableWriter;
import org.surety.kit.actor.Role;
import org.surety.release.Handling;
import org.surety.release.audit.Reading;

/** The empty form for who brings commitments as a file. */
@Path("/api/v1/commitments/template")
@Tag(name = "Imports")
class TemplateResource {

    private static final String ANY = "*/*";

    private final Reading reading;

    TemplateResource(Reading reading) {
        this.reading = reading;
    }

    @GET
    @Produces(ANY)
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Download the template for imports", description = "The columns of the mapping `surety` with an example. A "
            + "workbook has a second sheet that says what may stand in each.")
    public Response template(@QueryParam("format") @DefaultValue("XLSX") FileFormat format) {
        reading.givesNoRecord();
        StreamingOutput body = out -> write(format, out);
        return Response.ok(body).type(format.contentType())
                .header("Content-Disposition", "attachment; filename=\"commitments-template." + format.extension() + "\"").build();
    }

    private static void write(FileFormat format, OutputStream out) throws IOException {
        List<TemplateColumn> columns = TemplateColumn.ALL.stream().filter(column -> !column.isGiven()).toList();
        try (TableWriter table = TableWriter.to(out, format, ',', "Commitments",
                columns.stream().map(TemplateColumn::header).toList())) {
            table.row(columns.stream().map(TemplateColumn::example).toList());
            List<List<String>> meanings = new ArrayList<>(List.of(List.of("column", "what may stand in it"),
                    List.of("all", Handling.NOTICE + ": nothing classified may stand in any")));
            columns.forEach(column -> meanings.add(List.of(column.header(), column.meaning())));
            table.beside("What may stand where", meanings);
        }
    }
}
