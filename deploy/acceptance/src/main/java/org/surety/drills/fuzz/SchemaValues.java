package org.surety.drills.fuzz;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values as a schema asks for them, so that many requests get past what is checked first. */
final class SchemaValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;
    /** One in so many values of a record that was shown is another. */
    private static final int CHANGED = 10;
    private static final List<String> PARTIES = List.of("XAA", "XAB", "XAC", "XAD", "FRA");
    /** What a field of this name is likely to want, where the schema says only that it is a text. */
    private static final Map<String, List<String>> WORDS = Map.of("party", PARTIES, "host", PARTIES, "parties", PARTIES, "currency",
            List.of("EUR", "PLN"), "unit", List.of("soldiers", "crews"), "code", List.of("XAA", "XZQ"), "country", PARTIES);
    private final JsonNode document;
    private final KnownRecords known;
    private final Random random;

    SchemaValues(JsonNode document, KnownRecords known, Random random) {
        this.document = document;
        this.known = known;
        this.random = random;
    }

    /** @param name of the field or parameter, as a hint */
    JsonNode value(JsonNode schema, String name) {
        return value(schema, name, 0);
    }

    /** What was shown of a record, as far as the schema has a place for it, with a few values that are others. */
    JsonNode like(JsonNode said, JsonNode shown, String name) {
        JsonNode schema = ApiOperation.resolved(document, said);
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            for (JsonNode one : schema.path(choice)) {
                if (fits(ApiOperation.resolved(document, one), shown)) {
                    return like(one, shown, name);
                }
            }
        }
        if (!fits(schema, shown) || random.nextInt(CHANGED) == 0 && !name.isEmpty()) {
            return value(schema, name);
        }
        if (shown.isObject()) {
            ObjectNode object = NODES.objectNode();
            schema.path("properties").fields().forEachRemaining(property -> {
                if (shown.hasNonNull(property.getKey())) {
                    object.set(property.getKey(), like(property.getValue(), shown.get(property.getKey()), property.getKey()));
                }
            });
            return object;
        }
        ArrayNode array = NODES.arrayNode();
        shown.forEach(one -> array.add(like(schema.path("items"), one, name)));
        return shown.isArray() ? array : shown;
    }

    private static boolean fits(JsonNode schema, JsonNode shown) {
        return switch (type(schema)) {
            case "object" -> shown.isObject() && schema.has("properties");
            case "array" -> shown.isArray();
            default -> shown.isValueNode() && !shown.isNull();
        };
    }

    private JsonNode value(JsonNode said, String name, int depth) {
        JsonNode schema = ApiOperation.resolved(document, said);
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.path(choice).size() > 0) {
                return value(schema.path(choice).get(random.nextInt(schema.path(choice).size())), name, depth + 1);
            }
        }
        if (schema.path("allOf").size() > 0) {
            return value(schema.path("allOf").get(0), name, depth + 1);
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer" -> NODES.numberNode(List.of(0, 1, 2, 10, 500, 1000).get(random.nextInt(6)));
            case "number" -> NODES.numberNode(random.nextInt(10_000) / 4.0);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.textNode(text(schema, name));
        };
    }

    /** Of several, as in {@code ["string", "null"]}, the first that is one. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return type.isTextual() ? type.asText() : schema.has("properties") ? "object" : "string";
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties").fields().forEachRemaining(property -> {
            boolean required = false;
            for (JsonNode one : schema.path("required")) {
                required |= one.asText().equals(property.getKey());
            }
            if (depth < DEEPEST && (required || random.nextInt(10) < 6)) {
                object.set(property.getKey(), value(property.getValue(), property.getKey(), depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode schema, String name, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(3); i > 0 && depth < DEEPEST; i--) {
            array.add(value(schema.path("items"), name, depth + 1));
        }
        return array;
    }

    private String text(JsonNode schema, String name) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> random.nextInt(10) < 8 ? known.meantBy(name, random) : UUID.randomUUID().toString();
            case "date" -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)).toString();
            case "date-time" -> "2026-0" + (1 + random.nextInt(9)) + "-10T08:00:00Z";
            default -> WORDS.containsKey(name)
                    ? WORDS.get(name).get(random.nextInt(WORDS.get(name).size()))
                    : name.endsWith("On") || name.equals("from") || name.equals("until")
                            ? LocalDate.of(2026, 3, 1).plusDays(random.nextInt(300)).toString()
                            : "Exercise " + name + " " + random.nextInt(1000);
        };
    }
}
