package org.surety.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.surety.local.Instance;
import org.surety.local.Ports;
import org.surety.local.Tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Real tokens of the suite's identity provider that ordinary users do not get: made by its administrator. */
final class KeycloakTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MINISTRY = "ministry-xaa";
    private static final String KEY_PROVIDER = "org.keycloak.keys.KeyProvider";
    private static final String LIFE = "access.token.lifespan";
    private final HttpClient http = HttpClient.newHttpClient();
    private final Instance instance;
    private final String url;

    KeycloakTokens(Instance instance) {
        this.instance = instance;
        this.url = Ports.url(instance.ports().keycloak());
    }

    /** A valid token of the same provider, signed by another realm's key. */
    String ofAnotherRealm() {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + instance.secrets().password("keycloak/admin");
        return send("POST", "/realms/master/protocol/openid-connect/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                BodyPublishers.ofString(form)).path("access_token").asText();
    }

    /** A token of a ministry's program that is valid for so long; programs get the usual 300 s again afterwards. */
    String ofTheMinistryLasting(Duration life) {
        Map<String, String> headers = asAdministrator();
        ObjectNode client = client(MINISTRY);
        String path = "/admin/realms/surety/clients/" + client.path("id").asText();
        ObjectNode attributes = client.withObject("/attributes");
        attributes.put(LIFE, Long.toString(life.toSeconds()));
        send("PUT", path, headers, BodyPublishers.ofString(client.toString()));
        try {
            return Tokens.ofClient(instance.ports(), MINISTRY, instance.clientSecret(MINISTRY));
        } finally {
            attributes.put(LIFE, "");
            send("PUT", path, headers, BodyPublishers.ofString(client.toString()));
        }
    }

    /** A client of the realm as it is. */
    ObjectNode client(String name) {
        return (ObjectNode) send("GET", "/admin/realms/surety/clients?clientId=" + name, asAdministrator(), BodyPublishers.noBody())
                .path(0);
    }

    /** A confidential client for code flow as the gateway's, whose browsers come back to another address; its secret. */
    String addForeignClient(String name, String redirect) {
        ObjectNode client = client("gateway");
        client.remove(List.of("id", "access"));
        client.put("clientId", name).put("secret", name + "-secret").put("fullScopeAllowed", true);
        client.putArray("redirectUris").add(redirect);
        client.withObject("/attributes").remove(List.of("backchannel.logout.url", "post.logout.redirect.uris"));
        client.path("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        ObjectNode all = JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
        all.putArray("clients").add(client);
        add(all);
        return name + "-secret";
    }

    /** Adds clients and users to the realm. */
    void add(ObjectNode clientsAndUsers) {
        send("POST", "/admin/realms/surety/partialImport", asAdministrator(), BodyPublishers.ofString(clientsAndUsers.toString()));
    }

    /** Has the realm publish a key of the test beside its own, with which it signs nothing itself. */
    RealmKey publish(KeyPair pair) {
        String modulus = RealmKey.modulus(pair);
        addKey("rsa", name(pair), Map.of("privateKey", RealmKey.pem(pair.getPrivate()), "priority", "-100"));
        for (JsonNode published : send("GET", "/realms/surety/protocol/openid-connect/certs", Map.of(), BodyPublishers.noBody())
                .path("keys")) {
            if (published.path("n").asText().equals(modulus)) {
                return new RealmKey(pair, published.path("kid").asText(), instance.issuer());
            }
        }
        throw new AssertionError("the realm does not publish the key");
    }

    void withdraw(RealmKey key) {
        withdrawKey(name(key.pair()));
    }

    private static String name(KeyPair pair) {
        return "test-" + RealmKey.modulus(pair).substring(0, 20);
    }

    /** Has the realm sign with a new key of its own, and publish the earlier ones as before. */
    void rotate(String name) {
        addKey("rsa-generated", name, Map.of("priority", "200", "keySize", "2048"));
    }

    /** Takes a key out of the set that is published; another one signs then. */
    void withdrawKey(String name) {
        Map<String, String> headers = asAdministrator();
        for (JsonNode component : send("GET", "/admin/realms/surety/components?type=" + KEY_PROVIDER + "&name=" + name, headers,
                BodyPublishers.noBody())) {
            send("DELETE", "/admin/realms/surety/components/" + component.path("id").asText(), headers, BodyPublishers.noBody());
        }
    }

    private void addKey(String kind, String name, Map<String, String> settings) {
        ObjectNode component = JSON.createObjectNode().put("name", name).put("providerId", kind).put("providerType", KEY_PROVIDER);
        ObjectNode config = component.putObject("config");
        Map.of("enabled", "true", "active", "true", "algorithm", "RS256")
                .forEach((setting, value) -> config.putArray(setting).add(value));
        settings.forEach((setting, value) -> config.putArray(setting).add(value));
        send("POST", "/admin/realms/surety/components", asAdministrator(), BodyPublishers.ofString(component.toString()));
    }

    private Map<String, String> asAdministrator() {
        return Map.of("Authorization", "Bearer " + ofAnotherRealm(), "Content-Type", "application/json");
    }

    private JsonNode send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(method + " " + path + ": the identity provider answered " + response.statusCode());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
