package org.surety.local.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.surety.local.PartFailure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The REST API as users of the suite call it: with a token of the identity provider, through the gateway. */
final class Gateway {
    /** Longer than the gateway waits for a service (30 s). */
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Tokens live 300 s; the rest is for the request under way and for clocks. */
    private static final Duration TOKEN_REUSE = Duration.ofSeconds(240);
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
    private final String url;
    private final UnaryOperator<String> tokens;
    private final Map<String, Token> known = new ConcurrentHashMap<>();

    private record Token(String text, long nanoTime) {
        boolean isFresh() {
            return System.nanoTime() - nanoTime < TOKEN_REUSE.toNanos();
        }
    }

    /** What came back, with the request it answers. */
    record Answer(String request, int status, String location, String etag, JsonNode body) {

        boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The answer, if it is a success. */
        Answer require() {
            if (!isSuccess()) {
                throw new CallFailed(this);
            }
            return this;
        }

        /** Path of the record that was made. */
        String path() {
            if (location == null) {
                throw new PartFailure(request + " answered " + status + " without the header Location");
            }
            return URI.create(location).getPath();
        }
    }

    /** @param tokens an access token for the name of a user */
    Gateway(String url, UnaryOperator<String> tokens) {
        this.url = url;
        this.tokens = tokens;
    }

    Answer get(String path, String user) {
        return send("GET", path, user, BodyPublishers.noBody(), Map.of("Accept", "application/json"));
    }

    /** Posts JSON; headers whose value is null are left out. */
    Answer post(String path, String user, JsonNode body, String idempotencyKey, String ifMatch) {
        Map<String, String> headers = ifMatch == null
                ? Map.of("Content-Type", "application/json", "Idempotency-Key", idempotencyKey)
                : Map.of("Content-Type", "application/json", "Idempotency-Key", idempotencyKey, "If-Match", ifMatch);
        return send("POST", path, user, BodyPublishers.ofString(body.toString()), headers);
    }

    Answer post(String path, String user, Path file, String contentType, String idempotencyKey) {
        try {
            return send("POST", path, user, BodyPublishers.ofFile(file),
                    Map.of("Content-Type", contentType, "Idempotency-Key", idempotencyKey));
        } catch (FileNotFoundException e) {
            throw new PartFailure("The data folder has no file " + file, e);
        }
    }

    private Answer send(String method, String path, String user, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(LIMIT).method(method, body)
                .header("Authorization", "Bearer " + token(user));
        headers.forEach(request::header);
        String name = method + " " + path + " as " + user;
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(name, response.statusCode(), response.headers().firstValue("Location").orElse(null),
                    response.headers().firstValue("ETag").orElse(null), parse(response.body()));
        } catch (IOException e) {
            throw new PartFailure(name + ": the gateway does not answer (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure(name + ": interrupted", e);
        }
    }

    private String token(String user) {
        return known.compute(user,
                (name, token) -> token != null && token.isFresh() ? token : new Token(tokens.apply(name), System.nanoTime()))
                .text();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            // An answer that is no JSON is an error whose status says enough.
            return MissingNode.getInstance();
        }
    }
}
