package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

import org.surety.local.Instance;
import org.surety.local.Tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The API as its users see it: through the gateway, with real tokens. What must hold of every answer, whatever was asked, is checked here on
 * every one: the security headers, and that an error is a problem of the catalogue and says nothing of the inside.
 */
final class Api {
    static final String PROBLEMS = "https://surety.example/problems/";
    /** The type of every problem that was seen in this run. */
    static final Set<String> PROBLEMS_SEEN = new ConcurrentSkipListSet<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Tokens live 300 s. */
    private static final Duration TOKEN_REUSE = Duration.ofSeconds(240);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
    private final Instance instance;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, long nanoTime) {
    }

    Api(Instance instance) {
        this.instance = instance;
    }

    /** An access token of a demonstration user; {@code user@client}: by another client than theirs. */
    String token(String user) {
        return tokens.compute(user, (name, known) -> known != null && System.nanoTime() - known.nanoTime() < TOKEN_REUSE.toNanos()
                ? known
                : new Token(given(name), System.nanoTime())).text();
    }

    private String given(String user) {
        String[] parts = user.split("@");
        return parts.length == 1
                ? Tokens.ofUser(instance.ports(), user)
                : Tokens.ofUser(instance.ports(), parts[1], parts[0]);
    }

    Answer get(String path, String user) {
        return send("GET", path, user, null, Map.of());
    }

    Answer post(String path, String user, String json) {
        return post(path, user, json, Map.of());
    }

    /** With the version that is to be changed. */
    Answer post(String path, String user, String json, String ifMatch) {
        return post(path, user, json, Map.of("If-Match", ifMatch));
    }

    Answer post(String path, String user, String json, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Content-Type", "application/json");
        return send("POST", path, user, BodyPublishers.ofString(json), all);
    }

    /** One request of a user; without a body when it is null. */
    Answer send(String method, String path, String user, BodyPublisher body, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Authorization", "Bearer " + token(user));
        return send(method, path, body, all, user);
    }

    /** One request without a token but for what the headers say. */
    Answer sendBare(String method, String path, Map<String, String> headers) {
        return send(method, path, null, headers, "nobody");
    }

    /** What a service answers that is asked past the gateway, whose headers it has not. */
    Answer sendTo(String url, String path, String user) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).timeout(LIMIT)
                .header("Authorization", "Bearer " + token(user)).build();
        return answer(request, "GET " + path + " as " + user);
    }

    private Answer send(String method, String path, BodyPublisher body, Map<String, String> headers, String user) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(instance.gatewayUrl() + path)).timeout(LIMIT).method(method,
                body == null ? BodyPublishers.noBody() : body);
        headers.forEach(request::header);
        Answer answer = answer(request.build(), method + " " + path + " as " + user);
        check(answer);
        return answer;
    }

    private Answer answer(HttpRequest request, String said) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            String text = new String(response.body(), StandardCharsets.UTF_8);
            return new Answer(said, response, text, isJson(response) ? JSON.readTree(text) : MissingNode.getInstance());
        } catch (IOException e) {
            throw new UncheckedIOException(said + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isJson(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").contains("json");
    }

    /** All items of a list, page by page. */
    List<JsonNode> list(String path, String user) {
        List<JsonNode> items = new ArrayList<>();
        String limited = path + (path.contains("?") ? "&" : "?") + "limit=500";
        String next = null;
        do {
            JsonNode page = get(next == null ? limited : limited + "&cursor=" + next, user).expect(200).json();
            page.path("items").forEach(items::add);
            next = page.path("next").asText(null);
        } while (next != null);
        return items;
    }

    private void check(Answer answer) {
        assertEquals("nosniff", answer.header("X-Content-Type-Options"), answer.request());
        assertEquals("default-src 'none'; frame-ancestors 'none'", answer.header("Content-Security-Policy"), answer.request());
        assertEquals("no-referrer", answer.header("Referrer-Policy"), answer.request());
        assertNull(answer.header("Server"), answer.request());
        assertNotNull(answer.header("Cache-Control"), answer.request());
        if (answer.status() >= 400) {
            checkProblem(answer);
        }
    }

    private void checkProblem(Answer answer) {
        JsonNode problem = answer.json();
        assertEquals("application/problem+json", answer.header("Content-Type"),
                () -> answer.request() + " answered " + answer.text());
        assertEquals(answer.status(), problem.path("status").asInt(), answer.text());
        String type = problem.path("type").asText();
        assertTrue(type.startsWith(PROBLEMS), answer.text());
        assertTrue(!problem.path("title").asText().isBlank(), answer.text());
        assertTrue(problem.path("traceId").asText().matches("[0-9a-f]{32}"), answer.text());
        for (String inside : List.of("Exception", "org.surety", "java.", "jakarta", "hibernate", "SQL", "select ", "127.0.0.1")) {
            assertTrue(!answer.text().contains(inside), () -> "speaks of " + inside + ": " + answer.text());
        }
        String slug = type.substring(PROBLEMS.length());
        PROBLEMS_SEEN.add(slug);
        Path page = instance.root().resolve("docs").resolve("problems").resolve(slug + ".md");
        assertTrue(Files.exists(page), () -> "no page for " + type + " in the catalogue");
    }
}
