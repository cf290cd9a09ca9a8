package org.surety.release.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Which schemas of a document are used where, by way of others too. */
final class SchemaReferences {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> found = new TreeSet<>();

    private SchemaReferences(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** The names of those in which something is sent. */
    static Set<String> ofRequests(OpenAPI document) {
        SchemaReferences references = new SchemaReferences(document.getComponents().getSchemas());
        document.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream())
                .map(Operation::getRequestBody).filter(Objects::nonNull)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream()).map(MediaType::getSchema)
                .forEach(references::follow);
        return references.found;
    }

    private void follow(Schema schema) {
        if (schema == null) {
            return;
        }
        String reference = schema.getRef();
        if (reference != null && reference.startsWith(PREFIX) && found.add(reference.substring(PREFIX.length()))) {
            follow(schemas.get(reference.substring(PREFIX.length())));
        }
        follow(schema.getItems());
        follow(schema.getAdditionalPropertiesSchema());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::follow);
        }
        Stream.<List<Schema>>of(schema.getOneOf(), schema.getAnyOf(), schema.getAllOf()).filter(Objects::nonNull)
                .flatMap(Collection::stream).forEach(this::follow);
    }
}
