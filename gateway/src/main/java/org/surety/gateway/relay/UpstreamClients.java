package org.surety.gateway.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.GatewayConfiguration.RelayConfiguration;
import org.surety.gateway.route.RouteTable;
import org.surety.gateway.route.Upstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;

/**
 * One bounded pool of connections per service, so that a slow service uses up its own places only; and another for questions that wait at
 * the service for something to happen, or a few listeners would leave no place for anything else.
 */
@Singleton
public class UpstreamClients {

    /** A service's answer head: links and entity tags are short. */
    private static final int ANSWER_HEAD_BYTES = 32_768;
    /** Half of the 60 s for which a service keeps an idle connection, so that it is always this side that closes one. */
    private static final Duration KEEP_IDLE = Duration.ofSeconds(30);

    private final Map<String, HttpClient> clients = new HashMap<>();
    private final Map<String, HttpClient> patient = new HashMap<>();

    UpstreamClients(Vertx vertx, RouteTable routes, GatewayConfiguration configuration) {
        RelayConfiguration relay = configuration.relay();
        for (Upstream upstream : routes.upstreams()) {
            clients.put(upstream.name(), client(vertx, upstream, relay, relay.connections()));
            patient.put(upstream.name(), client(vertx, upstream, relay, configuration.changes().connections()));
        }
    }

    public HttpClient of(Upstream upstream) {
        return clients.get(upstream.name());
    }

    /** For questions that may be answered late by design. */
    public HttpClient patient(Upstream upstream) {
        return patient.get(upstream.name());
    }

    @PreDestroy
    void close() {
        clients.values().forEach(HttpClient::close);
        patient.values().forEach(HttpClient::close);
    }

    private static HttpClientOptions options(Upstream upstream, RelayConfiguration relay) {
        return new HttpClientOptions()
                .setDefaultHost(upstream.host())
                .setDefaultPort(upstream.port())
                .setSsl(upstream.secure())
                .setConnectTimeout((int) relay.connectTimeout().toMillis())
                .setIdleTimeout((int) relay.idleTimeout().toSeconds())
                .setKeepAliveTimeout((int) KEEP_IDLE.toSeconds())
                .setMaxHeaderSize(ANSWER_HEAD_BYTES)
                .setDecompressionSupported(false);
    }

    private static HttpClient client(Vertx vertx, Upstream upstream, RelayConfiguration relay, int connections) {
        return vertx.httpClientBuilder().with(options(upstream, relay))
                .with(new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(relay.waiting())).build();
    }
}
