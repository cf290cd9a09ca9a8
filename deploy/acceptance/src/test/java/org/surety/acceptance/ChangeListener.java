package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A partner's program that listens to the stream of changes, from when its first cursor is there. */
final class ChangeListener implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    record Event(String name, String id, String data) {

        JsonNode json() {
            try {
                return JSON.readTree(data);
            } catch (IOException e) {
                throw new UncheckedIOException(data, e);
            }
        }
    }

    /** @param last id of the event behind which it goes on, or null for now */
    ChangeListener(String gateway, String token, String last) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1/changes/stream"))
                .header("Authorization", "Bearer " + token);
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        assertEquals(200, response.statusCode());
        Thread reader = new Thread(this::read, "listener to changes");
        reader.setDaemon(true);
        reader.start();
        Eventually.see("the first cursor", LIMIT, () -> events, seen -> !seen.isEmpty());
    }

    private void read() {
        Map<String, String> event = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    String[] field = line.split(": ", 2);
                    event.put(field[0], field[1]);
                } else {
                    if (event.containsKey("data")) {
                        events.add(new Event(event.get("event"), event.get("id"), event.get("data")));
                    }
                    event.clear();
                }
            }
        } catch (IOException closed) {
            // by the test
        }
    }

    List<Event> all() {
        return events;
    }

    /** Everything that was said to it. */
    String text() {
        return events.toString();
    }

    /** Of one record. */
    List<JsonNode> changesOf(String subject) {
        return events.stream().filter(event -> event.name().equals("change")).map(Event::json)
                .filter(change -> change.path("subject").asText().equals(subject)).toList();
    }

    /** Commitments that were told to be filed. */
    List<String> filed() {
        return events.stream().filter(event -> event.name().equals("change")).map(Event::json)
                .filter(change -> change.path("type").asText().equals("org.surety.commitment.filed.v1"))
                .map(change -> change.path("subject").asText()).toList();
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
