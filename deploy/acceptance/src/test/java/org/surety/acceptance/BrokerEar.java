package org.surety.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

import org.surety.contracts.Envelope;
import org.surety.local.Instance;
import org.surety.local.Ports;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

/**
 * Hears everything the suite publishes, on a queue of its own at the broker, from the moment it is made. When the broker goes, the client
 * connects and binds anew; what is published meanwhile is not heard.
 */
final class BrokerEar implements AutoCloseable {
    static final List<String> EXCHANGES = List.of("surety.delegations", "surety.priorities", "surety.commitments");
    private final Queue<Message> heard = new ConcurrentLinkedQueue<>();
    private final Connection connection;

    /**
     * One message.
     *
     * @param attributes the CloudEvents attributes by their names without the prefix of the binding
     * @param headers the names of all headers
     */
    record Message(String exchange, String routingKey, BasicProperties properties, Map<String, String> attributes,
            List<String> headers,
            String body) {

        String type() {
            return attributes.get("type");
        }

        String subject() {
            return attributes.get("subject");
        }

        long sequence() {
            return Long.parseLong(attributes.get("sequence"));
        }
    }

    BrokerEar(Instance instance) {
        try {
            connection = listen(instance);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }

    private Connection listen(Instance instance) throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(Ports.HOST);
        factory.setPort(instance.ports().amqp());
        factory.setVirtualHost(Instance.VIRTUAL_HOST);
        factory.setUsername(Instance.BROKER_ADMINISTRATOR);
        factory.setPassword(instance.brokerPassword(Instance.BROKER_ADMINISTRATOR));
        Connection open = factory.newConnection("acceptance tests");
        try {
            hear(open.createChannel());
            return open;
        } catch (IOException e) {
            open.abort();
            throw e;
        }
    }

    private void hear(Channel channel) throws IOException {
        String queue = channel.queueDeclare().getQueue();
        for (String exchange : EXCHANGES) {
            channel.queueBind(queue, exchange, "#");
        }
        channel.basicConsume(queue, true,
                (tag, delivery) -> heard.add(message(delivery.getEnvelope().getExchange(), delivery.getEnvelope().getRoutingKey(),
                        delivery.getProperties(), delivery.getBody())),
                tag -> {
                });
    }

    private static Message message(String exchange, String routingKey, BasicProperties properties, byte[] body) {
        Map<String, String> attributes = new HashMap<>();
        Map<String, Object> headers = properties.getHeaders() == null ? Map.of() : properties.getHeaders();
        headers.forEach((name, value) -> {
            if (name.startsWith(Envelope.HEADER_PREFIX)) {
                attributes.put(name.substring(Envelope.HEADER_PREFIX.length()), String.valueOf(value));
            }
        });
        return new Message(exchange, routingKey, properties, attributes, List.copyOf(headers.keySet()),
                new String(body, StandardCharsets.UTF_8));
    }

    /** What was heard so far, in the order of arrival. */
    List<Message> heard() {
        return List.copyOf(heard);
    }

    List<Message> heardOn(String exchange) {
        return heard.stream().filter(message -> message.exchange().equals(exchange)).toList();
    }

    @Override
    public void close() {
        connection.abort();
    }
}
