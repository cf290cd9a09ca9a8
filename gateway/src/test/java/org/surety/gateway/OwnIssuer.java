package org.surety.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * An identity provider whose key the test holds: the only way to make a token that is wrong in exactly one respect. Real tokens of
 * a real Keycloak are {@code KeycloakTokenTest}'s.
 */
public final class OwnIssuer {

    public static final String KEY_ID = "own-1";
    static final String CLIENT_SECRET = "secret of the gateway, for tests only";

    private static final int ANSWER_MILLIS = 100;

    private final RsaJsonWebKey key;
    private final HttpServer server;
    private final int port;
    private final AtomicInteger keysRead = new AtomicInteger();
    private final List<JsonObject> further = new CopyOnWriteArrayList<>();

    OwnIssuer(Vertx vertx, int port) {
        this.port = port;
        try {
            key = RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
        key.setKeyId(KEY_ID);
        key.setAlgorithm("RS256");
        key.setUse("sig");
        server = vertx.createHttpServer().requestHandler(request -> {
            if (request.path().equals("/realms/surety/token")) {
                new OwnTokenEndpoint(new Tokens(issuer(), key)).answer(request);
                return;
            }
            if (request.path().equals("/publish")) {
                request.bodyHandler(key -> {
                    further.add(key.toJsonObject());
                    request.response().end();
                });
                return;
            }
            JsonObject answer = switch (request.path()) {
                case "/realms/surety/.well-known/openid-configuration" -> new JsonObject()
                        .put("issuer", issuer())
                        .put("jwks_uri", issuer() + "/certs")
                        .put("authorization_endpoint", issuer() + "/authorize")
                        .put("end_session_endpoint", issuer() + "/end")
                        .put("token_endpoint", issuer() + "/token");
                case "/realms/surety/certs" -> {
                    keysRead.incrementAndGet();
                    JsonArray keys = new JsonArray().add(new JsonObject(key.toJson(OutputControlLevel.PUBLIC_ONLY)));
                    further.forEach(keys::add);
                    yield new JsonObject().put("keys", keys);
                }
                case "/keys-read" -> new JsonObject().put("count", keysRead.get());
                default -> null;
            };
            if (answer == null) {
                request.response().setStatusCode(404).end();
            } else {
                // Handing them out takes its time.
                vertx.setTimer(ANSWER_MILLIS, elapsed -> request.response().putHeader("content-type", "application/json")
                        .end(answer.toBuffer()));
            }
        });
    }

    Future<?> start() {
        return server.listen(port, "127.0.0.1");
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/surety";
    }

    /** The private key, for the test's side of the class loaders. */
    String privateKey() {
        return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }
}
