package org.surety.gateway.connection;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.GatewayConfiguration.ConnectionConfiguration;
import org.surety.gateway.connection.Crowd.Entry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;

/**
 * How many connections may be open, and how long a client may take for the head of a request. Each listening port is counted for itself, so
 * that a crowd at the public one does not keep operators out. A connection too many is closed without a word: whoever sends thousands
 * should cost nothing.
 */
@Singleton
public class Gatekeeper {

    private static final String REFUSED = "surety.gateway.connections.refused";
    private static final String SLOW_HEAD = "slow-head";
    private static final AttributeKey<Boolean> ENDED = AttributeKey.valueOf(Gatekeeper.class, "ended");

    private final ConnectionConfiguration settings;
    private final Vertx vertx;
    private final MeterRegistry registry;
    private final List<Crowd> crowds = new CopyOnWriteArrayList<>();
    private final Gauge open;

    Gatekeeper(GatewayConfiguration configuration, Vertx vertx, MeterRegistry registry) {
        this.settings = configuration.connections();
        this.vertx = vertx;
        this.registry = registry;
        this.open = Gauge.builder("surety.gateway.connections", crowds, ports -> ports.stream().mapToInt(Crowd::size).sum())
                .description("Open connections, of the management port too").register(registry);
        refused(Entry.TOO_MANY);
        refused(Entry.TOO_MANY_OF_ONE);
        refused(SLOW_HEAD);
    }

    /** The router is made before any port is opened. */
    void takePlace(@Observes Router router) {
        if (((VertxInternal) vertx).transport() instanceof GuardedTransport transport) {
            transport.guardedBy(this);
        } else if (LaunchMode.current() != LaunchMode.DEVELOPMENT) { // which keeps the transport of the code before
            throw new IllegalStateException("Connections cannot be limited: another transport is in place");
        }
    }

    /** The registry outlives a reload of the code, and would go on showing these. */
    @PreDestroy
    void leavePlace() {
        registry.remove(open);
    }

    /** Requests of operators come to no door of ours. */
    void watch(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(context -> {
            headRead(context.request());
            context.addEndHandler(end -> done(context.request()));
            context.next();
        });
    }

    Crowd crowd() {
        Crowd crowd = new Crowd(settings.most(), settings.mostPerAddress());
        crowds.add(crowd);
        return crowd;
    }

    boolean admit(Crowd crowd, Channel connection) {
        Network network = network(connection);
        Entry entry = crowd.enter(network);
        if (entry != Entry.ADMITTED) {
            refused(entry).increment();
            return false;
        }
        connection.closeFuture().addListener(closed -> crowd.leave(network));
        new HeadWatch(settings.headTimeout().toMillis(), refused(SLOW_HEAD)::increment).over(connection);
        return true;
    }

    /** A request's head is there. */
    public void headRead(HttpServerRequest request) {
        watch(request).ifPresent(watch -> watch.headRead(request));
    }

    /** The request has been answered and read to its end. */
    public void done(HttpServerRequest request) {
        watch(request).ifPresent(watch -> watch.done(request));
    }

    /** The answer to this request says that it is the connection's last. */
    public void endsWith(HttpServerRequest request) {
        channel(request).attr(ENDED).set(true);
    }

    /**
     * Whether the connection has had its last answer. A request that was sent behind it is not carried out: nobody would hear of it, and it may
     * be what another parser took for a body.
     */
    public boolean hasEnded(HttpServerRequest request) {
        return channel(request).hasAttr(ENDED);
    }

    private static Optional<HeadWatch> watch(HttpServerRequest request) {
        return Optional.ofNullable(HeadWatch.of(channel(request)));
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }

    private static Network network(Channel connection) {
        return connection.remoteAddress() instanceof InetSocketAddress address
                ? Network.of(address.getAddress().getAddress())
                : new Network("none"); // gone already
    }

    private Counter refused(Entry entry) {
        return refused(entry.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Counter refused(String reason) {
        return Counter.builder(REFUSED).description("Connections that were closed for a limit").tag("reason", reason)
                .register(registry);
    }
}
