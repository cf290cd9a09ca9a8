package org.surety.drills;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

/**
 * The broker as its administrator reaches it, past all proxies.
 *
 * @param management base address of its management port
 */
record BrokerAccess(String host, int port, String user, String password, String virtualHost, String management) {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** RabbitMQ's management closes the connection of a first request that has a body and asks for HTTP/2. */
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(LIMIT).version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads {@code amqp://user:password@host:port/vhost}. */
    static BrokerAccess of(URI url, String management) {
        String[] who = url.getRawUserInfo().split(":", 2);
        String path = url.getRawPath() == null || url.getRawPath().length() <= 1 ? "/" : decoded(url.getRawPath().substring(1));
        return new BrokerAccess(url.getHost(), url.getPort() < 0 ? 5672 : url.getPort(), decoded(who[0]), decoded(who[1]), path,
                management);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The virtual host as part of a path. */
    String pathOfHost() {
        return java.net.URLEncoder.encode(virtualHost, StandardCharsets.UTF_8);
    }

    Connection connect() throws IOException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(host);
        factory.setPort(port);
        factory.setUsername(user);
        factory.setPassword(password);
        factory.setVirtualHost(virtualHost);
        factory.setAutomaticRecoveryEnabled(false);
        try {
            return factory.newConnection("drill");
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IOException(e);
        }
    }

    /** What the management port answers; a missing node where it answers nothing. */
    JsonNode get(String path) throws IOException {
        return JSON.readTree(send("GET", path, null).body());
    }

    /** Whether the request was carried out. */
    boolean send(String method, String path) throws IOException {
        return send(method, path, null).statusCode() < 300;
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(management + path)).timeout(LIMIT)
                .header("Authorization", "Basic " + credentials).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
