package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.acceptance.ExampleConsumer.Stored;
import org.surety.contracts.Envelope;
import org.surety.local.Instance;
import org.surety.local.Ports;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

/**
 * A further service inside the suite's trust: the three consumers of {@code docs/consumers}. Each loses its process, its messages, its
 * queue and its log, and has in the end what the owner's feed has.
 */
@ExtendWith(SuiteExtension.class)
class EventConsumersIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PARTY = "XAH";
    private static final int WRITES = 12;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningSuite suite;
    private final Instance instance;
    private final Exercise exercise;
    private final Map<String, List<String>> commitments = new TreeMap<>();
    private String log;
    private long sequence;

    EventConsumersIT(RunningSuite suite) {
        this.suite = suite;
        this.instance = suite.instance();
        this.exercise = new Exercise(suite.api());
    }

    @Test
    void pythonConsumerEndsWithWhatTheFeedHas() throws Exception {
        try (ExampleConsumer consumer = ScriptConsumer.python(suite)) {
            live(consumer);
        }
    }

    @Test
    void nodeConsumerEndsWithWhatTheFeedHas() throws Exception {
        try (ExampleConsumer consumer = ScriptConsumer.node(suite)) {
            live(consumer);
        }
    }

    @Test
    void javaConsumerEndsWithWhatTheFeedHas() throws Exception {
        try (ExampleConsumer consumer = new KitConsumer(suite)) {
            live(consumer);
        }
    }

    private void live(ExampleConsumer consumer) throws Exception {
        String requirement = exercise.requirement("Consumers: " + consumer.queue());
        consumer.add();
        consumer.start();
        caughtUp(consumer, "its first start");
        int before = consumer.stored().filed().getOrDefault(PARTY, 0);
        exercise.filed(PARTY, "Consumers: one more", requirement, 1, "{\"release\": \"COALITION\"}");
        Eventually.see("the effect of one command", LIMIT, () -> consumer.stored().filed().getOrDefault(PARTY, 0),
                filed -> filed == before + 1);

        Thread writer = writing(requirement);
        consumer.kill();
        writer.join();
        purge(consumer.queue());
        file(requirement, 1);
        consumer.start();
        caughtUp(consumer, "kill -9 in the middle of writes, and its queue emptied while it was away");

        broker("DELETE", "/bindings/surety/e/surety.commitments/q/" + consumer.queue() + "/%23");
        file(requirement, 2);
        consumer.add();
        publishAgain(consumer.queue());
        file(requirement, 1);
        caughtUp(consumer, "a hole, then a message that is none and changes that were delivered before");

        broker("DELETE", "/queues/surety/" + consumer.queue());
        file(requirement, 1);
        caughtUp(consumer, "its queue was deleted");
        consumer.add();
        listens(consumer);
        file(requirement, 1);
        caughtUp(consumer, "its queue was made again");

        consumer.kill();
        consumer.mistakeTheLog();
        consumer.start();
        caughtUp(consumer, "the log was not the one it had followed");
        listens(consumer);
        assertTrue(consumer.isAlive());
    }

    private void listens(ExampleConsumer consumer) {
        Eventually.see("it listens to its queue", LIMIT,
                () -> broker("GET", "/queues/surety/" + consumer.queue()).path("consumers").asInt(), consumers -> consumers == 1);
    }

    /** Equal to the owner's log, every change applied and none twice. */
    private void caughtUp(ExampleConsumer consumer, String after) {
        Stored expected = feed();
        try {
            Eventually.see(consumer.queue() + " has caught up after " + after, LIMIT, () -> consumer.stored().sequence() + " of "
                    + consumer.stored().logId(), seen -> seen.equals(expected.sequence() + " of " + expected.logId()));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; its log: " + consumer.log(), e);
        }
        assertEquals(expected, consumer.stored(), after);
    }

    private Thread writing(String requirement) {
        Thread writer = new Thread(() -> file(requirement, WRITES));
        writer.start();
        return writer;
    }

    /** Returns when the last of them is numbered, not only committed: the log stands still for what is compared then. */
    private void file(String requirement, int count) {
        String last = null;
        for (int i = 1; i <= count; i++) {
            Answer filed = exercise.filed(PARTY, "Consumers: company " + i, requirement, i, "{\"release\": \"COALITION\"}");
            last = filed.id();
            if (i % 3 == 0) {
                exercise.withdrawn(filed, PARTY);
            }
        }
        String subject = last;
        String end = count % 3 == 0 ? "WITHDRAWN" : "FILED";
        Eventually.see("the feed has the last of them", LIMIT, () -> feed().commitments().getOrDefault(subject, List.of()),
                row -> row.contains(end));
    }

    /** The messages that wait in the queue are gone; there were some. */
    private void purge(String queue) throws Exception {
        try (Connection connection = administrator(); Channel channel = connection.createChannel()) {
            Eventually.see("messages are lost", LIMIT, () -> purged(channel, queue), count -> count > 0);
        }
    }

    private static int purged(Channel channel, String queue) {
        try {
            return channel.queuePurge(queue).getMessageCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message that is no change, and changes that the consumer has applied long ago, as an owner publishes them. */
    private void publishAgain(String queue) throws Exception {
        try (Connection connection = administrator(); Channel channel = connection.createChannel()) {
            channel.basicPublish("", queue, null, "not a change".getBytes(StandardCharsets.UTF_8));
            for (JsonNode change : page(0).path("changes")) {
                Map<String, Object> headers = new HashMap<>();
                change.fields().forEachRemaining(field -> {
                    if (!field.getKey().equals("data")) {
                        headers.put(Envelope.HEADER_PREFIX + field.getKey(),
                                field.getValue().isNumber() ? (Object) field.getValue().asLong() : field.getValue().asText());
                    }
                });
                byte[] body = change.has("data") ? change.path("data").toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
                channel.basicPublish("", queue, new BasicProperties.Builder().headers(headers).contentType("application/json")
                        .deliveryMode(2).build(), body);
            }
        }
    }

    private Connection administrator() throws Exception {
        return connect(instance, Instance.BROKER_ADMINISTRATOR, instance.brokerPassword(Instance.BROKER_ADMINISTRATOR));
    }

    static Connection connect(Instance instance, String user, String password) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(Ports.HOST);
        factory.setPort(instance.ports().amqp());
        factory.setVirtualHost(Instance.VIRTUAL_HOST);
        factory.setUsername(user);
        factory.setPassword(password);
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection("acceptance tests as " + user);
    }

    private JsonNode broker(String method, String path) {
        try {
            return JSON.readTree(suite.suite().rabbitmq().management().send(method, "/api" + path, null).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the owner's log comes to, read by its feed alone; what was read before never changes, and is not read again. */
    private Stored feed() {
        for (JsonNode page = page(sequence); !page.path("changes").isEmpty(); page = page(sequence)) {
            for (JsonNode change : page.path("changes")) {
                assertEquals(sequence + 1, change.path("sequence").asLong());
                sequence++;
                log = change.path("logid").asText();
                if (change.path("type").asText().startsWith("org.surety.commitment.")) {
                    commitments.put(change.path("subject").asText(), List.of(change.path("subjectversion").asText(),
                            change.at("/data/party").asText(), change.at("/data/state").asText(), change.path("label").asText()));
                }
            }
        }
        Map<String, Integer> filed = new TreeMap<>();
        commitments.values().stream().filter(row -> row.get(2).equals("FILED"))
                .forEach(row -> filed.merge(row.get(1), 1, Integer::sum));
        return new Stored(log, sequence, sequence, 0, new TreeMap<>(commitments), filed);
    }

    private JsonNode page(long after) {
        String token = suite.internalToken(Service.PRIORITIES_SERVICE);
        return ask(HttpRequest.newBuilder(URI.create(Ports.url(instance.ports().commitments()) + "/api/v1/log?after=" + after))
                .header("Authorization", "Bearer " + token).build());
    }

    private JsonNode ask(HttpRequest request) {
        try {
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
