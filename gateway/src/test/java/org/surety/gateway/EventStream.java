package org.surety.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.vertx.core.json.JsonObject;

/** A client of the stream: reads events as the standard says, on a thread of its own. */
final class EventStream implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private volatile String retry;
    private volatile boolean over;

    /** @param id of the event, or of the one before */
    record Event(String name, String id, String data) {

        JsonObject json() {
            return new JsonObject(data);
        }
    }

    EventStream(int port, String query, String... headers) throws IOException {
        try {
            response = CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/changes/stream" + query))
                    .headers(headers).build(), BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread reader = new Thread(this::read, "reader of a stream");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        String name = "message";
        String id = null;
        StringBuilder data = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] field = line.split(": ?", 2);
                switch (field[0]) {
                    case "" -> {
                        if (!data.isEmpty()) {
                            take(new Event(name, id, data.toString()));
                        }
                        name = "message";
                        data.setLength(0);
                    }
                    case "event" -> name = field[1];
                    case "id" -> id = field[1];
                    case "data" -> data.append(field[1]);
                    case "retry" -> retry = field[1];
                    default -> throw new AssertionError("a line that is no field: " + line);
                }
            }
        } catch (IOException e) {
            // closed by the test, or cut
        }
        over = true;
    }

    private void take(Event event) {
        events.add(event);
        if (event.name().equals("change")) {
            changes.add(event.json().getString("id"));
        }
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    String retry() {
        return retry;
    }

    boolean over() {
        return over;
    }

    List<Event> all(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    /** Ids of the changes. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    /** Why the stream ended, once it has. */
    String end() {
        GatewayTest.await("the end of the stream", this::over);
        return all("end").stream().map(event -> event.json().getString("reason")).findFirst().orElse("none was said");
    }

    /** The first cursor, which comes at once. */
    String first() {
        GatewayTest.await("the first cursor", () -> !events.isEmpty());
        return events.get(0).id();
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
