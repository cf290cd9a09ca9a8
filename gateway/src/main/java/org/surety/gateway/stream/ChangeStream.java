package org.surety.gateway.stream;

import java.util.List;
import java.util.Locale;

import jakarta.inject.Singleton;

import org.surety.gateway.changes.ChangesQuery;
import org.surety.gateway.changes.Feeds;
import org.surety.gateway.changes.MergedCursor;
import org.surety.gateway.changes.Room;
import org.surety.gateway.door.OwnResource;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * {@code GET /api/v1/changes/stream}: the merged feed as Server-Sent Events, for as long as the token is valid. What is wrong with the request
 * is said by a problem before the stream begins; after it, by its last event.
 */
@Singleton
class ChangeStream implements OwnResource {

    private static final String PATH = "/api/v1/changes/stream";
    private static final List<String> COVERING = List.of("text/event-stream", "text/*", "*/*");

    private final Feeds feeds;
    private final Room room;
    private final Streams streams;
    private final Vertx vertx;

    ChangeStream(Feeds feeds, Room room, Streams streams, Vertx vertx) {
        this.feeds = feeds;
        this.room = room;
        this.streams = streams;
        this.vertx = vertx;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void answer(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        if (!request.method().name().equals("GET")) {
            throw new Refusal(Problem.methodNotAllowed("GET"));
        }
        if (!accepts(request.headers().getAll("accept"))) {
            throw new Refusal(Problem.of(ProblemType.NOT_ACCEPTABLE, "This is answered as text/event-stream alone."));
        }
        MergedCursor from = ChangesQuery.ofStream(request, feeds.count());
        room.enter(exchange);
        Listener listener = new Listener(exchange, vertx.getOrCreateContext(), streams);
        streams.listen(listener, from);
        exchange.whenOver(() -> streams.over(listener));
    }

    /** The most telling range decides, as RFC 9110 says; no header takes anything. */
    static boolean accepts(List<String> headers) {
        if (headers.isEmpty()) {
            return true;
        }
        List<String> ranges = List.of(String.join(",", headers).toLowerCase(Locale.ROOT).replaceAll("\\s", "").split(","));
        for (String covering : COVERING) {
            for (String range : ranges) {
                if (range.equals(covering) || range.startsWith(covering + ";")) {
                    return !range.matches(".*;q=0(\\.0*)?(;.*)?");
                }
            }
        }
        return false;
    }
}
