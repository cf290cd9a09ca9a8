package org.surety.local.data;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An HTTP server that notes what it is asked and answers as told, else as the suite does when all is well: 201 with the id {@code id-<n>}
 * and the first version, acts with the next version. For what the loader sends and how it takes answers that a healthy suite never gives;
 * the real suite is loaded by the acceptance tests.
 */
final class RecordingGateway implements AutoCloseable {
    record Request(String line, String authorization, String key, String ifMatch, String body) {
    }

    record Canned(int status, String body) {
    }

    final List<Request> requests = new ArrayList<>();
    private final HttpServer server;
    private final Map<String, Deque<Canned>> canned = new ConcurrentHashMap<>();
    private int made;
    private int version;

    RecordingGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    /** The next answer to this request ("POST /api/v1/parties"); several are given in turn. */
    RecordingGateway answers(String line, int status, String body) {
        canned.computeIfAbsent(line, key -> new ArrayDeque<>()).add(new Canned(status, body));
        return this;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String line = exchange.getRequestMethod() + " " + path;
        requests.add(new Request(line, exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"), exchange.getRequestHeaders().getFirst("If-Match"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Canned told = canned.getOrDefault(line, new ArrayDeque<>()).poll();
        if (told == null) {
            version = exchange.getRequestHeaders().containsKey("If-Match") ? version + 1 : 1;
            exchange.getResponseHeaders().set("ETag", "\"" + version + "\"");
            exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getPath() + "/id-" + ++made);
        }
        byte[] body = (told == null ? "{}" : told.body()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(told == null ? 201 : told.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
