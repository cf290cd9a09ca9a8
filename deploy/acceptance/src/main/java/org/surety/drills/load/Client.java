package org.surety.drills.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.surety.local.Instance;
import org.surety.local.PartFailure;
import org.surety.local.Tokens;

/** A program of a ministry: asks through the gateway with real tokens. */
public final class Client {
    /** Longer than the gateway waits for a service (30 s). */
    private static final Duration LIMIT = Duration.ofSeconds(40);
    /** Tokens live 300 s. */
    private static final Duration TOKEN_REUSE = Duration.ofSeconds(220);
    private static final int NO_ANSWER = -1;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final Instance instance;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, long nanoTime) {
    }

    /**
     * What came back.
     *
     * @param status -1 when nothing did
     */
    public record Answer(int status, String location, Long version, boolean replayed, String body) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** Neither yes nor no: it may have been carried out. 409 "in progress" is about an earlier attempt with the same key. */
        boolean isUnknown() {
            return status < 0 || status >= 500 || status == 429 || status == 409 && body.contains("request-in-progress");
        }
    }

    public Client(Instance instance) {
        this.instance = instance;
    }

    private String token(String user) {
        return tokens.compute(user, (name, known) -> known != null && System.nanoTime() - known.nanoTime() < TOKEN_REUSE.toNanos()
                ? known
                : new Token(Tokens.ofUser(instance.ports(), name), System.nanoTime())).text();
    }

    /**
     * One request.
     *
     * @param version that is to be changed; null for none
     * @param key of the request; null for none
     */
    public Answer send(String method, String path, String user, String body, Long version, String key)
            throws InterruptedException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(instance.gatewayUrl() + path)).timeout(LIMIT)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .header("Authorization", "Bearer " + token(user));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            if (version != null) {
                request.header("If-Match", "\"" + version + "\"");
            }
            if (key != null) {
                request.header("Idempotency-Key", key);
            }
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers().firstValue("Location").orElse(null),
                    answer.headers().firstValue("ETag").map(Client::number).orElse(null),
                    answer.headers().firstValue("Idempotency-Replayed").isPresent(), answer.body());
        } catch (IOException | PartFailure e) {
            return new Answer(NO_ANSWER, null, null, false, String.valueOf(e));
        }
    }

    private static Long number(String etag) {
        String digits = etag.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }
}
