package org.surety.gateway.changes;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What a service answered: the next changes of its feed, in its order. The place behind the last one is where the page ends, which may be
 * further on.
 *
 * @param next where the page ends
 * @param more whether there is something behind it already
 */
public record FeedPage(List<FeedChange> changes, Place next, boolean more) {

    /** What a service says of a change for the gateway alone. */
    private static final String CURSOR = "cursor";

    /** @throws IllegalArgumentException if it is not what the services agreed on */
    public static FeedPage of(JsonObject body) {
        try {
            Place next = Place.after(body.getString("next"));
            JsonArray items = body.getJsonArray("changes");
            List<FeedChange> changes = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                changes.add(change(items.getJsonObject(i), i == items.size() - 1 ? next : null));
            }
            return new FeedPage(changes, next, body.getBoolean("more"));
        } catch (ClassCastException | NullPointerException | DateTimeParseException e) {
            throw new IllegalArgumentException("not a page of a feed", e);
        }
    }

    private static FeedChange change(JsonObject item, Place next) {
        Place after = Place.after((String) item.remove(CURSOR));
        String id = item.getString("id");
        Instant recordedAt = Instant.parse(item.getString("recordedAt"));
        return new FeedChange(id.strip(), recordedAt, next == null ? after : next, item.encode());
    }
}
