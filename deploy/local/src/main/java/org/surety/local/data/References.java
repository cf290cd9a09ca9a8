package org.surety.local.data;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** The ids that the server gave to the records of the data folder, and texts {@code "@<key>"} that stand for them. */
final class References {
    private static final String MARK = "@";
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    void remember(String key, String id) {
        ids.put(key, id);
    }

    /**
     * A copy with ids in the place of references.
     *
     * @throws IllegalStateException when a record referred to has no id yet: a plan's order rules that out
     */
    JsonNode resolve(JsonNode node) {
        if (isReference(node)) {
            String key = node.asText().substring(MARK.length());
            String id = ids.get(key);
            if (id == null) {
                throw new IllegalStateException("no record was loaded with the key " + key);
            }
            return TextNode.valueOf(id);
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(resolve(element)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.fields().forEachRemaining(field -> copy.set(field.getKey(), resolve(field.getValue())));
            return copy;
        }
        return node;
    }

    /** Adds the keys that the node refers to. */
    static void collect(JsonNode node, Set<String> keys) {
        if (isReference(node)) {
            keys.add(node.asText().substring(MARK.length()));
        }
        node.forEach(child -> collect(child, keys));
    }

    private static boolean isReference(JsonNode node) {
        return node.isTextual() && node.asText().startsWith(MARK);
    }
}
