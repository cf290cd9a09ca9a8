package org.surety.drills;

import java.time.Duration;
import java.util.List;

import org.surety.drills.Topology.Replica;
import org.surety.drills.proxy.Direction;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.JsonNode;

/** Faults of the broker and of the way to it. */
final class BrokerFaults {
    private static final Duration CUT_EVERY = Duration.ofSeconds(2);
    private static final List<String> QUEUES = List.of("priorities-service.delegations", "priorities-service.commitments",
            "commitments-service.delegations", "commitments-service.priorities");

    private BrokerFaults() {
    }

    static List<Fault> all() {
        return List.of(
                Fault.of("broker-kill-5", "kill -9 of the broker, back after 5 s", scene -> kill(scene, Duration.ofSeconds(5)))
                        .inShortForm().withOwnBroker(),
                Fault.of("broker-kill-60", "kill -9 of the broker, back after 60 s", scene -> kill(scene, Duration.ofSeconds(60)))
                        .withOwnBroker(),
                Fault.of("connections-cut", "all connections closed every 2 s", BrokerFaults::cutConnections).inShortForm(),
                Fault.of("disk-alarm", "publishers blocked 15 s; writes go on", BrokerFaults::diskAlarm).withOwnBroker(),
                Fault.of("binding-deleted", "the bindings of all queues deleted under load", BrokerFaults::deleteBindings),
                Fault.of("queue-deleted", "all queues deleted under load",
                        scene -> delete(scene, "queues", QUEUES)),
                Fault.of("exchange-deleted", "all exchanges deleted under load",
                        scene -> delete(scene, "exchanges",
                                List.of("surety.delegations", "surety.priorities", "surety.commitments"))),
                Fault.of("queue-full", "a queue of 20 while its consumers are held; the others go on", BrokerFaults::fillQueue),
                Fault.of("broker-half-open", "messages to the broker stop, answers would pass",
                        scene -> onAll(scene, replica -> replica.broker().hold(Direction.TO_SERVER))),
                Fault.of("broker-black-hole", "nothing passes to or from the broker, nothing is closed",
                        scene -> onAll(scene, replica -> replica.broker().holdAll())),
                Fault.of("broker-delay", "every message to and from the broker 50 ms late",
                        scene -> onAll(scene, replica -> replica.broker().delay(Duration.ofMillis(50)))),
                Fault.of("broker-cut", "connections reset in the middle of a message", BrokerFaults::cutInMessage));
    }

    private static void kill(Scene scene, Duration away) throws Exception {
        scene.pauseUpTo(Duration.ofSeconds(2));
        long begun = System.nanoTime();
        scene.topology().suite().rabbitmq().kill();
        scene.pause(away);
        scene.easedInShortForm(() -> {
            scene.topology().suite().rabbitmq().start();
            return null;
        });
        Duration outage = Duration.ofNanos(System.nanoTime() - begun);
        scene.outage(outage);
        scene.note("broker away for " + outage.toMillis() / 1000 + " s, its own start included");
    }

    private static void cutConnections(Scene scene) throws Exception {
        Duration length = Duration.ofSeconds(scene.isQuick() ? 20 : 60);
        long end = System.nanoTime() + length.toNanos();
        int cut = 0;
        while (System.nanoTime() < end) {
            for (JsonNode connection : scene.topology().broker().get("/api/connections")) {
                String name = java.net.URLEncoder.encode(connection.path("name").asText(), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("+", "%20");
                if (connection.path("vhost").asText().equals(scene.topology().broker().virtualHost())
                        && scene.topology().broker().send("DELETE", "/api/connections/" + name)) {
                    cut++;
                }
            }
            scene.pause(CUT_EVERY);
        }
        scene.outage(CUT_EVERY);
        scene.note(cut + " connections closed");
        if (cut == 0) {
            throw new DrillFailure("no connection was closed");
        }
    }

    private static void diskAlarm(Scene scene) throws Exception {
        Duration length = Duration.ofSeconds(15);
        scene.topology().suite().rabbitmq().control("set_disk_free_limit", "1000000000000000");
        try {
            scene.pause(length);
        } finally {
            scene.topology().suite().rabbitmq().control("set_disk_free_limit", "100MB");
        }
        scene.outage(length);
    }

    private static void deleteBindings(Scene scene) throws Exception {
        int deleted = 0;
        for (int i = 0; i < 4; i++) {
            String host = scene.topology().broker().pathOfHost();
            for (JsonNode binding : scene.topology().broker().get("/api/bindings/" + host)) {
                String source = binding.path("source").asText();
                if (source.startsWith("surety.")
                        && scene.topology().broker().send("DELETE", "/api/bindings/" + host + "/e/" + source
                                + "/q/" + binding.path("destination").asText() + "/" + binding.path("properties_key").asText())) {
                    deleted++;
                }
            }
            scene.pause(Duration.ofSeconds(3));
        }
        scene.note(deleted + " bindings deleted");
    }

    private static void delete(Scene scene, String what, List<String> names) throws Exception {
        int deleted = 0;
        for (int i = 0; i < 3; i++) {
            for (String name : names) {
                if (scene.topology().broker().send("DELETE",
                        "/api/" + what + "/" + scene.topology().broker().pathOfHost() + "/" + name)) {
                    deleted++;
                }
                scene.pauseUpTo(Duration.ofSeconds(1));
            }
            scene.pause(Duration.ofSeconds(3));
        }
        scene.note(deleted + " " + what + " deleted");
        if (deleted == 0) {
            throw new DrillFailure("none of the " + what + " was there");
        }
    }

    private static void fillQueue(Scene scene) throws Exception {
        String policy = "/api/policies/" + scene.topology().broker().pathOfHost() + "/drill";
        Duration length = Duration.ofSeconds(10);
        scene.topology().broker().send("PUT", policy,
                "{\"pattern\":\"^priorities-service\\\\.commitments$\",\"definition\":{\"max-length\":20},\"apply-to\":\"queues\",\"priority\":9}");
        List<Replica> consumers = scene.topology().replicas(Service.PRIORITIES_SERVICE);
        try {
            consumers.forEach(replica -> replica.part().pause());
            String before = scene.value("commitments", "select published_through from log_head");
            scene.pause(length);
            String after = scene.value("commitments", "select published_through from log_head");
            scene.note("published from " + before + " to " + after + " meanwhile");
            if (before.equals(after)) {
                scene.broken("the publisher stood still while a consumer's queue was full");
            }
        } finally {
            consumers.forEach(replica -> replica.part().resume());
            scene.topology().broker().send("DELETE", policy);
        }
        scene.outage(length);
    }

    /** A fault on every way to the broker. */
    private static void onAll(Scene scene, java.util.function.Consumer<Replica> fault) throws Exception {
        Duration length = Duration.ofSeconds(20);
        scene.topology().replicas().forEach(fault);
        try {
            scene.pause(length);
        } finally {
            scene.topology().replicas().forEach(replica -> replica.broker().heal());
        }
        scene.outage(length);
    }

    private static void cutInMessage(Scene scene) throws Exception {
        for (int i = 0; i < 5; i++) {
            for (Replica replica : scene.topology().replicas()) {
                Direction direction = scene.random().nextBoolean() ? Direction.TO_SERVER : Direction.TO_CLIENT;
                replica.broker().cutAfter(direction, 100 + scene.random().nextInt(20_000));
            }
            scene.pause(Duration.ofSeconds(3));
        }
        scene.topology().replicas().forEach(replica -> replica.broker().heal());
    }
}
