package org.surety.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** Holds what reads are answered against the schemas of the suite's document, which may say no field less and no field more. */
final class AnswerSchemas {
    /** How many records of a list are read by themselves. */
    private static final int RECORDS = 3;
    private static final String PLACE = "\\{[a-zA-Z]+\\}";
    private final JsonNode document;
    private final ObjectNode components;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new TreeMap<>();
    private final Map<String, Integer> held = new TreeMap<>();
    private final Set<String> faults = new LinkedHashSet<>();

    AnswerSchemas(JsonNode document) {
        this.document = document;
        this.components = document.path("components").deepCopy();
        components.path("schemas").forEach(AnswerSchemas::close);
    }

    /** How many answers were held against the schema of each path. */
    Map<String, Integer> held() {
        return held;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** All that a user can read without being asked for more than a series, the first records of each list too. */
    void read(Api api, String user) {
        Map<String, List<String>> records = new LinkedHashMap<>();
        document.path("paths").properties().stream().filter(path -> readable(path.getValue())).map(Map.Entry::getKey)
                .sorted((one, other) -> Long.compare(places(one), places(other))).forEach(path -> {
                    for (String address : addresses(path, records)) {
                        for (String question : questions(path)) {
                            Answer answer = api.get(address + question, user);
                            if (answer.status() == 200 && answer.header("Content-Type").startsWith("application/json")) {
                                hold(path, answer.json());
                                records.computeIfAbsent(path, first -> new ArrayList<>()).addAll(ids(answer.json()));
                            }
                        }
                    }
                });
    }

    /** Notes what is wrong with an answer to {@code GET} on that path. */
    void hold(String path, JsonNode answer) {
        held.merge(path, 1, Integer::sum);
        schemas.computeIfAbsent(path, this::schema).validate(answer)
                .forEach(fault -> faults
                        .add("GET " + path + ": " + fault.getInstanceLocation().toString().replaceAll("/\\d+", "/*") + ": "
                                + fault.getMessage().replaceAll("^.*?: ", "")));
    }

    private Schema schema(String path) {
        ObjectNode schema = new ObjectMapper().createObjectNode();
        JsonNode answer = answer(path);
        schema.setAll((ObjectNode) answer.deepCopy());
        schema.set("components", components);
        return registry.getSchema(schema);
    }

    private JsonNode answer(String path) {
        return document.path("paths").path(path).path("get").path("responses").path("200").path("content").path("application/json")
                .path("schema");
    }

    private static boolean readable(JsonNode item) {
        return item.path("get").path("responses").path("200").path("content").has("application/json");
    }

    private static long places(String path) {
        return path.chars().filter(sign -> sign == '{').count();
    }

    private static List<String> addresses(String path, Map<String, List<String>> records) {
        if (places(path) == 0) {
            return List.of(path);
        }
        String list = path.substring(0, path.indexOf("/{"));
        return places(path) > 1
                ? List.of()
                : records.getOrDefault(list, List.of()).stream().distinct().limit(RECORDS).map(id -> path.replaceFirst(PLACE, id))
                        .toList();
    }

    private List<String> questions(String path) {
        return StreamSupport.stream(document.path("paths").path(path).path("get").path("parameters").spliterator(), false)
                .anyMatch(parameter -> parameter.path("name").asText().equals("series"))
                        ? List.of("?series=EXERCISE", "?series=REAL")
                        : List.of("");
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.path("items").forEach(item -> {
            String id = item.path("id").asText(item.path("code").asText());
            if (!id.isEmpty()) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** No field but those that are named. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.has("properties")) {
                object.put("additionalProperties", false);
            }
            object.forEach(AnswerSchemas::close);
        } else {
            schema.forEach(AnswerSchemas::close);
        }
    }
}
