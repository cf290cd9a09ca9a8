package org.surety.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;

/** Faults of the messages themselves. */
final class MessageFaults {
    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final Duration QUICK_LENGTH = Duration.ofSeconds(6);
    private static final int OVERSIZED = 5_000_000;

    private MessageFaults() {
    }

    static List<Fault> all() {
        return List.of(
                Fault.of("poison", "changes that no consumer can apply are parked, rubbish is counted; the neighbours go on",
                        MessageFaults::poison).inShortForm(),
                Fault.of("tripled", "every message comes three times",
                        scene -> divert(scene, false, (window, random) -> twice(window))),
                Fault.of("shuffled", "messages come in windows of 50, shuffled", scene -> divert(scene, true, (window, random) -> {
                    Collections.shuffle(window, random);
                    return window;
                })).inShortForm(),
                Fault.of("hole", "one message in five never comes", scene -> divert(scene, true, (window, random) -> {
                    window.removeIf(message -> random.nextInt(5) == 0);
                    return window;
                })),
                Fault.of("older-schema", "a change with only what an older version wrote, and one with a field nobody knows",
                        MessageFaults::olderSchema));
    }

    private static List<Diversion.Held> twice(List<Diversion.Held> window) {
        List<Diversion.Held> all = new ArrayList<>(window);
        all.addAll(window);
        return all;
    }

    private static void divert(Scene scene, boolean instead, Diversion.Play play) throws Exception {
        try (Diversion diversion = Diversion.begin(scene.topology(), instead, play, new Random(scene.random().nextLong()))) {
            scene.pause(scene.isQuick() ? QUICK_LENGTH : LENGTH);
            scene.note(diversion.count() + " messages diverted");
            if (diversion.count() == 0) {
                throw new DrillFailure("no message was diverted");
            }
        }
    }

    private static void poison(Scene scene) throws Exception {
        List<String> planted = new ArrayList<>();
        try (Connection connection = scene.topology().broker().connect(); Channel channel = connection.createChannel()) {
            for (int i = 0; i < 5; i++) {
                planted.add(plant(scene, "commitments", "org.surety.commitment.filed.v1", "{\"id\": \"no uuid at all\"}"));
                planted.add(plant(scene, "priorities", "org.surety.requirement.stated.v1", "{\"id\": \"no uuid at all\"}"));
                // Of a type that nobody knows, and passed over.
                plant(scene, "delegations", "org.surety.person.exploded.v9", "{\"nothing\": [1, 2, {}]}");
                for (String owner : List.of("delegations", "priorities", "commitments")) {
                    rubbish(channel, "surety." + owner, scene.random());
                }
                scene.pauseUpTo(Duration.ofSeconds(1));
            }
        }
        Duration parked = scene
                .easedInShortForm(() -> scene.until(Duration.ofSeconds(60), () -> parked(scene, planted) == planted.size()));
        scene.note(
                parked(scene, planted) + " of " + planted.size() + " poisonous changes parked after " + parked.toMillis() + " ms");
        if (parked(scene, planted) != planted.size()) {
            scene.broken("poisonous changes are not parked");
        }
    }

    private static int parked(Scene scene, List<String> planted) throws Exception {
        String ids = "('" + String.join("','", planted) + "')";
        int count = 0;
        for (String consumer : List.of("priorities", "commitments")) {
            count += Integer.parseInt(scene.value(consumer, "select count(*) from parked_change where change_id in " + ids));
        }
        return count;
    }

    /** Writes a change past all commands, as only the administrator of the database could; its id. */
    private static String plant(Scene scene, String owner, String type, String state) throws Exception {
        return plant(scene, owner, type, UUID.randomUUID().toString(), state);
    }

    private static String plant(Scene scene, String owner, String type, String subject, String state) throws Exception {
        String id = UUID.randomUUID().toString();
        scene.sql(owner,
                """
                        insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, audience_id, effective_on)
                        select '%s', '%s', '%s', 1, '%s', '{}', 'NEW_FACT', 'drill', id, current_date from audience where key = 'PUBLIC'"""
                        .formatted(id, type, subject, state));
        return id;
    }

    /** Messages among the good ones that are no changes: without attributes, with wrong ones, too large. */
    private static void rubbish(Channel channel, String exchange, Random random) throws Exception {
        byte[] noise = new byte[200];
        random.nextBytes(noise);
        channel.basicPublish(exchange, "commitment.filed", new BasicProperties(), noise);
        Map<String, Object> headers = new HashMap<>();
        headers.put("cloudEvents:id", "not an id");
        headers.put("cloudEvents:sequence", "minus one");
        channel.basicPublish(exchange, "party.amended",
                new BasicProperties.Builder().headers(headers).contentType("application/json")
                        .build(),
                "{\"code\": ".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        channel.basicPublish(exchange, "commitment.filed", new BasicProperties.Builder().contentType("application/json").build(),
                new byte[OVERSIZED]);
    }

    /** The record is planted too: its owner has it in the form of today, its change has the form of another day. */
    private static void olderSchema(Scene scene) throws Exception {
        for (int i = 0; i < 5; i++) {
            // Between those of the exercise and those that the clients register.
            String code = "XA" + (char) ('K' + i);
            scene.sql("delegations", """
                    insert into party (id, version, series, kind, names, attributes, audience_id)
                    select '%s', 1, 'EXERCISE', 'STATE', '{"en": "Planted %s"}', '[]', id from audience where key = 'PUBLIC'"""
                    .formatted(code, code));
            String more = i % 2 == 0 ? "" : ", \"aFieldOfTomorrow\": {\"deep\": [1, null]}";
            plant(scene, "delegations", "org.surety.party.registered.v1", code,
                    "{\"code\": \"%s\", \"series\": \"EXERCISE\", \"kind\": \"STATE\", \"names\": {\"en\": \"Planted %s\"}, \"attributes\": []%s}"
                            .formatted(code, code, more));
            scene.pauseUpTo(Duration.ofSeconds(1));
        }
    }
}
