package org.surety.gateway.relay;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.surety.gateway.exchange.Exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/**
 * Decides what a service gets to see of a request's headers: the few that the API gives a meaning, by a list of what passes. A
 * list of what does not would have to know every header that anything inside will ever trust ({@code X-Forwarded-*},
 * {@code X-Real-IP}, {@code X-HTTP-Method-Override}, {@code X-Surety-*}, {@code Cookie} ...); others have failed at that twice in
 * a year. Then the gateway's own view of the caller's address is set.
 */
final class RequestHeaders {

    /** Must never pass, whatever the configuration says: they are about one connection, or the relay sets them itself. */
    private static final Set<String> NEVER = Set.of("connection", "content-length", "cookie", "expect", "forwarded", "host",
            "http2-settings", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
            "transfer-encoding", "upgrade", "traceparent");

    private final Set<String> passing;

    /** @throws IllegalArgumentException if the list holds a header that must never pass */
    RequestHeaders(List<String> passing) {
        this.passing = Set.copyOf(passing);
        for (String name : passing) {
            if (NEVER.contains(name) || name.startsWith("x-forwarded-") || !name.equals(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("surety.gateway.relay.request-headers: '" + name + "' cannot be relayed");
            }
        }
    }

    void rewrite(Exchange exchange, MultiMap relayed) {
        HttpServerRequest request = exchange.request();
        Set<String> forThisConnection = named(request.headers().getAll("connection"));
        relayed.clear();
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (passing.contains(name) && !forThisConnection.contains(name)) {
                relayed.add(name, header.getValue());
            }
        }
        relayed.set("x-forwarded-for", request.remoteAddress().hostAddress());
        relayed.set("x-forwarded-proto", request.scheme());
        relayed.set("x-forwarded-host", request.getHeader("host"));
        // No X-Forwarded-Prefix: paths are the same inside and outside.
        // tracestate and baggage stay outside: what they carry is free text that every log and span inside would repeat.
        relayed.set("traceparent", exchange.trace().traceparent());
    }

    private static Set<String> named(List<String> connection) {
        if (connection.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        for (String value : connection) {
            for (String name : value.split(",")) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
