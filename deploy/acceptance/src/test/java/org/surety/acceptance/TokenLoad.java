package org.surety.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Clients that go on asking, in turn with every token they were ever given, at every target. A token that is valid when its answer is there must
 * have been accepted, one that had expired when it was sent must not.
 */
final class TokenLoad implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENTS = 4;
    private static final int PAUSE_MILLIS = 40;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
    private final List<URI> targets;
    private final List<Given> tokens = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> accepted = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();

    private record Given(String name, String token, Instant expires) {
    }

    TokenLoad(List<URI> targets) {
        this.targets = targets;
        for (int i = 0; i < CLIENTS; i++) {
            clients.scheduleWithFixedDelay(this::ask, i * PAUSE_MILLIS / CLIENTS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void give(String name, String token) {
        tokens.add(new Given(name, token, expires(token)));
    }

    int accepted(String name) {
        return accepted.computeIfAbsent(name, key -> new AtomicInteger()).get();
    }

    int refused(String name) {
        return refused.computeIfAbsent(name, key -> new AtomicInteger()).get();
    }

    /** What must not have been: each with token, target, status and how long before or after its expiry. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    private void ask() {
        int now = turn.getAndIncrement();
        if (tokens.isEmpty()) {
            return;
        }
        Given given = tokens.get(now % tokens.size());
        URI target = targets.get(now / tokens.size() % targets.size());
        Instant sent = Instant.now();
        String said;
        try {
            said = Integer.toString(http.send(HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + given.token).build(), BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            said = e.toString();
        } catch (InterruptedException e) {
            return;
        }
        boolean passed = said.equals("200");
        boolean mustPass = Instant.now().isBefore(given.expires);
        boolean mustNot = !sent.isBefore(given.expires);
        if (mustPass && !passed || mustNot && !said.equals("401")) {
            wrong.add(given.name + " at " + target + ": " + said + ", " + Duration.between(given.expires, sent).toMillis()
                    + " ms after its expiry");
        }
        (passed ? accepted : refused).computeIfAbsent(given.name, key -> new AtomicInteger()).incrementAndGet();
    }

    private static Instant expires(String token) {
        return Instant.ofEpochSecond(part(token, 1).path("exp").asLong());
    }

    /** The header (0) or the claims (1). */
    static JsonNode part(String token, int which) {
        try {
            return JSON.readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.")[which]), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException("no token", e);
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
