package org.surety.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The broker's management port, as its administrator. */
public final class BrokerManagement {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** What the three services may do in a virtual host: as {@code deploy/rabbitmq/definitions.json} has it for the suite's own. */
    static final List<Rights> RIGHTS = List.of(new Rights("delegation-service", "^surety\\.delegations$", "^$"),
            new Rights("priorities-service", "^(surety\\.priorities|priorities-service\\.(delegations|commitments))$",
                    "^(surety|priorities-service)\\.(delegations|commitments)$"),
            new Rights("commitments-service", "^(surety\\.commitments|commitments-service\\.(delegations|priorities))$",
                    "^(surety|commitments-service)\\.(delegations|priorities)$"));
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final Instance instance;

    /**
     * What a user may do.
     *
     * @param write what may be declared, bound and published to
     * @param read what may be consumed, and bound from
     */
    record Rights(String user, String write, String read) {
    }

    public BrokerManagement(Instance instance) {
        this.instance = instance;
    }

    /** Whether the management port answers its administrator. */
    public boolean answers() {
        try {
            return send("GET", "/api/overview", null).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * Creates an empty virtual host with the permissions that the three services have in the suite's own; an existing one of that name is
     * dropped with its queues first.
     *
     * @param name letters, digits, dots and dashes
     */
    public void createVirtualHost(String name) {
        if (!name.matches("[a-z0-9.-]{1,60}")) {
            throw new IllegalArgumentException("virtual host: " + name);
        }
        require("DELETE", "/api/vhosts/" + name, null, 404);
        require("PUT", "/api/vhosts/" + name, "{}", 0);
        permit(name, new Rights(Instance.BROKER_ADMINISTRATOR, ".*", ".*"));
        RIGHTS.forEach(rights -> permit(name, rights));
    }

    private void permit(String virtualHost, Rights rights) {
        String write = rights.write().replace("\\", "\\\\");
        require("PUT", "/api/permissions/" + virtualHost + "/" + rights.user(),
                "{\"configure\":\"" + write + "\",\"write\":\"" + write
                        + "\",\"read\":\"" + rights.read().replace("\\", "\\\\") + "\"}",
                0);
    }

    /**
     * Sends a request to the management port.
     *
     * @param path from {@code /api} on, encoded
     * @param body JSON, or null for none
     * @throws IOException when the broker does not answer
     */
    public HttpResponse<String> send(String method, String path, String body) throws IOException {
        String credentials = Instance.BROKER_ADMINISTRATOR + ":" + instance.brokerPassword(Instance.BROKER_ADMINISTRATOR);
        HttpRequest request = HttpRequest.newBuilder(URI.create(Ports.url(instance.ports().brokerManagement()) + path))
                .timeout(LIMIT)
                .header("Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void require(String method, String path, String body, int alsoAccepted) {
        try {
            HttpResponse<String> response = send(method, path, body);
            if (response.statusCode() >= 300 && response.statusCode() != alsoAccepted) {
                throw new PartFailure(
                        "RabbitMQ: " + method + " " + path + " answered " + response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            throw new PartFailure("RabbitMQ: " + method + " " + path + " failed: " + e.getMessage(), e);
        }
    }
}
