package org.surety.commitments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;

import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The golden samples of the contracts: what producers make and consumers take. */
public final class Sample {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Sample() {
    }

    /** The envelope of the first version of this type, {@code party.registered} or the like. */
    public static JsonNode of(String type) {
        return file(type + ".v1");
    }

    /** The envelope in the file of this name, {@code party.registered.v1.smallest} or the like. */
    public static JsonNode file(String name) {
        try (InputStream in = Sample.class.getResourceAsStream("/samples/" + name + ".json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample as it is received. */
    public static ReceivedChange received(String type) {
        return received(of(type));
    }

    /** The envelope as it is received. */
    public static ReceivedChange received(JsonNode json) {
        return new ReceivedChange(UUID.fromString(json.get("id").asText()), json.get("type").asText(), json.get("subject").asText(),
                json.get("subjectversion").asLong(), json.get("sequence").asLong(), UUID.fromString(json.get("logid").asText()),
                Instant.parse(json.get("recordedat").asText()), Label.parse(json.get("label").asText()), json.get("data"));
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields and the kinds of their values; a list is the shape of what it holds, whatever their number. */
    public static String shape(JsonNode node) {
        if (node.isObject()) {
            TreeSet<String> fields = new TreeSet<>();
            node.fields().forEachRemaining(field -> fields.add(field.getKey() + ":" + shape(field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            TreeSet<String> items = new TreeSet<>();
            node.forEach(item -> items.add(shape(item)));
            return "list" + items;
        }
        return node.getNodeType().name();
    }
}
