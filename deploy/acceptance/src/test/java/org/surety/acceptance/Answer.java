package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the gateway answered.
 *
 * @param request method, path and user, for messages
 * @param text the body as it came
 * @param json the body read; a missing node when it is empty
 */
record Answer(String request, HttpResponse<byte[]> response, String text, JsonNode json) {

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    String etag() {
        return header("ETag");
    }

    /** Path of the record that was made. */
    String location() {
        return header("Location");
    }

    String id() {
        return location().substring(location().lastIndexOf('/') + 1);
    }

    /** This answer, if it has the status. */
    Answer expect(int status) {
        assertEquals(status, status(), () -> request + " answered " + text);
        return this;
    }

    /** This answer, if it is a problem of that status and type. */
    Answer expectProblem(int status, String type) {
        expect(status);
        assertEquals("https://surety.example/problems/" + type, json.path("type").asText(), () -> request + " answered " + text);
        return this;
    }

    /** The fields that the problem names. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        json.path("violations").forEach(violation -> fields.add(violation.path("field").asText()));
        return fields;
    }
}
