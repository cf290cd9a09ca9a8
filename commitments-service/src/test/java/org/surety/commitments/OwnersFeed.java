package org.surety.commitments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The feed of delegation-service: it has no change more than was brought to the projections, unless a test says so. */
public class OwnersFeed implements QuarkusTestResourceLifecycleManager {

    private static volatile boolean ahead;
    private static volatile boolean silent;

    private HttpServer server;

    /** The log has gone on, and nothing of it arrives. */
    public static void goAhead() {
        ahead = true;
    }

    /** The owner is away. */
    public static void fallSilent() {
        silent = true;
    }

    public static void beAtRest() {
        ahead = false;
        silent = false;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/log", exchange -> {
            byte[] answer = "{\"logId\": \"%s\", \"lastSequence\": %d, \"stamp\": \"%s\", \"changes\": []}"
                    .formatted(UUID.randomUUID(), ahead ? 1_000_000 : 0, Instant.now()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(silent ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return Map.of("surety.follow.url.delegations", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
