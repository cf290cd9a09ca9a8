package org.surety.gateway.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.surety.gateway.exchange.Caller;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.relay.Reply;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * One client that listens: a stream of Server-Sent Events (WHATWG HTML, section 9.2) on its connection. It is written to as fast as it reads
 * and keeps nothing for it; what it has not read stays in the journal of its poller, or is gone.
 */
final class Listener {

    private static final Map<String, String> HEADERS = Map.of("cache-control", "no-store", "x-accel-buffering", "no");
    private static final String NOTHING = "{}";
    private static final int WORTH_WRITING_BYTES = 16_384;

    private final Exchange exchange;
    private final Caller caller;
    private final HttpServerResponse response;
    private final Context connection;
    private final Streams streams;
    private Poller poller;
    private Footing footing;
    private long read;
    private boolean opening;
    private boolean open;
    private String unsaid;
    private boolean ended;
    private boolean draining;
    private long heartbeat;
    private long expiry;

    /** @param connection of the request */
    Listener(Exchange exchange, Context connection, Streams streams) {
        this.exchange = exchange;
        this.caller = exchange.caller().orElseThrow();
        this.response = exchange.request().response();
        this.connection = connection;
        this.streams = streams;
    }

    Exchange exchange() {
        return exchange;
    }

    Caller caller() {
        return caller;
    }

    /** Whether it has gone, or was answered. */
    boolean isOver() {
        return ended;
    }

    void follow(Poller whom, Footing from) {
        poller = whom;
        footing = from;
        read = from.first();
    }

    Poller poller() {
        return poller;
    }

    boolean hasAll() {
        return read == poller.journal().end();
    }

    /** The head of the answer, and at once a cursor with which to come back. */
    void open(String cursor) {
        if (ended || opening) {
            return;
        }
        opening = true;
        Duration left = Duration.between(Instant.now(), caller.until());
        expiry = streams.clock().after(left, () -> end("token-expired", null));
        heartbeat = streams.clock().every(streams.settings().heartbeat(), this::beat);
        Buffer first = Buffer.buffer("retry: " + streams.settings().retry().toMillis() + "\n\n")
                .appendBuffer(StreamEvent.frame("heartbeat", cursor, NOTHING));
        if (!poller.missing().isEmpty()) {
            StreamEvent missing = StreamEvent.missing(poller.missing(), poller.cursor());
            first.appendBuffer(StreamEvent.frame(missing.name(), cursor, missing.data())); // it may have much before that place
        }
        connection.runOnContext(here -> {
            if (!response.closed()) {
                streams.answers().begin(exchange, "text/event-stream", HEADERS);
                response.write(first);
                streams.clock().soon(this::opened);
            }
        });
    }

    private void opened() {
        open = true;
        response.drainHandler(drained -> streams.clock().soon(this::drained)); // before anything can fill up
        if (unsaid != null) {
            end(unsaid, null);
            return;
        }
        flush();
        if (!ended) {
            poller.pump();
        }
    }

    /** Writes what the client has not had, until there is no more or it stops reading. */
    void flush() {
        Journal journal = poller.journal();
        if (ended) {
            return;
        }
        if (!journal.reaches(read)) {
            end("too-slow", null);
            return;
        }
        if (!open || draining) {
            return;
        }
        Buffer frames = Buffer.buffer();
        while (!hasAll() && !draining) {
            StreamEvent event = journal.event(++read);
            if (!footing.has(read, event)) {
                frames.appendBuffer(event.frame(footing.behind(read, event)));
            }
            if (frames.length() >= WORTH_WRITING_BYTES) {
                write(frames);
                frames = Buffer.buffer();
            }
        }
        if (frames.length() > 0) {
            write(frames);
        }
    }

    private void write(Buffer frames) {
        if (response.closed()) {
            return;
        }
        response.write(frames);
        draining = response.writeQueueFull();
    }

    private void drained() {
        if (ended || !draining) {
            return;
        }
        draining = false;
        flush();
        if (!ended) {
            poller.pump();
        }
    }

    /** To somebody who has not read what was before, nothing of the present is said. */
    private void beat() {
        if (ended || !open) {
            return;
        }
        if (caller.signedIn().filter(session -> streams.ended(session)).isPresent()) {
            end("session-ended", null);
        } else if (!draining && hasAll()) {
            write(StreamEvent.frame("heartbeat", poller.cursorText(), NOTHING));
        }
    }

    /** A service refuses the listener. */
    void refused(int service, Reply reply) {
        if (opening) {
            boolean token = reply.status() == ProblemType.UNAUTHENTICATED.status();
            end(token ? "token-refused" : "refused",
                    reply.body().toJsonObject().put("upstream", streams.feeds().name(service)));
        } else if (!ended) {
            leave();
            connection.runOnContext(here -> streams.feeds().refuse(exchange, service, reply));
        }
    }

    /** @param problem for which it ends, or null */
    void end(String reason, JsonObject problem) {
        if (ended) {
            return;
        }
        if (!open) {
            endUnopened(reason);
            return;
        }
        leave();
        streams.ends(reason);
        JsonObject data = new JsonObject().put("reason", reason);
        if (problem != null) {
            data.put("problem", problem);
        }
        long timer = streams.clock().after(StreamSettings.LAST_WORDS, () -> exchange.request().connection().close());
        Buffer last = StreamEvent.frame("end", null, data.encode());
        connection.runOnContext(here -> { // where it is booked: nowhere else has the line in the access log its fields
            if (response.closed()) {
                streams.clock().cancel(timer);
            } else {
                response.end(last).onComplete(written -> streams.clock().cancel(timer));
            }
        });
    }

    /** Where the head is on its way the last event follows it; where it is not there is no stream, and a problem says why. */
    private void endUnopened(String reason) {
        if (opening) {
            unsaid = reason;
            return;
        }
        refuse(Streams.closing());
    }

    /** There will be no stream. */
    void refuse(Problem problem) {
        leave();
        connection.runOnContext(here -> streams.answers().refuse(exchange, problem));
    }

    /** The client has gone, or is told no more. */
    void leave() {
        if (ended) {
            return;
        }
        ended = true;
        streams.clock().cancel(expiry);
        streams.clock().cancel(heartbeat);
        streams.left(this);
    }
}
