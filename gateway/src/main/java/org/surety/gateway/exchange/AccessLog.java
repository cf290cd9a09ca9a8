package org.surety.gateway.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.surety.gateway.problem.ProblemType;

import io.vertx.core.http.HttpServerRequest;

/**
 * One line per request, written when it is over; the fields stand in the line's diagnostic context, beside its trace id. Holds no
 * header and no query (cursors, search terms), and the caller only by party and pseudonym.
 */
@Singleton
public class AccessLog {

    private static final Logger LOG = Logger.getLogger("org.surety.gateway.access");
    /** A refused path can be anything; a routed one is never longer than this in practice. */
    private static final int SHOWN_PATH = 300;

    void write(Exchange exchange) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        Map<String, String> fields = fields(exchange);
        fields.forEach(MDC::put);
        try {
            LOG.infof("%s %s %s", fields.get("method"), fields.get("path"), fields.get("status"));
        } finally {
            fields.keySet().forEach(MDC::remove);
        }
    }

    private static Map<String, String> fields(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("traceId", exchange.trace().traceId());
        fields.put("method", request.method().name());
        fields.put("path", shown(request.uri()));
        fields.put("status", Integer.toString(request.response().getStatusCode()));
        fields.put("millis", Long.toString(TimeUnit.NANOSECONDS.toMillis(exchange.elapsedNanos())));
        fields.put("bytesIn", Long.toString(exchange.bodyBytes()));
        fields.put("bytesOut", Long.toString(request.response().bytesWritten()));
        if (request.remoteAddress() != null) {
            fields.put("remote", request.remoteAddress().hostAddress());
        }
        exchange.route().ifPresent(route -> fields.put("upstream", route.upstream().name()));
        exchange.caller().ifPresent(caller -> {
            fields.put("caller", caller.pseudonym());
            if (caller.party() != null) {
                fields.put("party", caller.party());
            }
        });
        exchange.problem().map(ProblemType::type).ifPresent(type -> fields.put("problem", type));
        if (!exchange.answered()) {
            fields.put("aborted", "true");
        }
        return fields;
    }

    /** Without the query, and printable whatever was sent. */
    private static String shown(String uri) {
        int end = uri.indexOf('?');
        String path = end < 0 ? uri : uri.substring(0, end);
        String cut = path.length() <= SHOWN_PATH ? path : path.substring(0, SHOWN_PATH) + "...";
        return cut.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
