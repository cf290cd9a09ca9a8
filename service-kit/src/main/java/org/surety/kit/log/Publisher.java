package org.surety.kit.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Envelope;
import org.surety.kit.broker.Broker;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Sends numbered changes to the exchange of this log: persistent, mandatory, in order, with pipelined confirms and no transaction held
 * open meanwhile. What is not confirmed in time is unknown and is sent again, with the same id and number. Used by one thread.
 */
@ApplicationScoped
class Publisher {

    private final Broker broker;
    private final LogReader reader;
    private final Sequencer sequencer;
    private final LogConfig config;
    private final LogSignal signal;
    private final Counter published;
    private final Counter returned;
    private final Timer confirm;
    private Channel channel;
    private Confirms confirms;
    private long epoch = -1;
    private volatile long through;

    Publisher(Broker broker, LogReader reader, Sequencer sequencer, LogConfig config, LogSignal signal, MeterRegistry metrics) {
        this.broker = broker;
        this.reader = reader;
        this.sequencer = sequencer;
        this.config = config;
        this.signal = signal;
        this.published = Counter.builder("surety.log.published").description("Changes confirmed by the broker").register(metrics);
        this.returned = Counter.builder("surety.log.returned")
                .description("Changes that no queue took; alarm on any: consumers live from the feed").register(metrics);
        this.confirm = Timer.builder("surety.log.confirm").description("From the sending of a change to its confirm")
                .publishPercentiles(0.5, 0.99).register(metrics);
    }

    /** The number up to which the broker has confirmed everything, as far as this process knows. */
    long through() {
        return through;
    }

    /**
     * Sends the next batch if there is room in flight, and notes what was confirmed.
     *
     * @return whether there is more to send at once
     * @throws IOException when the broker is away, has refused a change or confirms nothing: what is unconfirmed is to be sent again
     */
    boolean advance(LogHead head) throws IOException {
        if (epoch != head.epoch()) {
            epoch = head.epoch();
            through = head.publishedThrough();
            if (channel != null) {
                reset();
            }
        }
        if (channel == null) {
            open();
        }
        if (broker.isBlocked()) {
            confirms.waitAnew();
            return false;
        }
        if (confirms.isRefused() || !channel.isOpen()) {
            throw new IOException(channel.isOpen() ? "the broker refused a change" : "the channel was closed");
        }
        if (confirms.waitedMillis() > config.confirmTimeout().toMillis()) {
            throw new IOException("no confirm within " + config.confirmTimeout().toSeconds() + " s");
        }
        if (hasRoomFor(head)) {
            for (Envelope<LogReader.Raw> change : reader.after(head.logId(), confirms.sent(), config.batch())) {
                confirms.sending(channel.getNextPublishSeqNo(), change.sequence());
                send(channel, change);
            }
        }
        note(confirms.through());
        return hasRoomFor(head);
    }

    private boolean hasRoomFor(LogHead head) {
        return confirms.sent() < head.lastSequence() && confirms.inFlight() <= config.inFlight() - config.batch();
    }

    /** One update for a batch, or when everything is through. */
    private void note(long now) {
        if (now - through >= config.batch() || now > through && confirms.inFlight() == 0) {
            sequencer.published(epoch, now);
            published.increment(now - through);
            through = now;
        }
    }

    /** Forgets the channel and its connection: after an error nobody knows which confirms are still to come on it. */
    void reset() {
        channel = null;
        if (broker.isConnected()) {
            broker.drop();
        }
    }

    private void open() throws IOException {
        Channel fresh = broker.channel();
        fresh.confirmSelect();
        fresh.addReturnListener(message -> {
            returned.increment();
            broker.declareAgain();
        });
        confirms = new Confirms(through, confirm, signal::raiseMoved);
        fresh.addConfirmListener(confirms);
        channel = fresh;
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
        open.basicPublish(Broker.exchange(config.owner().orElseThrow()), Envelope.shortType(change.type()), true, properties, body);
    }

    private static void attribute(Map<String, Object> headers, String name, Object value) {
        if (value != null) {
            headers.put(Envelope.HEADER_PREFIX + name, value.toString());
        }
    }
}
