package org.surety.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.surety.local.Ports;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The raw log of a service, asked as another service asks it: past the gateway, which does not route it. */
final class Feed {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningSuite suite;

    Feed(RunningSuite suite) {
        this.suite = suite;
    }

    /** The number of the last change in the service's log. */
    long head(Service service) {
        String url = Ports.url(service.port(suite.instance().ports())) + "/api/v1/log?limit=1";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + suite.internalToken(Service.PRIORITIES_SERVICE)).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(url + " answered " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body()).path("lastSequence").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
