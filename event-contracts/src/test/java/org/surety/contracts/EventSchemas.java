package org.surety.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/**
 * Holds events against the published schemas. As published they let every addition pass, since the contract grows by additions. The strict
 * form, for what the suite itself emits, knows no field but those of the schemas.
 */
public final class EventSchemas {

    /** What every {@code $id} begins with; after it comes the path below the folder of the schemas. */
    static final String BASE = "https://surety.example/schemas/";

    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final SchemaRegistry registry;

    private EventSchemas(boolean strict) {
        SchemaRegistryConfig checkingFormats = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder
                .schemaRegistryConfig(checkingFormats).schemas(iri -> text(iri, strict)));
    }

    public static EventSchemas asPublished() {
        return new EventSchemas(false);
    }

    public static EventSchemas strict() {
        return new EventSchemas(true);
    }

    /**
     * What is wrong with the data of an event; nothing when it is as its type promises.
     *
     * @param type in full, {@code org.surety.party.amended.v1} or the like
     * @throws IllegalArgumentException when there is no schema for the type
     */
    public List<String> faultsOfData(String type, JsonNode data) {
        return faults(type.substring(Envelope.TYPE_PREFIX.length()) + ".json", data);
    }

    /** The same with the data as text. */
    public List<String> faultsOfData(String type, String data) {
        try {
            return faultsOfData(type, JSON.readTree(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a change in structured form, its data included. */
    public List<String> faultsOfEnvelope(JsonNode envelope) {
        List<String> faults = faults("envelope.v1.json", envelope);
        return faults.isEmpty() && envelope.has("data")
                ? faultsOfData(envelope.get("type").asText(), envelope.get("data"))
                : faults;
    }

    /** What is wrong with the headers of a message of the broker: names with the prefix, numbers as numbers. */
    public List<String> faultsOfHeaders(JsonNode headers) {
        return faults("headers.v1.json", headers);
    }

    private List<String> faults(String schema, JsonNode json) {
        Schema found = registry.getSchema(SchemaLocation.of(BASE + schema));
        return found.validate(json).stream().map(error -> error.getInstanceLocation() + " " + error.getMessage()).toList();
    }

    /** A schema of ours; null for any other, which the validator then has itself or does not find. */
    private static String text(String iri, boolean strict) {
        if (!iri.startsWith(BASE)) {
            return null;
        }
        String name = iri.substring(BASE.length());
        try (InputStream in = EventSchemas.class.getResourceAsStream("/schemas/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no schema " + name);
            }
            JsonNode schema = JSON.readTree(in);
            if (strict) {
                close(schema);
            }
            return schema.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each object that says its own type names all its fields; what a type of event adds to a state says none and stays as it is. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && "object".equals(object.path("type").asText()) && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(EventSchemas::close);
    }
}
