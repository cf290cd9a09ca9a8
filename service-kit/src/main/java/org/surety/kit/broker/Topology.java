package org.surety.kit.broker;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;

/**
 * A service's share of the topology: the exchange of its own log, its queue for each log it follows and the binding of that queue. What
 * does not fit what stands on the broker is named in log and metric, and the service goes on: nothing depends on it.
 */
class Topology {

    private static final Logger LOG = Logger.getLogger(Topology.class);

    private static final String QUEUE = "queue ";

    private final BrokerConfig config;
    private final String service;
    private final String exchange;
    private final Set<String> misfits = ConcurrentHashMap.newKeySet();
    private volatile boolean complete;

    /** @param exchange of the service's own log; null when it has none */
    Topology(BrokerConfig config, String service, String exchange) {
        this.config = config;
        this.service = service;
        this.exchange = exchange;
    }

    /** Whether all queues were there at the last look. */
    boolean hasItsQueues() {
        return complete;
    }

    /** Until the next look nobody knows. */
    void doubt() {
        complete = false;
    }

    int misfits() {
        return misfits.size();
    }

    /**
     * Declares everything once more: it costs a few round trips and changes nothing where all is well.
     *
     * @return whether a queue of ours was not there: what was published meanwhile is not in it
     */
    boolean declare(Connection connection) {
        if (exchange != null && config.declare()) {
            step(connection, "exchange " + exchange, channel -> channel.exchangeDeclare(exchange, "topic", true));
        }
        boolean missing = false;
        for (String followed : config.follows().orElse(List.of())) {
            missing |= queue(connection, service + "." + followed, Broker.exchange(followed));
        }
        complete = misfits.stream().noneMatch(what -> what.startsWith(QUEUE));
        return missing;
    }

    private boolean queue(Connection connection, String queue, String from) {
        boolean there = step(connection, QUEUE + queue, channel -> channel.queueDeclarePassive(queue));
        if (config.declare()) {
            step(connection, QUEUE + queue, channel -> channel.queueDeclare(queue, true, false, false,
                    Map.of("x-queue-type", "quorum", "x-max-length", config.queueLength(), "x-overflow", "drop-head",
                            "x-single-active-consumer", true)));
            step(connection, "binding of " + queue, channel -> channel.queueBind(queue, from, "#"));
        }
        return !there;
    }

    @FunctionalInterface
    private interface Declaration {
        void on(Channel channel) throws IOException;
    }

    /** Each on a channel of its own: the broker closes the channel of a declaration that does not fit. */
    private boolean step(Connection connection, String what, Declaration declaration) {
        try (Channel channel = connection.createChannel()) {
            declaration.on(channel);
            misfits.remove(what);
            return true;
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            // Said once, not with every look: the metric says how long it lasts.
            if (misfits.add(what)) {
                LOG.warnf("The broker refuses %s: %s", what, e.getCause() != null ? e.getCause().getMessage() : e.getMessage());
            }
            return false;
        }
    }
}
