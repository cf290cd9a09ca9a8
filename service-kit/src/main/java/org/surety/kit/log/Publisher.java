package org.surety.kit.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.surety.contracts.Envelope;
import org.surety.kit.broker.Broker;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Sends numbered changes to the exchange of this log: persistent, mandatory, in order, with pipelined confirms and no transaction held
 * open meanwhile. What is not confirmed in time is unknown and is sent again, with the same id and number.
 */
@ApplicationScoped
class Publisher {

    private static final Logger LOG = Logger.getLogger(Publisher.class);

    private final Broker broker;
    private final LogReader reader;
    private final Sequencer sequencer;
    private final LogConfig config;
    private final Counter published;
    private final Counter returned;
    private final Timer confirm;
    private Channel channel;

    Publisher(Broker broker, LogReader reader, Sequencer sequencer, LogConfig config, MeterRegistry metrics) {
        this.broker = broker;
        this.reader = reader;
        this.sequencer = sequencer;
        this.config = config;
        this.published = Counter.builder("surety.log.published").description("Changes confirmed by the broker").register(metrics);
        this.returned = Counter.builder("surety.log.returned")
                .description("Changes that no queue took; alarm on any: consumers live from the feed").register(metrics);
        this.confirm = Timer.builder("surety.log.confirm").description("From the first send of a batch to its last confirm")
                .register(metrics);
    }

    /**
     * Publishes what follows the number.
     *
     * @return the number up to which the broker has confirmed now
     * @throws IOException when the broker is away or a confirm does not come: the same changes are to be published again
     */
    long publish(LogHead head, long after) throws IOException, TimeoutException, InterruptedException {
        List<Envelope<LogReader.Raw>> batch = reader.after(head.logId(), after, config.batch());
        if (batch.isEmpty()) {
            return after;
        }
        Channel open = open();
        long started = System.nanoTime();
        for (Envelope<LogReader.Raw> change : batch) {
            send(open, change);
        }
        if (!open.waitForConfirms(config.confirmTimeout().toMillis())) {
            throw new IOException("the broker refused a change");
        }
        confirm.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        published.increment(batch.size());
        long through = batch.get(batch.size() - 1).sequence();
        sequencer.published(head.epoch(), through);
        return through;
    }

    /** Forgets the channel: after an error nobody knows which confirms are still to come on it. */
    void reset() {
        Channel old = channel;
        channel = null;
        if (old != null) {
            try {
                old.abort();
            } catch (IOException e) {
                LOG.debug("The old channel did not close", e);
            }
        }
    }

    private Channel open() throws IOException, TimeoutException {
        if (channel == null || !channel.isOpen()) {
            broker.connect();
            channel = broker.channel();
            channel.confirmSelect();
            channel.addReturnListener(message -> {
                returned.increment();
                broker.declareAgain();
            });
        }
        return channel;
    }

    private void send(Channel open, Envelope<LogReader.Raw> change) throws IOException {
        Map<String, Object> headers = new HashMap<>();
        attribute(headers, "specversion", change.specversion());
        attribute(headers, "id", change.id());
        attribute(headers, "source", change.source());
        attribute(headers, "type", change.type());
        attribute(headers, "subject", change.subject());
        attribute(headers, "logid", change.logid());
        attribute(headers, "recordedat", change.recordedat());
        attribute(headers, "label", change.label());
        attribute(headers, "traceparent", change.traceparent());
        headers.put(Envelope.HEADER_PREFIX + "sequence", change.sequence());
        headers.put(Envelope.HEADER_PREFIX + "subjectversion", change.subjectversion());
        BasicProperties properties = new BasicProperties.Builder().messageId(change.id().toString()).type(change.type())
                .contentType("application/json").deliveryMode(2).timestamp(Date.from(change.recordedat())).headers(headers).build();
        byte[] body = change.data() == null ? new byte[0] : change.data().json().getBytes(StandardCharsets.UTF_8);
        open.basicPublish(Broker.exchange(config.owner()), Envelope.shortType(change.type()), true, properties, body);
    }

    private static void attribute(Map<String, Object> headers, String name, Object value) {
        if (value != null) {
            headers.put(Envelope.HEADER_PREFIX + name, value.toString());
        }
    }
}
