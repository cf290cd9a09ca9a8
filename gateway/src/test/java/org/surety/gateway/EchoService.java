package org.surety.gateway;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A service for tests: does what the last segment of the path says, and tells what it saw. Paths below {@code /direct} are for the
 * test itself, which calls them without the gateway.
 */
final class EchoService {

    private final HttpServer server;
    private final JsonObject document;
    private final Supplier<Future<?>> startIssuer;
    private final AtomicInteger seen = new AtomicInteger();
    private final Map<String, AtomicInteger> seenByPath = new ConcurrentHashMap<>();
    private final AtomicInteger aborted = new AtomicInteger();
    private final AtomicLong uploaded = new AtomicLong();
    private final AtomicReference<HttpServerResponse> held = new AtomicReference<>();

    /** @param startIssuer what the test can have done by {@code /direct/start-issuer} */
    EchoService(Vertx vertx, JsonObject document, Supplier<Future<?>> startIssuer) {
        this.document = document;
        this.startIssuer = startIssuer;
        this.server = vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private void handle(HttpServerRequest request) {
        if (request.path().startsWith("/direct/")) {
            direct(request);
            return;
        }
        if (request.path().equals("/openapi")) {
            request.response().putHeader("content-type", "application/json").end(document.toBuffer());
            return;
        }
        seen.incrementAndGet();
        seenByPath.computeIfAbsent(request.path(), path -> new AtomicInteger()).incrementAndGet();
        HttpServerResponse response = request.response();
        switch (request.path().substring(request.path().lastIndexOf('/') + 1)) {
            case "slow" -> request.response().exceptionHandler(gone -> aborted.incrementAndGet());
            case "hangup" -> request.connection().close();
            case "varying" -> response.putHeader("vary", "Accept-Language").end();
            case "failing" -> response.setStatusCode(500).putHeader("content-type", "application/problem+json").end("{}");
            case "half" -> {
                response.setChunked(true).write("half an answer").onComplete(written -> request.connection().close());
            }
            case "held" -> {
                held.set(response);
                response.setChunked(true).putHeader("content-type", "text/plain").write("first ");
            }
            case "created" -> response.setStatusCode(201)
                    .putHeader("location", url() + "/api/v1/parties/XAA")
                    .putHeader("link", "<" + url() + "/api/v1/parties?cursor=x>; rel=\"next\"")
                    .end();
            case "relative" -> response.setStatusCode(201).putHeader("location", "/api/v1/parties/XAA").end();
            case "nothing" -> response.setStatusCode(204).end();
            case "unchanged" -> response.setStatusCode(304).putHeader("etag", "\"7\"").end();
            case "inner" -> response.putHeader("server", "inner/1.0").putHeader("connection", "x-inner").putHeader("x-inner", "1")
                    .putHeader("keep-alive", "timeout=600").putHeader("set-cookie", "a=b").putHeader("x-powered-by", "inner")
                    .putHeader("content-security-policy", "default-src *").putHeader("etag", "\"7\"").end("{}");
            case "problem" ->
                response.setStatusCode(409).putHeader("content-type", "application/problem+json").end("{\"status\":409}");
            case "large" -> answerMuch(response, Integer.parseInt(request.getParam("bytes")));
            case "duties", "points-of-contact" -> part(request);
            default -> echo(request);
        }
    }

    /** Begins at once: to make it all may take longer than the gateway waits for an answer. */
    private static void answerMuch(HttpServerResponse response, int bytes) {
        response.putHeader("content-length", String.valueOf(bytes)).write(Buffer.buffer(new byte[1]))
                .onSuccess(begun -> response.end(Buffer.buffer(new byte[bytes - 1])));
    }

    /** Part of a merged answer. The party says who does what: {@code duties:large}; whom it does not mean echoes. */
    private void part(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        String segment = request.path().substring(request.path().lastIndexOf('/') + 1);
        String party = request.getParam("party");
        switch (party.startsWith(segment + ":") || party.startsWith("both:") ? party.substring(party.indexOf(':') + 1) : "") {
            case "slow" -> response.exceptionHandler(gone -> aborted.incrementAndGet());
            case "dripping" -> response.setChunked(true).putHeader("content-type", "application/json").write("{\"items\": [");
            case "hangup" -> request.connection().close();
            case "half" -> response.setChunked(true).putHeader("content-type", "application/json").write("{")
                    .onComplete(written -> request.connection().close());
            case "forbidden" -> problem(response, 403);
            case "unauthenticated" -> problem(response, 401);
            case "invalid" -> problem(response, 400);
            case "large" -> response.putHeader("content-type", "application/json")
                    .end(new JsonObject().put("text", "x".repeat(Surroundings.PART_LIMIT_BYTES)).toBuffer());
            case "largest" -> {
                int frame = new JsonObject().put("text", "").toBuffer().length();
                response.putHeader("content-type", "application/json")
                        .end(new JsonObject().put("text", "x".repeat(Surroundings.PART_LIMIT_BYTES - frame)).toBuffer());
            }
            case "text" -> response.putHeader("content-type", "text/plain").end("{}");
            case "broken" -> response.putHeader("content-type", "application/json").end("{\"items\": [}");
            case "list" -> response.putHeader("content-type", "application/json").end("[]");
            case "elsewhere" -> response.setStatusCode(302).putHeader("location", "/").end();
            case "exact" -> response.putHeader("content-type", "application/json;charset=UTF-8")
                    .end("{ \"amount\": 1.10, \"name\": \"\u00e9\" }");
            default -> echo(request);
        }
    }

    private static void problem(HttpServerResponse response, int status) {
        response.setStatusCode(status).putHeader("content-type", "application/problem+json")
                .end(new JsonObject().put("type", "https://surety.example/problems/of-the-service").put("status", status)
                        .toBuffer());
    }

    private void direct(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        switch (request.path()) {
            case "/direct/seen" -> response.end(Integer.toString(seen.get()));
            case "/direct/seen-of" ->
                response.end(Integer.toString(seenByPath.getOrDefault(request.getParam("path"), new AtomicInteger()).get()));
            case "/direct/aborted" -> response.end(Integer.toString(aborted.get()));
            case "/direct/uploaded" -> response.end(Long.toString(uploaded.get()));
            case "/direct/start-issuer" -> startIssuer.get().onComplete(started -> response.end());
            case "/direct/release" -> held.get().end("second").onComplete(ended -> response.end());
            default -> response.setStatusCode(404).end();
        }
    }

    private void echo(HttpServerRequest request) {
        MessageDigest digest = sha256();
        uploaded.set(0);
        request.response().exceptionHandler(gone -> aborted.incrementAndGet());
        request.handler(chunk -> {
            digest.update(chunk.getBytes());
            uploaded.addAndGet(chunk.length());
        });
        request.endHandler(end -> {
            JsonObject headers = new JsonObject();
            for (String name : request.headers().names()) {
                headers.put(name.toLowerCase(), new JsonArray(request.headers().getAll(name)));
            }
            request.response().putHeader("content-type", "application/json").end(new JsonObject()
                    .put("service", url())
                    .put("method", request.method().name())
                    .put("uri", request.uri())
                    .put("headers", headers)
                    .put("bytes", uploaded.get())
                    .put("sha256", HexFormat.of().formatHex(digest.digest()))
                    .toBuffer());
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
