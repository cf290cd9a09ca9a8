package org.surety.kit.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.local.Instance;
import org.surety.local.TestParts;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

/** Declarations at a real broker. */
class TopologyTest {

    private static final String QUEUE = "consumer.notes";

    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        Instance parts = TestParts.require(TestParts.Kind.RABBITMQ);
        TestParts.VirtualHost host = TestParts.virtualHost(Instance.BROKER_ADMINISTRATOR);
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(host.host());
        factory.setPort(host.port());
        factory.setVirtualHost(host.name());
        factory.setUsername(Instance.BROKER_ADMINISTRATOR);
        factory.setPassword(parts.brokerPassword(Instance.BROKER_ADMINISTRATOR));
        connection = factory.newConnection();
        try (Channel channel = connection.createChannel()) {
            channel.exchangeDeclare("surety.notes", "topic", true);
        }
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
    }

    private static Topology topology(boolean declare, int length) {
        return new Topology(new BrokerConfig() {
            @Override
            public String host() {
                return "";
            }

            @Override
            public int port() {
                return 0;
            }

            @Override
            public String virtualHost() {
                return "";
            }

            @Override
            public String user() {
                return "";
            }

            @Override
            public String password() {
                return "";
            }

            @Override
            public boolean tls() {
                return false;
            }

            @Override
            public Optional<List<String>> follows() {
                return Optional.of(List.of("notes"));
            }

            @Override
            public boolean declare() {
                return declare;
            }

            @Override
            public int queueLength() {
                return length;
            }
        }, "consumer", declare ? Broker.exchange("consumers") : null);
    }

    private long arrivesFromTheExchange() throws Exception {
        try (Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish("surety.notes", "note.taken", null, new byte[0]);
            channel.waitForConfirmsOrDie(5_000);
            return channel.messageCount(QUEUE);
        }
    }

    @Test
    void whatIsDeletedIsBackAndAQueueThatWasMissingIsTold() throws Exception {
        Topology topology = topology(true, 100);
        assertThat(topology.declare(connection)).as("the first time").isTrue();
        assertThat(topology.declare(connection)).as("all is there").isFalse();
        assertThat(topology.misfits()).isZero();
        try (Channel channel = connection.createChannel()) {
            channel.queueUnbind(QUEUE, "surety.notes", "#");
            channel.exchangeDelete("surety.consumers");
        }
        assertThat(topology.declare(connection)).isFalse();
        assertThat(arrivesFromTheExchange()).isEqualTo(1);
        try (Channel channel = connection.createChannel()) {
            channel.exchangeDeclarePassive("surety.consumers");
            channel.queueDelete(QUEUE);
        }
        assertThat(topology.declare(connection)).as("after the queue was deleted").isTrue();
        assertThat(topology.misfits()).isZero();
        assertThat(arrivesFromTheExchange()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIsCountedUntilItFits() throws Exception {
        Topology topology = topology(true, 100);
        topology.declare(connection);
        try (Channel channel = connection.createChannel()) {
            channel.queueDelete(QUEUE);
            channel.queueDeclare(QUEUE, true, false, false, Map.of());
        }
        topology.declare(connection);
        assertThat(topology.misfits()).isEqualTo(1);
        try (Channel channel = connection.createChannel()) {
            channel.queueDelete(QUEUE);
        }
        topology.declare(connection);
        assertThat(topology.misfits()).isZero();
    }

    @Test
    void whoMayNotDeclareOnlyLooks() throws Exception {
        Topology looking = topology(false, 100);
        assertThat(looking.declare(connection)).isTrue();
        assertThat(looking.misfits()).isEqualTo(1);
        topology(true, 100).declare(connection);
        assertThat(looking.declare(connection)).isFalse();
        assertThat(looking.misfits()).isZero();
    }
}
