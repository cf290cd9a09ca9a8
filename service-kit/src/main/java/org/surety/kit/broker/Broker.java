package org.surety.kit.broker;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The connection on which this service publishes, and its share of the topology: the exchange of its own log, its queue for each log it
 * follows and the binding of that queue. Declared after each connect, so that whatever was deleted is back within a second. A
 * declaration that does not fit what stands on the broker is named in log and metric, and the service goes on: nothing depends on it.
 */
@ApplicationScoped
public class Broker {

    private static final Logger LOG = Logger.getLogger(Broker.class);

    private static final String EXCHANGE = "surety.";
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int HEARTBEAT_SECONDS = 5;
    private static final long DECLARE_INTERVAL_NANOS = 1_000_000_000L;

    private final BrokerConfig config;
    private final String service;
    private final String owner;
    private final Set<String> misfits = ConcurrentHashMap.newKeySet();
    private volatile Connection connection;
    private volatile boolean declared;
    private long lastDeclared;

    Broker(BrokerConfig config, @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "surety.log.owner") String owner, MeterRegistry metrics) {
        this.config = config;
        this.service = service;
        this.owner = owner;
        Gauge.builder("surety.broker.connected", this, broker -> broker.isConnected() ? 1 : 0)
                .description("1 while the publishing connection is open").register(metrics);
        Gauge.builder("surety.broker.topology.misfits", misfits, Set::size)
                .description("Declarations that failed; alarm above 0 for a minute").register(metrics);
    }

    public static String exchange(String owner) {
        return EXCHANGE + owner;
    }

    public boolean isConnected() {
        Connection current = connection;
        return current != null && current.isOpen();
    }

    /** Connects when not connected, and declares what is still to be declared. */
    public synchronized void connect() throws IOException, TimeoutException {
        if (!isConnected()) {
            declared = false;
            lastDeclared = System.nanoTime() - DECLARE_INTERVAL_NANOS - 1;
            connection = factory().newConnection(service);
            LOG.infof("Connected to the broker at %s:%d", config.host(), config.port());
        }
        if (!declared && System.nanoTime() - lastDeclared > DECLARE_INTERVAL_NANOS) {
            declare();
            lastDeclared = System.nanoTime();
        }
    }

    /** A new channel of the open connection. */
    public Channel channel() throws IOException {
        Connection current = connection;
        Channel channel = current == null ? null : current.createChannel();
        if (channel == null) {
            throw new IOException("no connection to the broker");
        }
        return channel;
    }

    /** Looks again at the topology: called when something on the broker seems to be missing. */
    public void declareAgain() {
        declared = false;
    }

    public synchronized void close() {
        Connection current = connection;
        connection = null;
        if (current != null) {
            current.abort(CONNECT_TIMEOUT_MILLIS);
        }
    }

    private ConnectionFactory factory() {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(config.host());
        factory.setPort(config.port());
        factory.setVirtualHost(config.virtualHost());
        factory.setUsername(config.user());
        factory.setPassword(config.password());
        // Recovery is ours: after a reconnect the topology is declared anew and unconfirmed changes are sent again from the log.
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        if (config.tls()) {
            useTls(factory);
        }
        return factory;
    }

    private static void useTls(ConnectionFactory factory) {
        try {
            factory.useSslProtocol(javax.net.ssl.SSLContext.getDefault());
            factory.enableHostnameVerification();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private void declare() {
        step("exchange " + exchange(owner), channel -> channel.exchangeDeclare(exchange(owner), "topic", true));
        for (String followed : config.follows().orElse(List.of())) {
            String queue = service + "." + followed;
            step("queue " + queue, channel -> channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum",
                    "x-max-length", config.queueLength(), "x-overflow", "drop-head", "x-single-active-consumer", true)));
            step("binding of " + queue, channel -> channel.queueBind(queue, exchange(followed), "#"));
        }
        // What failed is tried again with the next look: the exchange of another owner may not be there yet.
        declared = misfits.isEmpty();
    }

    @FunctionalInterface
    private interface Declaration {
        void on(Channel channel) throws IOException;
    }

    /** Each on a channel of its own: the broker closes the channel of a declaration that does not fit. */
    private void step(String what, Declaration declaration) {
        try (Channel channel = channel()) {
            declaration.on(channel);
            misfits.remove(what);
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            // Said once, not with every look: the metric says how long it lasts.
            if (misfits.add(what)) {
                LOG.warnf("The broker refuses %s: %s", what, reason(e));
            }
        }
    }

    private static String reason(Throwable e) {
        return e.getCause() != null ? e.getCause().getMessage() : e.getMessage();
    }
}
