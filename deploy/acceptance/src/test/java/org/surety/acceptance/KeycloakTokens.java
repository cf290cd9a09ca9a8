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
import java.time.Duration;
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

    /** Adds clients and users to the realm. */
    void add(ObjectNode clientsAndUsers) {
        send("POST", "/admin/realms/surety/partialImport", asAdministrator(), BodyPublishers.ofString(clientsAndUsers.toString()));
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
