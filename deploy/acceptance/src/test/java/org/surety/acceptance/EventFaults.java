package org.surety.acceptance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.surety.acceptance.BrokerEar.Message;
import org.surety.contracts.Envelope;
import org.surety.contracts.EventSchemas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Holds messages as they were heard against the published schemas, without a field that the schemas do not know. */
final class EventFaults {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final EventSchemas schemas = EventSchemas.strict();

    /** What is wrong with any of the messages, each with the message. */
    List<String> in(Collection<Message> messages) {
        return messages.stream()
                .flatMap(message -> in(message).stream().map(fault -> message.type() + " " + message.subject() + " at "
                        + message.sequence() + ": " + fault))
                .toList();
    }

    private List<String> in(Message message) {
        List<String> faults = new ArrayList<>(schemas.faultsOfHeaders(headers(message.properties().getHeaders())));
        if (message.type() == null || !faults.isEmpty()) {
            return faults;
        }
        if (!message.type().equals(message.properties().getType())) {
            faults.add("the property type is " + message.properties().getType());
        }
        if (!Envelope.WITHHELD.equals(message.type())) {
            faults.addAll(schemas.faultsOfData(message.type(), message.body()));
        } else if (!message.body().isEmpty()) {
            faults.add("a withheld change with a body");
        }
        return faults;
    }

    /** Numbers stay numbers; all else is text on the wire. */
    private static ObjectNode headers(Map<String, Object> headers) {
        ObjectNode json = JSON.createObjectNode();
        Objects.requireNonNullElse(headers, Map.<String, Object>of()).forEach((name, value) -> {
            if (value instanceof Number number) {
                json.put(name, number.longValue());
            } else {
                json.put(name, value.toString());
            }
        });
        return json;
    }
}
