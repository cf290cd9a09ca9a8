package org.surety.kit.follow;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.surety.kit.broker.Broker;

import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.PublisherDecorator;

/**
 * Subscribes again to a channel of the broker that has ended - because its queue was deleted, or its buffer ran over -, which the
 * connector never does. Until then the feed is followed.
 */
@ApplicationScoped
class Resubscription implements PublisherDecorator {

    private static final Logger LOG = Logger.getLogger(Resubscription.class);

    /** Between two looks whether the queue is there again: to subscribe to one that is not leaves the connector deaf. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Broker broker;

    Resubscription(Broker broker) {
        this.broker = broker;
    }

    @Override
    public Multi<? extends Message<?>> decorate(Multi<? extends Message<?>> messages, List<String> channels, boolean isConnector) {
        if (!isConnector) {
            return messages;
        }
        return messages.onCompletion().failWith(() -> new IllegalStateException("the queue was deleted")).onFailure().invoke(e -> {
            LOG.warnf("The channel %s has ended, it is subscribed to again: %s", channels, e.getMessage());
            broker.declareAgain();
        }).onFailure().retry().when(ends -> ends.onItem().transformToUniAndConcatenate(
                end -> Multi.createFrom().ticks().startingAfter(PAUSE).every(PAUSE).filter(tick -> broker.hasItsQueues()).toUni()));
    }
}
