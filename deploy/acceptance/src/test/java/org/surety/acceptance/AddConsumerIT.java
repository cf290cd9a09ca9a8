package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.surety.acceptance.EventConsumersIT.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.acceptance.ExampleConsumer.Said;
import org.surety.local.Instance;
import org.surety.local.Ports;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;

/** {@code deploy/rabbitmq/add-consumer} at the suite's broker, and what its users and those of the services may do there. */
@ExtendWith(SuiteExtension.class)
class AddConsumerIT {
    private final Instance instance;

    AddConsumerIT(RunningSuite suite) {
        this.instance = suite.instance();
    }

    /** Something to try at the broker. */
    @FunctionalInterface
    private interface Attempt {
        void on(Channel channel) throws Exception;
    }

    @Test
    void userReadsItsQueueAndDoesNothingElse() throws Exception {
        String own = "rights.commitments";
        String password = added("rights", "--owner", "commitments").out().strip();
        try (Connection connection = connect(instance, "rights", password)) {
            refused(connection, channel -> channel.queueDeclare("rights.more", true, false, false, Map.of()));
            refused(connection, Channel::queueDeclare);
            refused(connection, channel -> channel.exchangeDeclare("surety.rights", "topic", true));
            refused(connection, channel -> channel.exchangeDelete("surety.commitments"));
            refused(connection, channel -> channel.queueBind(own, "surety.delegations", "#"));
            refused(connection, channel -> channel.queueUnbind(own, "surety.commitments", "#"));
            refused(connection, channel -> channel.queueDelete(own));
            refused(connection, channel -> channel.basicGet("priorities-service.commitments", false));
            refused(connection, channel -> channel.basicGet("rights.delegations", false));
            refused(connection, channel -> publish(channel, "surety.commitments", "commitment.filed"));
            refused(connection, channel -> publish(channel, "", "priorities-service.commitments"));
            try (Channel channel = connection.createChannel()) {
                channel.basicConsume(own, (tag, delivery) -> {
                }, tag -> {
                });
            }
        }
        Path standard = instance.folder().resolve("env/administration.env");
        Path asConsumer = Files.writeString(instance.folder().resolve("env/rights.env"), Files.readString(standard)
                .replaceAll("RABBITMQ_ADMIN_USER=.*", "RABBITMQ_ADMIN_USER='rights'")
                .replaceAll("RABBITMQ_ADMIN_PASSWORD=.*", "RABBITMQ_ADMIN_PASSWORD='" + password + "'"));
        Said said = command("other", "--environment", asConsumer.toString());
        assertEquals(1, said.status());
        assertTrue(said.errors().contains("does not let rights administer it"), said.errors());
    }

    @Test
    void serviceReadsTheOwnersItFollowsAndNoOthersQueue() throws Exception {
        added("watched");
        try (Connection connection = connectAs("delegation-service")) {
            refused(connection, channel -> channel.queueDeclare("delegation-service.commitments", true, false, false, Map.of()));
            refused(connection, channel -> channel.basicGet("watched.commitments", false));
            refused(connection, channel -> channel.basicGet("priorities-service.commitments", false));
        }
        try (Connection connection = connectAs("priorities-service")) {
            refused(connection, channel -> channel.basicGet("watched.commitments", false));
            refused(connection, channel -> channel.queueDeclare("priorities-service.priorities", true, false, false, Map.of()));
            refused(connection, channel -> channel.queueBind("priorities-service.commitments", "surety.priorities", "#"));
            refused(connection, channel -> publish(channel, "surety.commitments", "commitment.filed"));
        }
        try (Connection connection = connectAs("commitments-service")) {
            refused(connection, channel -> channel.queueBind("commitments-service.delegations", "surety.commitments", "#"));
        }
    }

    @Test
    void secondTimeNothingChangesUntilSomethingElseIsAskedFor() throws Exception {
        Said first = added("again");
        assertEquals(32, first.out().strip().length());
        Said second = added("again");
        assertEquals("", second.out());
        assertEquals("Nothing to change: again follows commitments, delegations, priorities already", second.errors().strip());
        Said fewer = added("again", "--owner", "delegations", "--owner", "priorities");
        assertEquals(List.of("queue again.commitments: removed",
                "user again: may read ^again[.](delegations|priorities)$ and nothing else"), fewer.errors().lines().toList());
        try (Connection connection = connect(instance, "again", first.out().strip())) {
            refused(connection, channel -> channel.basicGet("again.commitments", false));
        }
        Said rotated = added("again", "--owner", "delegations", "--owner", "priorities", "--rotate-password");
        assertNotEquals(first.out(), rotated.out());
        assertThrows(AuthenticationFailureException.class, () -> connect(instance, "again", first.out().strip()));
        connect(instance, "again", rotated.out().strip()).close();
        assertEquals(List.of("user again: removed", "queue again.delegations: removed", "queue again.priorities: removed"),
                added("again", "--remove").errors().lines().toList());
        assertEquals("Nothing to remove: the broker knows no consumer again", added("again", "--remove").errors().strip());
        assertThrows(AuthenticationFailureException.class, () -> connect(instance, "again", rotated.out().strip()));
    }

