package org.surety.priorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.surety.contracts.Envelope;
import org.surety.contracts.PartyGroupState;
import org.surety.contracts.PartyGroupState.Member;
import org.surety.contracts.PartyKind;
import org.surety.contracts.PartyState;
import org.surety.contracts.Series;
import org.surety.local.Instance;
import org.surety.local.TestParts;
import org.surety.priorities.commitment.SampleCommitment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

import io.quarkus.test.junit.QuarkusTest;

/** The channels from the broker to the projections, with messages as the owners publish them. */
@QuarkusTest
@RealParts
class ChannelsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final UUID LOG = UUID.randomUUID();
    private static final UUID GROUP = UUID.randomUUID();

    @Inject
    DatabaseOfTest database;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "surety.broker.host")
    String host;

    @ConfigProperty(name = "surety.broker.port")
    int port;

    @ConfigProperty(name = "surety.broker.virtual-host")
    String virtualHost;

    @Test
    void changesOfTheBrokerArriveInTheProjections() throws Exception {
        database.clear();
        SampleCommitment commitment = SampleCommitment.of("XAA");
        try (Connection connection = owner(); Channel channel = connection.createChannel()) {
            for (String owner : new String[]{ "delegations", "commitments"}) {
                channel.exchangeDeclare("surety." + owner, "topic", true);
                // The service binds its queue once the exchange of the owner is there; until then a message would find no queue.
                await().atMost(LIMIT).until(() -> bound(owner));
            }
            publish(channel, "delegations", "party.registered", "XAA", 1, json.writeValueAsBytes(
                    new PartyState("XAA", Series.EXERCISE, PartyKind.STATE, Map.of("en", "Amber"), List.of(), null)));
            publish(channel, "delegations", "group.formed", GROUP.toString(), 2, json.writeValueAsBytes(
                    new PartyGroupState(GROUP, Series.EXERCISE, Map.of("en", "North"), List.of(new Member("XAA", null, null)))));
            publish(channel, "commitments", commitment.type(), commitment.id().toString(), 1,
                    json.writeValueAsBytes(commitment.state()));
        }
        await().atMost(LIMIT).until(() -> database.value("select string_agg(code, ',') from party_reference"), "XAA"::equals);
        await().atMost(LIMIT).until(() -> database.value("select string_agg(id::text, ',') from party_group_reference"),
                GROUP.toString()::equals);
        await().atMost(LIMIT).until(() -> database.value("select string_agg(id::text, ',') from commitment_reference"),
                commitment.id().toString()::equals);
        assertThat(database.value("select string_agg(owner || sequence, ',' order by owner) from watermark"))
                .isEqualTo("commitments1,delegations2");
        await().atMost(LIMIT).until(() -> unacknowledged() == 0);
    }

    private Connection owner() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(host);
        factory.setPort(port);
        factory.setVirtualHost(virtualHost);
        factory.setUsername(Instance.BROKER_ADMINISTRATOR);
        factory.setPassword(TestParts.require(TestParts.Kind.RABBITMQ).brokerPassword(Instance.BROKER_ADMINISTRATOR));
        return factory.newConnection("owner of the followed logs");
    }

    private boolean bound(String owner) {
        return broker("/api/exchanges/" + virtualHost + "/surety." + owner + "/bindings/source")
                .contains("priorities-service." + owner);
    }

    private long unacknowledged() {
        return Sample.json(broker("/api/queues/" + virtualHost)).findValues("messages_unacknowledged").stream()
                .mapToLong(count -> count.asLong()).sum();
    }

    private static String broker(String path) {
        try {
            return TestParts.brokerManagement().send("GET", path, null).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void publish(Channel channel, String owner, String type, String subject, long sequence, byte[] body)
            throws Exception {
        UUID id = UUID.randomUUID();
        Map<String, Object> headers = new HashMap<>(Map.of("specversion", "1.0", "id", id.toString(), "source", "/" + owner, "type",
                Envelope.TYPE_PREFIX + type + ".v1", "subject", subject, "logid", LOG.toString(), "recordedat",
                Instant.now().toString(), "label", "PUBLIC", "sequence", sequence, "subjectversion", 1L));
        Map<String, Object> attributes = new HashMap<>();
        headers.forEach((name, value) -> attributes.put(Envelope.HEADER_PREFIX + name, value));
        channel.basicPublish("surety." + owner, type, true, new BasicProperties.Builder().messageId(id.toString())
                .contentType("application/json").deliveryMode(2).headers(attributes).build(), body);
    }
}
