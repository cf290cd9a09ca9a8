package org.surety.gateway.exchange;

import java.util.Map;

import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.connection.Gatekeeper;
import org.surety.gateway.problem.Problem;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes the gateway's own answers: problems, the index, the API document, what it merges. What is relayed does not pass here.
 */
@Singleton
public class Answers {

    /** An unread body up to this size is read and forgotten and the connection lives on; a larger one ends the connection. */
    private static final long WORTH_READING_BYTES = 65_536;

    private final Vertx vertx;
    private final Gatekeeper gatekeeper;
    private final long lingerMillis;
    private final long smallBodyMillis;

    Answers(Vertx vertx, Gatekeeper gatekeeper, GatewayConfiguration configuration) {
        this.vertx = vertx;
        this.gatekeeper = gatekeeper;
        this.smallBodyMillis = configuration.connections().headTimeout().toMillis();
        this.lingerMillis = configuration.limits().linger().toMillis();
    }

    public void refuse(Exchange exchange, Problem problem) {
        exchange.refused(problem.type());
        HttpServerResponse response = exchange.request().response();
        response.putHeader("cache-control", "no-store");
        problem.headers().forEach(response::putHeader);
        send(exchange, problem.type().status(), Problem.MEDIA_TYPE, problem.body(exchange.trace().traceId()));
    }

    public void send(Exchange exchange, int status, String mediaType, Buffer body, Map<String, String> headers) {
        headers.forEach(exchange.request().response()::putHeader);
        send(exchange, status, mediaType, body);
    }

    /** 200 with the body under its entity tag, or 304 when the client has it already. */
    public void sendUnlessKnown(Exchange exchange, String mediaType, Buffer body, EntityTag tag, String cacheControl) {
        boolean known = tag.isKnownTo(exchange.request());
        send(exchange, known ? 304 : 200, mediaType, known ? null : body,
                Map.of("etag", tag.value(), "cache-control", cacheControl));
    }

    /** Begins an answer of 200 whose body is written piece by piece, by whom and for how long ever. */
    public void begin(Exchange exchange, String mediaType, Map<String, String> headers) {
        HttpServerRequest request = exchange.request();
        HttpServerResponse response = request.response();
        SecurityHeaders.addTo(response.headers());
        exchange.addHeadersTo(response.headers());
        headers.forEach(response::putHeader);
        response.setChunked(true).putHeader("content-type", mediaType);
        readAway(request, smallBodyMillis, () -> {
        });
    }

    private void send(Exchange exchange, int status, String mediaType, Buffer body) {
        HttpServerRequest request = exchange.request();
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return; // nobody is there to read it
        }
        boolean last = !request.isEnded() && !worthReading(request);
        if (last) {
            response.putHeader("connection", "close");
            gatekeeper.endsWith(request);
        }
        SecurityHeaders.addTo(response.headers());
        exchange.addHeadersTo(response.headers());
        response.setStatusCode(status);
        if (body == null) {
            response.end();
        } else {
            response.putHeader("content-type", mediaType).end(body);
        }
        letGoOfBody(request, last);
    }

    private static boolean worthReading(HttpServerRequest request) {
        if (request.headers().contains("transfer-encoding") || request.headers().contains("expect")) {
            return false;
        }
        String length = request.getHeader("content-length");
        return length == null || length.length() < 6 && Long.parseLong(length) <= WORTH_READING_BYTES;
    }

    /**
     * Reads on for a moment what the client still sends: closing at once would reset the connection and could destroy the answer
     * before the client reads it. A small body is read to its end, and has as much time for it as a head.
     */
    private void letGoOfBody(HttpServerRequest request, boolean last) {
        readAway(request, last ? lingerMillis : smallBodyMillis, () -> {
            if (last) {
                request.connection().close();
            } else {
                gatekeeper.done(request);
            }
        });
    }

    private void readAway(HttpServerRequest request, long millis, Runnable then) {
        if (request.isEnded()) {
            return;
        }
        request.exceptionHandler(failure -> {
        });
        request.handler(ignored -> {
        });
        long timer = vertx.setTimer(millis, expired -> request.connection().close());
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            then.run();
        });
        request.resume();
    }
}
