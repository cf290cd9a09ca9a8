package org.surety.kit.follow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;

/** Reads the raw feed of another owner with this service's own token. */
@ApplicationScoped
class FeedClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final OidcClient tokens;
    private final TokensHelper helper = new TokensHelper();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).version(HttpClient.Version.HTTP_1_1)
            .build();

    FeedClient(OidcClient tokens) {
        this.tokens = tokens;
    }

    /** The place up to which a consumer has applied a log does not exist in it: the owner's database is another than it was. */
    static class LogDiverged extends IOException {
        LogDiverged(String owner) {
            super("the log of " + owner + " has diverged from what was consumed of it");
        }
    }

    /**
     * Some changes of a feed.
     *
     * @param lastSequence the head of the log
     * @param stamp every change that is recorded until then is in the log: those to come are recorded later
     */
    record Changes(long lastSequence, Instant stamp, List<ReceivedChange> changes) {
    }

    Changes read(String owner, URI service, Watermark after, int limit) throws IOException, InterruptedException {
        return read(owner, service, after, limit, ANSWER_TIMEOUT);
    }

    /** The same for somebody who waits. */
    Changes read(String owner, URI service, Watermark after, int limit, Duration timeout)
            throws IOException, InterruptedException {
        String place = after.logId() == null ? "" : "&logId=" + after.logId() + "&changeId=" + after.changeId();
        URI feed = service.resolve("/api/v1/log?after=" + after.sequence() + "&limit=" + limit + place);
        HttpRequest request = HttpRequest.newBuilder(feed).timeout(timeout)
                .header("Authorization", "Bearer " + helper.getTokens(tokens).await().atMost(timeout).getAccessToken())
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == 409) {
            throw new LogDiverged(owner);
        }
        if (answer.statusCode() != 200) {
            throw new IOException("the feed of " + owner + " answered " + answer.statusCode());
        }
        JsonNode json = ReceivedChange.parse(answer.body());
        List<ReceivedChange> changes = new ArrayList<>();
        json.required("changes").forEach(change -> changes.add(ReceivedChange.of(change)));
        return new Changes(json.required("lastSequence").asLong(), Instant.parse(json.required("stamp").asText()), changes);
    }
}
