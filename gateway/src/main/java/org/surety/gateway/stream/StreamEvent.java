package org.surety.gateway.stream;

import org.surety.gateway.changes.FeedChange;
import org.surety.gateway.changes.MergedCursor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * One event of a stream, as all listeners of a group get it.
 *
 * @param service whose change it is; negative for what is of none
 * @param change id of the change, or null
 * @param cursor the place behind it
 */
record StreamEvent(int service, String change, MergedCursor cursor, String name, String data) {

    static StreamEvent of(int service, FeedChange change, MergedCursor cursor) {
        return new StreamEvent(service, change.id(), cursor, "change", change.json());
    }

    /** Says which services cannot be asked at the moment; an empty list when all can again. */
    static StreamEvent missing(Iterable<String> services, MergedCursor cursor) {
        JsonArray names = new JsonArray();
        services.forEach(names::add);
        return new StreamEvent(-1, null, cursor, "missing", new JsonObject().put("missing", names).encode());
    }

    /** As it is written, with the cursor that a listener has behind it. */
    Buffer frame(MergedCursor behind) {
        return frame(name, behind.text(), data);
    }

    /** @param id null for an event that leaves the listener where it is */
    static Buffer frame(String name, String id, String data) {
        return Buffer.buffer("event: " + name + "\n" + (id == null ? "" : "id: " + id + "\n") + "data: " + data + "\n\n");
    }
}