    @Test
    void passwordOfAFileIsTakenAndNotPrinted() throws Exception {
        Path file = Files.writeString(instance.folder().resolve("env/password"), "chosen \"by\" the \\ operator\n");
        assertEquals("", added("chosen", "--password-file", file.toString()).out());
        connect(instance, "chosen", "chosen \"by\" the \\ operator").close();
        Files.writeString(file, "short\n");
        Said said = ExampleConsumer.addConsumer(instance, "refused", "--password-file", file.toString());
        assertEquals(1, said.status());
        assertTrue(said.errors().contains("is no password: at least 12 characters"), said.errors());
    }

    /** The others run what the build has compiled; an operator's checkout has not been built. */
    @Test
    void whereNothingIsBuiltItRunsFromItsSource() throws Exception {
        Path checkout = instance.folder().resolve("unbuilt");
        for (String file : List.of("deploy/rabbitmq/add-consumer", "deploy/local/java.sh",
                "deploy/local/src/main/java/org/surety/local/AddConsumer.java")) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.copy(instance.root().resolve(file), checkout.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Said said = ExampleConsumer.run(instance.folder(), Map.of(),
                List.of(checkout.resolve("deploy/rabbitmq/add-consumer").toString(),
                        "unbuilt", "--owner", "commitments", "--environment",
                        instance.folder().resolve("env/administration.env").toString()));
        assertEquals(0, said.status(), said.errors());
        connect(instance, "unbuilt", said.out().strip()).close();
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        Said name = ExampleConsumer.addConsumer(instance, "Not_A_Name");
        assertEquals(2, name.status());
        assertTrue(name.errors().startsWith("Not a name for a consumer: Not_A_Name."), name.errors());
        Said taken = ExampleConsumer.addConsumer(instance, "priorities-service");
        assertEquals(1, taken.status());
        assertTrue(taken.errors().contains("a user priorities-service that is not a consumer"), taken.errors());
        assertEquals(2, ExampleConsumer.addConsumer(instance, "unknown", "--owner", "parties").status());

        Map<String, String> broker = Map.of("RABBITMQ_MANAGEMENT_URL", Ports.url(instance.ports().brokerManagement()),
                "RABBITMQ_ADMIN_USER", Instance.BROKER_ADMINISTRATOR, "RABBITMQ_ADMIN_PASSWORD", "wrong");
        Said password = ExampleConsumer.run(instance.folder(), broker, List.of(program(), "unknown"));
        assertEquals(1, password.status());
        assertTrue(password.errors().contains("look at RABBITMQ_ADMIN_USER and RABBITMQ_ADMIN_PASSWORD"), password.errors());
        Said away = ExampleConsumer.run(instance.folder(),
                Map.of("RABBITMQ_MANAGEMENT_URL", "http://127.0.0.1:9", "RABBITMQ_ADMIN_USER",
                        "a", "RABBITMQ_ADMIN_PASSWORD", "b"),
                List.of(program(), "unknown"));
        assertEquals(1, away.status());
        assertTrue(away.errors().startsWith("No broker answers at http://127.0.0.1:9 (RABBITMQ_MANAGEMENT_URL)"), away.errors());
    }

    private Said added(String... words) {
        Said said = ExampleConsumer.addConsumer(instance, words);
        assertEquals(0, said.status(), said.errors());
        return said;
    }

    private Said command(String... words) {
        return ExampleConsumer.run(instance.folder(), Map.of(),
                Stream.concat(Stream.of(program()), Stream.of(words)).toList());
    }

    private String program() {
        return instance.root().resolve("deploy/rabbitmq/add-consumer").toString();
    }

    private Connection connectAs(String service) throws Exception {
        return connect(instance, service, instance.brokerPassword(service));
    }

    private static void publish(Channel channel, String exchange, String key) throws Exception {
        channel.confirmSelect();
        channel.basicPublish(exchange, key, null, new byte[0]);
        channel.waitForConfirms(10_000);
    }

    /** Each on a channel of its own: the broker closes it with 403. */
    private static void refused(Connection connection, Attempt attempt) throws Exception {
        Channel channel = connection.createChannel();
        Exception e = assertThrows(Exception.class, () -> attempt.on(channel));
        ShutdownSignalException closed = channel.getCloseReason();
        assertTrue(closed != null && closed.getReason() instanceof AMQP.Channel.Close, e.toString());
        assertEquals(AMQP.ACCESS_REFUSED, ((AMQP.Channel.Close) closed.getReason()).getReplyCode(), closed.getMessage());
    }
}
