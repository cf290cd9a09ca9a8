package org.surety.local.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record of the data folder.
 *
 * @param key its name among all files; other records refer to it with {@code "@<key>"}
 * @param as the user who posts it and acts on it
 * @param body as it is posted, with references
 * @param acts what is done with it afterwards, in order
 */
public record DataRecord(String key, String as, JsonNode body, List<Act> acts) {

    /** A POST to {@code .../<name>} of the record. */
    public record Act(String name, JsonNode body) {
    }

    static DataRecord read(JsonNode node, String userOfFile) {
        List<Act> acts = new ArrayList<>();
        node.path("acts").forEach(act -> acts.add(new Act(act.path("act").asText(), act.path("body"))));
        return new DataRecord(node.path("key").asText(null), node.path("as").asText(userOfFile), node.path("body"),
                List.copyOf(acts));
    }

    /** The keys that the body and the acts refer to. */
    public Set<String> references() {
        Set<String> found = new TreeSet<>();
        References.collect(body, found);
        acts.forEach(act -> References.collect(act.body(), found));
        return found;
    }

    /**
     * The idempotency key of the record's POST: the same on every loading, so that a repetition gets the first answer and makes no second
     * record.
     */
    public String idempotencyKey() {
        return "load/" + key;
    }

    /** The same of its act at that place in {@link #acts}. */
    public String idempotencyKey(int act) {
        return idempotencyKey() + "/" + (act + 1) + "-" + acts.get(act).name();
    }
}
