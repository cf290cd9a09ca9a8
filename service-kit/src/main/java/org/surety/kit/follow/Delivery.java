package org.surety.kit.follow;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.surety.contracts.Envelope;
import org.surety.kit.label.Label;

import io.smallrye.reactive.messaging.rabbitmq.IncomingRabbitMQMetadata;

/** A message of the broker and the change in it. */
record Delivery(ReceivedChange change, Message<byte[]> message) {

    /** @throws IllegalArgumentException when the message is no change of ours; the feed brings what it should have been */
    static Delivery of(Message<byte[]> message) {
        Map<String, Object> headers = message.getMetadata(IncomingRabbitMQMetadata.class)
                .orElseThrow(() -> new IllegalArgumentException("no AMQP metadata")).getHeaders();
        try {
            byte[] body = message.getPayload();
            Object label = headers.get(Envelope.HEADER_PREFIX + "label");
            return new Delivery(new ReceivedChange(UUID.fromString(text(headers, "id")), text(headers, "type"),
                    text(headers, "subject"),
                    Long.parseLong(text(headers, "subjectversion")), Long.parseLong(text(headers, "sequence")),
                    UUID.fromString(text(headers, "logid")), Instant.parse(text(headers, "recordedat")),
                    label == null ? null : Label.parse(label.toString()), body.length == 0 ? null : ReceivedChange.parse(body)),
                    message);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a change: " + e.getMessage(), e);
        }
    }

    private static String text(Map<String, Object> headers, String attribute) {
        Object value = headers.get(Envelope.HEADER_PREFIX + attribute);
        if (value == null) {
            throw new IllegalArgumentException("no " + attribute);
        }
        return value.toString();
    }
}
