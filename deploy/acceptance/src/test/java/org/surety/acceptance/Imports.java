package org.surety.acceptance;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** Files handed in by the coordinator, and what becomes of them. */
final class Imports {
    static final String PATH = "/api/v1/imports?mapping=" + KielFile.MAPPING;
    static final String USER = "coordinator";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final Api api;

    Imports(Api api) {
        this.api = api;
    }

    /** Hands a file in, as a request of its own: all of it is stored, or nothing. */
    Answer post(byte[] file) {
        return post(PATH, file);
    }

    /** The same, whose rows are stored by and by. */
    Answer postPartial(byte[] file) {
        return post(PATH + "&mode=PARTIAL", file);
    }

    private Answer post(String path, byte[] file) {
        return api.send("POST", path, USER, BodyPublishers.ofByteArray(file), headers());
    }

    /** The job, once it has ended. */
    JsonNode ended(Answer accepted) {
        return Eventually.see("the import ends", LIMIT, () -> api.get(accepted.location(), USER).expect(200).json(),
                Imports::hasEnded);
    }

    static boolean hasEnded(JsonNode job) {
        return job.path("state").asText().equals("DONE") || job.path("state").asText().equals("FAILED");
    }

    static Map<String, String> headers() {
        return Map.of("Content-Type", "text/csv; charset=utf-8", "Idempotency-Key", UUID.randomUUID().toString());
    }
}
