package org.surety.gateway.exchange;

import jakarta.inject.Singleton;

import org.jboss.logging.MDC;
import org.surety.gateway.connection.Gatekeeper;

import io.vertx.core.http.HttpServerRequest;

/**
 * Opens an exchange for each request and books it when it is over: answered, or left by its client.
 */
@Singleton
public class Exchanges {

    private final AccessLog accessLog;
    private final Traffic traffic;
    private final Gatekeeper gatekeeper;

    Exchanges(AccessLog accessLog, Traffic traffic, Gatekeeper gatekeeper) {
        this.accessLog = accessLog;
        this.traffic = traffic;
        this.gatekeeper = gatekeeper;
    }

    /** Whether the connection has had its last answer and is about to be closed: the request is left alone. */
    public boolean isTooLate(HttpServerRequest request) {
        return gatekeeper.hasEnded(request);
    }

    /** From here on every line logged for the request carries its trace id: the diagnostic context is the request's own. */
    public Exchange open(HttpServerRequest request) {
        gatekeeper.headRead(request);
        Exchange exchange = new Exchange(request);
        MDC.put("traceId", exchange.trace().traceId());
        boolean[] booked = new boolean[1];
        request.response().endHandler(end -> book(exchange, booked));
        request.response().closeHandler(close -> book(exchange, booked));
        return exchange;
    }

    /** A connection lost in the middle reports both its end and its close. */
    private void book(Exchange exchange, boolean[] booked) {
        if (booked[0]) {
            return;
        }
        booked[0] = true;
        if (exchange.request().isEnded()) {
            gatekeeper.done(exchange.request());
        }
        traffic.count(exchange);
        accessLog.write(exchange);
        exchange.over();
    }
}
