package org.surety.gateway.relay;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.route.Upstream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;

/**
 * Asks services what the gateway needs whole to answer a request of its own: in the caller's name, with the caller's token and nothing
 * else, so that a service tells no more than it would tell the caller.
 */
@Singleton
public class Inquiries {

    /** Fewer than the relay lets pass: conditions, ranges and encodings are about the answer that is made here. */
    private static final List<String> PASSING = List.of("accept-language", "authorization", "user-agent");

    private final Vertx vertx;
    private final UpstreamClients clients;
    private final Circuits circuits;
    private final RelaySettings settings;
    private final RequestHeaders headers = new RequestHeaders(PASSING);

    Inquiries(Vertx vertx, UpstreamClients clients, Circuits circuits, GatewayConfiguration configuration) {
        this.vertx = vertx;
        this.clients = clients;
        this.circuits = circuits;
        this.settings = RelaySettings.from(configuration);
    }

    /**
     * Gets what is at the target. Never fails: what went wrong is a reply too. The whole answer has to be there within the time in which
     * a relayed one has to begin.
     *
     * @param target path and query
     * @param limitBytes the longest answer
     */
    public Future<Reply> ask(Exchange exchange, Upstream upstream, String target, long limitBytes) {
        return ask(exchange, upstream, target, limitBytes, Duration.ZERO).reply();
    }

    /**
     * The same where the service may wait for something to happen before it answers. The question is then one of those that have
     * connections of their own, and can be taken back.
     *
     * @param patience how long the service may wait, beside the time in which it has to answer
     */
    public Question ask(Exchange exchange, Upstream upstream, String target, long limitBytes, Duration patience) {
        if (!circuits.admit(upstream)) {
            return new Question(Future.succeededFuture(Reply.refused(Circuits.away(upstream), exchange.trace())), () -> {
            });
        }
        Inquiry inquiry = new Inquiry(exchange, upstream, settings.waitingLonger(patience), headers, circuits, limitBytes);
        HttpClient client = patience.isZero() ? clients.of(upstream) : clients.patient(upstream);
        return new Question(inquiry.send(vertx, client, target), inquiry::cancel);
    }
}
