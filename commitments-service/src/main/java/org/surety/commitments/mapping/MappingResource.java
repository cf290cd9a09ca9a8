package org.surety.commitments.mapping;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.contracts.Basis;
import org.surety.contracts.Series;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Page;

/** The sources that can be imported. */
@Path("/api/v1/import-mappings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
class MappingResource {

    private final ImportMappings mappings;

    MappingResource(ImportMappings mappings) {
        this.mappings = mappings;
    }

    /**
     * A mapping as a client needs to know it: what the file must look like and what its rows become.
     *
     * @param series absent: each row has that of its party
     * @param basis absent: each row says
     */
    record MappingRepresentation(String name, String title, ImportMapping.Source source, Series series, Basis basis,
            List<ImportMapping.Column> columns) {

        static MappingRepresentation from(Mapping mapping) {
            if (mapping instanceof ImportMapping known) {
                return new MappingRepresentation(known.name(), known.title(), known.source(), known.series(), known.basis(),
                        known.columns());
            }
            List<String> headers = mapping.headers();
            return new MappingRepresentation(mapping.name(), "The register's own template: GET /api/v1/commitments/template", null,
                    null, null, IntStream.range(0, headers.size())
                            .mapToObj(i -> new ImportMapping.Column(headers.get(i), i, headers.get(i))).toList());
        }
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "List the import mappings", description = "With the columns that a file must have, in their order.")
    public Page<MappingRepresentation> list() {
        return new Page<>(mappings.list().stream().map(MappingRepresentation::from).toList(), null);
    }
}
