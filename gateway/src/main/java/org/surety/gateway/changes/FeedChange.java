package org.surety.gateway.changes;

import java.time.Instant;

/**
 * One change as a service released it to the caller.
 *
 * @param recordedAt never decreases along the feed of a service
 * @param after the place behind it in its service's feed
 * @param json one line, without the service's own cursor
 */
public record FeedChange(String id, Instant recordedAt, Place after, String json) {
}
