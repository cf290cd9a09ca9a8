package org.surety.gateway.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The part of one service's OpenAPI document that outsiders can use: its routed paths and the components these lead to.
 *
 * @param service logical name
 * @param paths path to path item
 * @param components by {@code #/components/<section>/<name>}
 * @param tags tag objects by name
 */
record ServiceDocument(String service, Map<String, JsonObject> paths, Map<String, JsonObject> components,
        Map<String, JsonObject> tags) {

    static final String COMPONENTS = "#/components/";
    private static final String SECURITY_SCHEMES = "securitySchemes";

    /** @throws ClassCastException if it is not an OpenAPI document */
    static ServiceDocument of(String service, JsonObject document, Predicate<String> routed) {
        Map<String, JsonObject> paths = new LinkedHashMap<>();
        JsonObject all = document.getJsonObject("paths", new JsonObject());
        for (String path : all.fieldNames()) {
            if (routed.test(path)) {
                paths.put(path, all.getJsonObject(path));
            }
        }
        Map<String, JsonObject> tags = new LinkedHashMap<>();
        for (Object tag : document.getJsonArray("tags", new JsonArray())) {
            tags.put(((JsonObject) tag).getString("name"), (JsonObject) tag);
        }
        return new ServiceDocument(service, paths, reachable(paths, document.getJsonObject("components", new JsonObject())), tags);
    }

    /** Follows references, so that what only unrouted paths use stays inside. */
    private static Map<String, JsonObject> reachable(Map<String, JsonObject> paths, JsonObject components) {
        Map<String, JsonObject> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        paths.values().forEach(item -> open.addAll(references(item)));
        while (!open.isEmpty()) {
            String reference = open.pop();
            JsonObject component = found.containsKey(reference) ? null : look(reference, components);
            if (component != null) {
                found.put(reference, component);
                open.addAll(references(component));
            }
        }
        return found;
    }

    private static JsonObject look(String reference, JsonObject components) {
        String[] place = reference.substring(COMPONENTS.length()).split("/", 2);
        if (place.length < 2 || place[0].equals(SECURITY_SCHEMES)) {
            return null;
        }
        JsonObject section = components.getJsonObject(place[0]);
        return section == null ? null : section.getJsonObject(place[1]);
    }

    /** All references to components in a piece of a document: in {@code $ref} as in a discriminator's mapping. */
    static Set<String> references(JsonObject piece) {
        Set<String> references = new LinkedHashSet<>();
        withReferences(piece, reference -> {
            references.add(reference);
            return reference;
        });
        return references;
    }

    /** A copy of a piece with every reference to a component replaced. */
    static JsonObject withReferences(JsonObject piece, UnaryOperator<String> replacement) {
        JsonObject copy = new JsonObject();
        for (String field : piece.fieldNames()) {
            copy.put(field, replaced(piece.getValue(field), replacement));
        }
        return copy;
    }

    private static Object replaced(Object value, UnaryOperator<String> replacement) {
        if (value instanceof JsonObject object) {
            return withReferences(object, replacement);
        }
        if (value instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            array.forEach(element -> copy.add(replaced(element, replacement)));
            return copy;
        }
        return value instanceof String text && text.startsWith(COMPONENTS) ? replacement.apply(text) : value;
    }
}
