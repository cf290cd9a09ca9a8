package org.surety.kit.broker;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.surety.kit.run.Migrating;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * The connection on which this service publishes, kept up by a thread of its own; after each connect and every few seconds the topology is
 * declared on it, so that whatever was deleted is back soon.
 */
@ApplicationScoped
public class Broker {

    private static final Logger LOG = Logger.getLogger(Broker.class);

    private static final String EXCHANGE = "surety.";
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int ANSWER_TIMEOUT_MILLIS = 5_000;
    private static final int HEARTBEAT_SECONDS = 5;

    /** Between two attempts to connect. */
    private static final long RETRY_MILLIS = 1_000;

    /** Between two looks at the topology: what is missing until then comes from the feed. */
    private static final long DECLARE_MILLIS = 5_000;

    private final BrokerConfig config;
    private final String service;
    private final Topology topology;
    private final Migrating migrating;
    private final Semaphore wanted = new Semaphore(0);
    private volatile Connection connection;
    private volatile long connections;
    private volatile boolean blocked;
    private volatile boolean stopped;
    private boolean refused;

    public Broker(BrokerConfig config, @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "surety.log.owner") Optional<String> owner, Migrating migrating, MeterRegistry metrics) {
        this.config = config;
        this.service = service;
        this.topology = new Topology(config, service, owner.map(Broker::exchange).orElse(null));
        this.migrating = migrating;
        Gauge.builder("surety.broker.connected", this, broker -> broker.isConnected() ? 1 : 0)
                .description("1 while the publishing connection is open; alarm below 1 for 30 s").register(metrics);
        Gauge.builder("surety.broker.blocked", this, broker -> broker.isBlocked() ? 1 : 0)
                .description("1 while the broker takes no messages because it lacks memory or disk; alarm").register(metrics);
        Gauge.builder("surety.broker.topology.misfits", topology, Topology::misfits)
                .description("Declarations that failed; alarm above 0 for a minute").register(metrics);
    }

    public static String exchange(String owner) {
        return EXCHANGE + owner;
    }

    public boolean isConnected() {
        Connection current = connection;
        return current != null && current.isOpen();
    }

    /** Whether the broker has said that it takes no messages now. */
    public boolean isBlocked() {
        return blocked;
    }

    /** Whether it takes messages, as far as one knows. */
    public boolean isOpen() {
        return isConnected() && !blocked;
    }

    /** Grows with each new connection and each queue that had to be made again: what was published before it may have been missed. */
    public long connections() {
        return connections;
    }

    /** A new channel. */
    public Channel channel() throws IOException {
        Connection current = connection;
        Channel channel = current == null || !current.isOpen() ? null : current.createChannel();
        if (channel == null) {
            throw new IOException("no connection to the broker");
        }
        return channel;
    }

    /** Whether the queues of this service were there at the last look. */
    public boolean hasItsQueues() {
        return isConnected() && topology.hasItsQueues();
    }

    /** Looks at the topology now: something on the broker seems to be missing. */
    public void declareAgain() {
        topology.doubt();
        wanted.release();
    }

    /** Gives the connection up after an error, whatever state it is in, and has a new one made. */
    public void drop() {
        Connection current = connection;
        connection = null;
        if (current != null) {
            current.abort(CONNECT_TIMEOUT_MILLIS);
        }
        wanted.release();
    }

    void start(@Observes StartupEvent event) {
        if (!migrating.isActive()) {
            Thread keeper = new Thread(this::keep, "broker");
            keeper.setDaemon(true);
            keeper.start();
        }
    }

    /** Ends the connection and the thread that keeps it up. */
    public void close() {
        stopped = true;
        drop();
    }

    private void keep() {
        while (!stopped) {
            try {
                Connection current = isConnected() ? connection : connect();
                // A broker that takes nothing answers no declaration either.
                if (current != null && !blocked && topology.declare(current)) {
                    connections++;
                }
                if (wanted.tryAcquire(DECLARE_MILLIS, TimeUnit.MILLISECONDS)) {
                    wanted.drainPermits();
                }
            } catch (IOException | TimeoutException | RuntimeException e) {
                if (!refused && !stopped) {
                    LOG.warnf("No broker at %s:%d: %s", config.host(), config.port(), e.getMessage());
                }
                refused = true;
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Connection connect() throws IOException, TimeoutException {
        Connection fresh = factory().newConnection(service);
        blocked = false;
        fresh.addBlockedListener(reason -> {
            blocked = true;
            LOG.warnf("The broker takes no messages: %s", reason);
        }, () -> {
            blocked = false;
            LOG.info("The broker takes messages again");
        });
        fresh.addShutdownListener(cause -> wanted.release());
        connection = fresh;
        connections++;
        refused = false;
        LOG.infof("Connected to the broker at %s:%d", config.host(), config.port());
        return fresh;
    }

    private void pause() {
        try {
            if (wanted.tryAcquire(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                wanted.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        factory.setHandshakeTimeout(ANSWER_TIMEOUT_MILLIS);
        factory.setChannelRpcTimeout(ANSWER_TIMEOUT_MILLIS);
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
}
