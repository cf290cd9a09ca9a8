package org.surety.drills.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One operation of the document.
 *
 * @param path with places such as {@code {id}}
 * @param bodies schema by media type; empty for none
 */
public record ApiOperation(String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies) {

    /** @param place {@code query}, {@code header} or {@code path} */
    public record Parameter(String name, String place, boolean required, JsonNode schema) {
    }

    public String name() {
        return method + " " + path;
    }

    /** The collection that the operation is about: its records are what a place for an id is filled with. */
    public String collection() {
        String[] segments = path.split("/");
        return segments.length > 3 ? segments[3] : "";
    }

    public static List<ApiOperation> of(JsonNode document) {
        List<ApiOperation> operations = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
            if (List.of("get", "put", "post", "delete").contains(method.getKey())) {
                operations.add(operation(document, path.getKey(), path.getValue(), method.getKey(), method.getValue()));
            }
        }));
        return List.copyOf(operations);
    }

    private static ApiOperation operation(JsonNode document, String path, JsonNode shared, String method, JsonNode said) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode list : List.of(shared.path("parameters"), said.path("parameters"))) {
            for (JsonNode one : list) {
                JsonNode parameter = resolved(document, one);
                parameters.add(new Parameter(parameter.path("name").asText(), parameter.path("in").asText(),
                        parameter.path("required").asBoolean(), parameter.path("schema")));
            }
        }
        Map<String, JsonNode> bodies = new TreeMap<>();
        resolved(document, said.path("requestBody")).path("content").fields()
                .forEachRemaining(content -> bodies.put(content.getKey(), content.getValue().path("schema")));
        return new ApiOperation(method.toUpperCase(), path, List.copyOf(parameters), Map.copyOf(bodies));
    }

    /** What is referred to, or the node itself. */
    public static JsonNode resolved(JsonNode document, JsonNode node) {
        JsonNode current = node;
        for (int steps = 0; current.has("$ref") && steps < 10; steps++) {
            current = document.at(current.path("$ref").asText().substring(1));
        }
        return current;
    }
}
