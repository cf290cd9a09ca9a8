package org.surety.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A listener that does not read, beside one that does. Changes are large, so that they fill what the connection takes. */
@QuarkusTest
@WithTestResource(FeedSurroundings.class)
class SlowListenerTest extends FeedTest {

    private static final int CHANGES = 400;
    private static final String LARGE = "x".repeat(20_000);
    private static final String ENDED = "surety_gateway_streams_ended_total{reason=\"too-slow\"} ";

    @Test
    void whoDoesNotReadIsCutOffAndComesBackWithoutLossAndTheOthersHaveAll() throws Exception {
        List<String> ids = new ArrayList<>();
        try (EventStream quick = new EventStream(port, "", "Authorization", "Bearer " + as("XAA")); Socket slow = open()) {
            quick.first();
            await("the slow one is there", () -> metrics().contains("surety_gateway_streams_open 2.0"));
            double before = ended();
            for (int i = 0; i < CHANGES / 10; i++) {
                ids.addAll(appendLarge(10));
                int count = ids.size();
                await("the one who reads", () -> quick.changes().size() == count);
            }
            assertEquals(ids, quick.changes());
            await("the other is cut off", () -> ended() == before + 1);
            List<JsonObject> read = read(slow.getInputStream());
            JsonObject last = read.get(read.size() - 1);
            assertEquals("too-slow", new JsonObject(last.getString("data")).getString("reason"));
            List<String> had = new ArrayList<>();
            String place = null;
            for (JsonObject event : read) {
                if ("change".equals(event.getString("event"))) {
                    had.add(new JsonObject(event.getString("data")).getString("id"));
                    place = event.getString("id");
                }
            }
            assertTrue(had.size() < CHANGES, "it had not all");
            assertEquals(ids.subList(0, had.size()), had);
            try (EventStream back = new EventStream(port, "", "Authorization", "Bearer " + as("XAA"), "Last-Event-ID", place)) {
                await("the rest", () -> back.changes().size() >= CHANGES - had.size());
                assertEquals(ids.subList(had.size(), CHANGES), back.changes());
            }
        }
        await("the gateway asks no more", () -> waiting() == 0);
    }

    private List<String> appendLarge(int count) {
        List<String> ids = new ArrayList<>();
        JsonArray all = new JsonArray();
        for (int i = 0; i < count; i++) {
            ids.add(UUID.randomUUID().toString());
            all.add(FeedService.change(ids.get(i), BEGIN, List.of("XAA")).put("subject", LARGE));
        }
        tell(1, "append", all.encode());
        return ids;
    }

    private Socket open() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8_192);
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream().write(("GET " + PATH + "/stream HTTP/1.1\r\nHost: a\r\n" + bearer(as("XAA")) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** All events of a chunked answer that ends. */
    private static List<JsonObject> read(InputStream in) throws IOException {
        while (!line(in).isEmpty()) {
            // the head
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        List<JsonObject> events = new ArrayList<>();
        for (String block : body.toString(StandardCharsets.UTF_8).split("\n\n")) {
            JsonObject event = new JsonObject();
            block.lines().forEach(field -> event.put(field.split(": ", 2)[0], field.split(": ", 2)[1]));
            events.add(event);
        }
        return events;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("cut off in the middle");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private double ended() {
        String metrics = metrics();
        int at = metrics.indexOf(ENDED);
        return Double.parseDouble(metrics.substring(at + ENDED.length()).lines().findFirst().orElseThrow());
    }
}
