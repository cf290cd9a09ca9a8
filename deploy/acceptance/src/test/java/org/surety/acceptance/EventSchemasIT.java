package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.acceptance.BrokerEar.Message;

import com.rabbitmq.client.AMQP.BasicProperties;

/**
 * Every message that was heard at the broker from the loading of the first data to here keeps the schema of its type. Comes last, when
 * every other class has given its commands.
 */
@ExtendWith(SuiteExtension.class)
@Order(Integer.MAX_VALUE)
class EventSchemasIT {
    /** What the loading of the demonstration makes, whichever classes have run. */
    private static final Set<String> LOADED = Set.of("org.surety.party.registered.v1", "org.surety.person.recorded.v1",
            "org.surety.gathering.planned.v1", "org.surety.delegation.formed.v1", "org.surety.commitment.imported.v1");

    @Test
    void everyMessageOfTheRunKeepsTheSchemaOfItsType(RunningSuite suite) {
        List<Message> heard = Eventually.see("what was loaded is heard", Exercise.KNOWN, () -> suite.ear().heard(),
                messages -> types(messages).containsAll(LOADED));
        System.out.println("messages held against their schemas: " + heard.stream()
                .collect(Collectors.groupingBy(Message::type, TreeMap::new, Collectors.counting())));
        assertEquals(List.of(), new EventFaults().in(heard));
    }

    @Test
    void aMessageThatSaysMoreOrLessIsNamed(RunningSuite suite) {
        Message good = suite.ear().heard().stream().filter(message -> message.type().equals("org.surety.party.registered.v1"))
                .findFirst()
                .orElseThrow();
        assertFalse(faults(good, good.body().replaceFirst("\\{", "{\"name\": \"x\", "), good.properties()).isEmpty());
        assertFalse(faults(good, "{}", good.properties()).isEmpty());
        BasicProperties untyped = good.properties().builder().type(null).build();
        assertTrue(faults(good, good.body(), untyped).get(0).contains("the property type is null"));
    }

    private static List<String> faults(Message message, String body, BasicProperties properties) {
        return new EventFaults().in(List.of(new Message(message.exchange(), message.routingKey(), properties, message.attributes(),
                message.headers(), body)));
    }

    private static Set<String> types(List<Message> messages) {
        return messages.stream().map(Message::type).collect(Collectors.toCollection(TreeSet::new));
    }
}
