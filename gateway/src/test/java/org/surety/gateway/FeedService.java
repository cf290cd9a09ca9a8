package org.surety.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A service for tests that has a released feed and nothing else: its log has changes for the parties that each names, and its cursors
 * are of one length, never the same twice and good for their party alone. Paths below {@code /direct} are for the test.
 */
final class FeedService {

    private static final int LATE_MILLIS = 40;

    private final Vertx vertx;
    private final HttpServer server;
    private final List<JsonObject> log = new ArrayList<>();
    private final Set<Wait> waits = new LinkedHashSet<>();
    private final Set<String> askers = new LinkedHashSet<>();
    private String mode = "";
    private int asked;
    private int aborted;

    private record Wait(HttpServerResponse response, String party, int from, int limit) {
    }

    FeedService(Vertx vertx) {
        this.vertx = vertx;
        this.server = vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private synchronized void handle(HttpServerRequest request) {
        switch (request.path()) {
            case "/direct/reset" -> reset(request);
            case "/direct/append" -> request.bodyHandler(body -> append(body.toJsonArray(), request.response()));
            case "/direct/mode" -> {
                mode = request.getParam("is");
                request.response().end();
            }
            case "/direct/seen" -> request.response().end(new JsonObject().put("asked", asked).put("waiting", waits.size())
                    .put("aborted", aborted).put("askers", new JsonArray(List.copyOf(askers))).toBuffer());
            case "/api/v1/changes" -> changes(request);
            default -> request.response().setStatusCode(404).end();
        }
    }

    private void reset(HttpServerRequest request) {
        log.clear();
        askers.clear();
        mode = "";
        asked = 0;
        aborted = 0;
        request.response().end();
    }

    private synchronized void append(JsonArray added, HttpServerResponse response) {
        added.forEach(change -> log.add((JsonObject) change));
        for (Wait wait : List.copyOf(waits)) {
            JsonObject page = page(wait.party, wait.from, wait.limit);
            if (!page.getJsonArray("changes").isEmpty()) {
                waits.remove(wait);
                answer(wait.response, page);
            }
        }
        response.end();
    }

    private void changes(HttpServerRequest request) {
        asked++;
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder()
                .decode(request.getHeader("authorization").split("\\.")[1]), StandardCharsets.UTF_8));
        askers.add(claims.getString("sub"));
        String party = claims.getString("party");
        HttpServerResponse response = request.response();
        if (mode.equals(claims.getString("sub"))) {
            problem(response, 401, new JsonObject());
            return;
        }
        switch (mode) {
            case "hangup" -> request.connection().close();
            case "unusable" -> answer(response, new JsonObject().put("changes", new JsonArray().add(new JsonObject())));
            case "400", "401", "403", "409", "503" -> problem(response, Integer.parseInt(mode), new JsonObject());
            case "late" -> vertx.setTimer(LATE_MILLIS, late -> look(request, party));
            default -> look(request, party);
        }
    }

    private synchronized void look(HttpServerRequest request, String party) {
        HttpServerResponse response = request.response();
        String after = request.getParam("after");
        int limit = Integer.parseInt(request.getParam("limit"));
        if ("now".equals(after)) {
            answer(response, page(party, log.size(), limit));
            return;
        }
        int from = after == null ? 0 : place(after, party);
        if (from < 0) {
            problem(response, 400, new JsonObject().put("violations", new JsonArray().add(new JsonObject().put("field", "after"))));
            return;
        }
        JsonObject page = page(party, from, limit);
        int seconds = request.getParam("wait") == null ? 0 : Integer.parseInt(request.getParam("wait"));
        if (seconds == 0 || !page.getJsonArray("changes").isEmpty()) {
            answer(response, page);
            return;
        }
        Wait wait = new Wait(response, party, from, limit);
        waits.add(wait);
        response.exceptionHandler(gone -> abort(wait));
        vertx.setTimer(seconds * 1000L, late -> expire(wait));
    }

    private synchronized void abort(Wait wait) {
        aborted += waits.remove(wait) ? 1 : 0;
    }

    private synchronized void expire(Wait wait) {
        if (waits.remove(wait)) {
            answer(wait.response, page(wait.party, wait.from, wait.limit));
        }
    }

    private JsonObject page(String party, int from, int limit) {
        JsonArray changes = new JsonArray();
        int next = log.size();
        boolean more = false;
        for (int i = from; i < log.size() && !more; i++) {
            if (!log.get(i).getJsonArray("parties").contains(party)) {
                continue;
            }
            if (changes.size() == limit) {
                more = true;
                next = ThreadLocalRandom.current().nextInt(place(changes.getJsonObject(limit - 1).getString("cursor"), party),
                        i + 1);
            } else {
                JsonObject shown = log.get(i).copy();
                shown.remove("parties");
                changes.add(shown.put("cursor", cursor(party, i + 1)));
            }
        }
        return new JsonObject().put("changes", changes).put("next", cursor(party, next)).put("more", more);
    }

    private static String cursor(String party, int place) {
        String text = "%016x %012d %-12s".formatted(ThreadLocalRandom.current().nextLong(), place, party);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Negative if it is not the party's. */
    private static int place(String cursor, String party) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" +");
            return parts.length == 3 && parts[2].equals(party) ? Integer.parseInt(parts[1]) : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private static void answer(HttpServerResponse response, JsonObject page) {
        response.putHeader("content-type", "application/json").end(page.toBuffer());
    }

    private static void problem(HttpServerResponse response, int status, JsonObject more) {
        response.setStatusCode(status).putHeader("content-type", "application/problem+json").end(more
                .put("type", "https://surety.example/problems/of-the-service").put("status", status).toBuffer());
    }

    /** As the test appends it: of the log for these parties alone. */
    static JsonObject change(String id, Instant recordedAt, List<String> parties) {
        return new JsonObject().put("id", id).put("type", "org.surety.commitment.filed.v1").put("source", "/commitments")
                .put("recordedAt", recordedAt.toString()).put("changed", new JsonArray()).put("withdrawn", false)
                .put("parties", new JsonArray(parties));
    }
}
