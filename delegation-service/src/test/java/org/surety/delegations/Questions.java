package org.surety.delegations;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import org.surety.local.TestParts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.RestAssured;

/**
 * The thousands of reads of a property test, by the JDK's client: RestAssured compiles a script for each path that it is asked for, which took
 * more than half of the time of such tests.
 */
public final class Questions {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Questions() {
    }

    /** A missing node when the answer is 404; any status but 200 and 404 is a failure. */
    public static JsonNode ask(String user, String path, Map<String, Object> question) {
        String query = question.entrySet().stream().map(one -> one.getKey() + "="
                + URLEncoder.encode(one.getValue().toString(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        URI address = URI.create("http://localhost:" + RestAssured.port + path + "?" + query);
        HttpRequest request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + TestParts.token(user)).build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != 404) {
                throw new AssertionError(answer.statusCode() + " " + answer.body() + " to " + address);
            }
            return answer.statusCode() == 404 ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
