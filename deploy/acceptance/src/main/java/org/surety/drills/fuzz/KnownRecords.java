package org.surety.drills.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Records that answers have shown, by collection, so that requests can be about something that is there. */
final class KnownRecords {
    private static final int MOST = 400;
    private final Map<String, List<Seen>> byCollection = new ConcurrentHashMap<>();

    /** @param shown all that was told of it; of one that is nowhere a missing node */
    record Seen(String id, long version, JsonNode shown) {

        /** Whose it is; empty: that was not told. */
        String party() {
            return shown.path("party").asText();
        }
    }

    /** What an answer about a collection has of records: itself, or its items. */
    void learn(String collection, JsonNode answer) {
        note(collection, answer);
        answer.path("items").forEach(item -> note(collection, item));
    }

    private void note(String collection, JsonNode record) {
        String id = record.path(record.has("id") ? "id" : "code").asText();
        if (!id.isEmpty()) {
            List<Seen> seen = byCollection.computeIfAbsent(collection, name -> new ArrayList<>());
            synchronized (seen) {
                seen.removeIf(one -> one.id.equals(id));
                if (seen.size() == MOST) {
                    seen.remove(0);
                }
                seen.add(new Seen(id, record.path("version").asLong(1), record));
            }
        }
    }

    /** One of the collection, else one that is nowhere. */
    Seen one(String collection, Random random) {
        List<Seen> seen = byCollection.getOrDefault(collection, List.of());
        synchronized (seen) {
            return seen.isEmpty()
                    ? new Seen(UUID.randomUUID().toString(), 1, MissingNode.getInstance())
                    : seen.get(random.nextInt(seen.size()));
        }
    }

    /** An id of the collection that a field of this name is likely to mean, or of any. */
    String meantBy(String name, Random random) {
        List<String> all = byCollection.keySet().stream().filter(collection -> !collection.equals("parties")).sorted().toList();
        List<String> meant = all.stream().filter(collection -> collection.startsWith(name)).toList();
        List<String> collections = meant.isEmpty() ? all : meant;
        return collections.isEmpty()
                ? UUID.randomUUID().toString()
                : one(collections.get(random.nextInt(collections.size())), random).id();
    }
}
