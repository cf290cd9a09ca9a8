package org.surety.gateway.relay;

import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.route.Upstream;

import io.vertx.core.Vertx;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;

/**
 * Hands a request to the service its route names and the answer back, both as streams.
 */
@Singleton
public class Relay {

    /** An upgraded connection would bypass everything here. */
    private static final ProxyOptions PLAIN_HTTP = new ProxyOptions().setSupportWebSocket(false);

    private final Vertx vertx;
    private final UpstreamClients clients;
    private final Circuits circuits;
    private final Answers answers;
    private final RelaySettings settings;

    Relay(Vertx vertx, UpstreamClients clients, Circuits circuits, Answers answers, GatewayConfiguration configuration) {
        this.vertx = vertx;
        this.clients = clients;
        this.circuits = circuits;
        this.answers = answers;
        this.settings = RelaySettings.from(configuration);
    }

    /** The exchange must be routed, and its request paused. */
    public void relay(Exchange exchange) {
        Upstream upstream = exchange.route().orElseThrow().upstream();
        if (declaredBytes(exchange) > settings.bodyLimitBytes()) {
            answers.refuse(exchange, tooLarge(settings.bodyLimitBytes()));
            return;
        }
        if (!circuits.admit(upstream)) {
            answers.refuse(exchange, Circuits.away(upstream));
            return;
        }
        Passage passage = new Passage(vertx, exchange, upstream, settings, answers, circuits);
        HttpProxy.reverseProxy(PLAIN_HTTP, clients.of(upstream))
                .origin(passage::connect)
                .addInterceptor(passage)
                .handle(exchange.request());
    }

    static Problem tooLarge(long limitBytes) {
        return Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "A request body may have " + limitBytes + " bytes.");
    }

    private static long declaredBytes(Exchange exchange) {
        String length = exchange.request().getHeader("content-length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
