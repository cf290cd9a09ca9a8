package org.surety.local;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The schemas of an OpenAPI 3.1 document as TypeScript: one exported type for each, by name, and nothing that is left of them at run time. The
 * same document gives the same text. A name that is none in TypeScript loses its signs: {@code commitments.Status} is {@code CommitmentsStatus}.
 * A field is optional unless the document requires it; whatever the document says nothing of is {@code unknown}.
 */
public final class ApiTypes {
    private static final String HEADER = """
            // What the API takes and answers, made of the suite's OpenAPI document. Not to be edited: with the suite running,
            // deploy/local/api-types writes it anew. ApiTypesIT holds it against what the services say of themselves.

            """;
    private static final String STEP = "  ";

    private ApiTypes() {
    }

    /**
     * The text of the file.
     *
     * @throws IllegalArgumentException when two schemas get one name
     */
    public static String of(JsonNode document) {
        Map<String, JsonNode> types = new TreeMap<>();
        document.path("components").path("schemas").properties().forEach(schema -> {
            if (types.put(identifier(schema.getKey()), schema.getValue()) != null) {
                throw new IllegalArgumentException("Two schemas are called " + identifier(schema.getKey()));
            }
        });
        return HEADER + types.entrySet().stream().map(type -> declaration(type.getKey(), type.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String declaration(String name, JsonNode schema) {
        return schema.path("properties").isEmpty()
                ? "export type " + name + " = " + type(schema, "") + ";\n"
                : "export interface " + name + " " + type(schema, "") + "\n";
    }

    private static String type(JsonNode schema, String indent) {
        if (schema.has("$ref")) {
            return identifier(schema.path("$ref").asText().replaceFirst("^.*/", ""));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return union(types(schema.path(choice), indent));
            }
        }
        if (schema.has("allOf")) {
            return types(schema.path("allOf"), indent).stream().map(ApiTypes::enclosed).collect(Collectors.joining(" & "));
        }
        if (schema.has("enum")) {
            return union(elements(schema.path("enum")).stream().map(ApiTypes::literal).toList());
        }
        JsonNode kind = schema.path("type");
        return kind.isArray()
                ? union(elements(kind).stream().map(one -> ofKind(one.asText(), schema, indent)).toList())
                : ofKind(kind.asText(), schema, indent);
    }

    private static String ofKind(String kind, JsonNode schema, String indent) {
        return switch (kind) {
            case "string", "boolean", "null" -> kind;
            case "integer", "number" -> "number";
            case "array" -> enclosed(type(schema.path("items"), indent)) + "[]";
            case "object" -> object(schema, indent);
            default -> "unknown";
        };
    }

    private static String object(JsonNode schema, String indent) {
        JsonNode properties = schema.path("properties");
        if (properties.isEmpty()) {
            JsonNode values = schema.path("additionalProperties");
            return "{ [name: string]: " + (values.isObject() ? type(values, indent) : "unknown") + " }";
        }
        Set<String> required = elements(schema.path("required")).stream().map(JsonNode::asText).collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        properties.properties().forEach(property -> lines.add(indent + STEP + key(property.getKey())
                + (required.contains(property.getKey()) ? ": " : "?: ") + type(property.getValue(), indent + STEP) + ";\n"));
        return "{\n" + String.join("", lines) + indent + "}";
    }

    private static List<String> types(JsonNode schemas, String indent) {
        return elements(schemas).stream().map(schema -> type(schema, indent)).toList();
    }

    private static String union(List<String> types) {
        return String.join(" | ", new LinkedHashSet<>(types));
    }

    private static String enclosed(String type) {
        return type.contains(" | ") && !type.startsWith("{") ? "(" + type + ")" : type;
    }

    private static String literal(JsonNode value) {
        return value.isTextual() ? "'" + value.asText().replace("\\", "\\\\").replace("'", "\\'") + "'" : value.asText();
    }

    private static String key(String name) {
        return name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? name : "'" + name.replace("'", "\\'") + "'";
    }

    private static String identifier(String name) {
        return List.of(name.split("[^A-Za-z0-9_]+")).stream().filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
