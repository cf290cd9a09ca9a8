package org.surety.gateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

import org.surety.local.Instance;
import org.surety.local.TestParts;
import org.surety.local.TestParts.Kind;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/**
 * What stands around the gateway in its tests: two services that answer, one that is away (priorities), and an identity provider:
 * the test's own one; with {@code issuer=late} it is started by the test; with {@code issuer=keycloak} it is the real Keycloak. Limits are small so that
 * they can be reached; with {@code limits=small} those of clients too, which would be in the way of the other tests.
 */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

    static final long BODY_LIMIT_BYTES = 52 * 1024 * 1024;
    static final int PART_LIMIT_BYTES = 20_000;
    static final String OWN_ADDRESS = "https://register.example";
    static final int CONNECTIONS = 4;
    static final int WAITING = 2;
    static final String ORIGIN = "https://board.ministry.example";
    static final int CONNECTIONS_OF_ONE = 20;
    static final int HEAD_MILLIS = 1000;
    static final int CIRCUIT_PAUSE_MILLIS = 800;

    final Vertx vertx = Vertx.vertx();
    private String issuer;
    private boolean small;

    @Override
    public void init(Map<String, String> arguments) {
        issuer = arguments.getOrDefault("issuer", "own");
        small = "small".equals(arguments.get("limits"));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>();
        OwnIssuer own = new OwnIssuer(vertx, freePort());
        if (issuer.equals("own")) {
            own.start().toCompletionStage().toCompletableFuture().join();
        }
        boolean keycloak = issuer.equals("keycloak");
        configuration.put("SURETY_OIDC_ISSUER", keycloak ? TestParts.require(Kind.KEYCLOAK).issuer() : own.issuer());
        configuration.put("test.issuer-key", own.privateKey());
        sessions(configuration, keycloak);
        configuration.put("SURETY_DELEGATIONS_URL", new EchoService(vertx, document("Party", "/api/v1/parties"), own::start).url());
        configuration.put("SURETY_COMMITMENTS_URL",
                new EchoService(vertx, document("Commitment", "/api/v1/commitments"), own::start).url());
        configuration.put("SURETY_PRIORITIES_URL", "http://127.0.0.1:" + freePort());
        configuration.put("surety.gateway.relay.answer-timeout", "1S");
        configuration.put("surety.gateway.relay.connections", Integer.toString(CONNECTIONS));
        configuration.put("surety.gateway.relay.waiting", Integer.toString(WAITING));
        configuration.put("surety.gateway.limits.body", Long.toString(BODY_LIMIT_BYTES));
        configuration.put("surety.gateway.limits.linger", "500MS");
        configuration.put("surety.gateway.my-party.part-limit", Integer.toString(PART_LIMIT_BYTES));
        configuration.put("surety.gateway.rates.requests.quota", small ? "6" : "1000000");
        configuration.put("surety.gateway.rates.unsafe.quota", small ? "3" : "1000000");
        configuration.put("surety.gateway.rates.failed-tokens.quota", small ? "4" : "1000000");
        // Eight bytes in two seconds are steady in one test, seven in one are slow in the other.
        configuration.put("surety.gateway.limits.body-rate", small ? "50" : "2");
        configuration.put("surety.gateway.connections.most-per-address", small ? Integer.toString(CONNECTIONS_OF_ONE) : "0");
        configuration.put("surety.gateway.connections.head-timeout", small ? HEAD_MILLIS + "MS" : "10S");
        configuration.put("surety.gateway.cors.origins", small ? ORIGIN + ",http://127.0.0.1:8000" : "");
        configuration.put("surety.gateway.circuit.failures", small ? "3" : "1000000");
        configuration.put("surety.gateway.circuit.pause", CIRCUIT_PAUSE_MILLIS + "MS");
        configuration.put("surety.gateway.proxies", small ? "1" : "0");
        return configuration;
    }

    /** Keycloak knows one gateway, on loopback and without TLS, and calls it back: the test's has to be there. */
    private static void sessions(Map<String, String> configuration, boolean keycloak) {
        configuration.put("SURETY_SESSION_KEY", "a key of thirty-two letters, or so");
        configuration.put("SURETY_GATEWAY_URL", OWN_ADDRESS);
        configuration.put("SURETY_GATEWAY_CLIENT_SECRET", OwnIssuer.CLIENT_SECRET);
        if (keycloak) {
            Instance parts = TestParts.require(Kind.KEYCLOAK);
            configuration.put("SURETY_GATEWAY_URL", parts.gatewayUrl());
            configuration.put("SURETY_SECURE_COOKIES", "false");
            configuration.put("SURETY_GATEWAY_CLIENT_SECRET", parts.clientSecret("gateway"));
            configuration.put("quarkus.http.test-port", Integer.toString(parts.ports().gateway()));
            configuration.put("%test.quarkus.http.test-port", Integer.toString(parts.ports().gateway()));
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static JsonObject document(String schema, String path) {
        JsonObject answer = new JsonObject("{\"responses\": {\"200\": {\"content\": {\"application/json\": {\"schema\": "
                + "{\"$ref\": \"#/components/schemas/" + schema + "\"}}}}}}");
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("paths", new JsonObject()
                        .put(path, new JsonObject().put("get", answer))
                        .put("/api/v1/changes", new JsonObject().put("get", answer)))
                .put("components",
                        new JsonObject().put("schemas", new JsonObject().put(schema, new JsonObject().put("type", "object"))));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
