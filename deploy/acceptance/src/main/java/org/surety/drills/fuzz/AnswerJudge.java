package org.surety.drills.fuzz;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What an answer to a request may be, whatever the request was. */
final class AnswerJudge {
    private static final String JSON_TYPE = "application/json";
    private static final String TYPES = "https://surety.example/problems/";
    private static final List<String> INSIDE = List.of("Exception", "org.surety", "java.", "jakarta", "hibernate", "SQLSTATE",
            "select ", "127.0.0.1",
            "\tat ");
    private final ObjectMapper json = new ObjectMapper();
    private final Path problems;

    AnswerJudge(Path root) {
        problems = root.resolve("docs").resolve("problems");
    }

    /** What is wrong with the answer, if anything. */
    Optional<String> fault(HttpResponse<String> answer) {
        return fault(answer.statusCode(), answer.headers().firstValue("content-type").orElse(""),
                answer.headers().firstValue("retry-after").isPresent(), answer.body());
    }

    /** @param later whether it says when to ask again: a service may have too much to do, or too much of its database */
    Optional<String> fault(int status, String type, boolean later, String body) {
        if (status >= 500 && !(status == 503 && later)) {
            return Optional.of("answered " + status + ": " + FuzzRequest.shortened(body));
        }
        if (status >= 400) {
            return problemFault(status, type, body);
        }
        return type.startsWith(JSON_TYPE) && read(body) == null
                ? Optional.of("no JSON: " + FuzzRequest.shortened(body))
                : Optional.empty();
    }

    private Optional<String> problemFault(int status, String type, String body) {
        JsonNode problem = read(body);
        String named = problem == null ? "" : problem.path("type").asText();
        boolean shaped = type.equals("application/problem+json") && problem != null && problem.path("status").asInt() == status
                && named.startsWith(TYPES) && Files.exists(problems.resolve(named.substring(TYPES.length()) + ".md"));
        if (!shaped) {
            return Optional.of("refused with what is no problem of the catalogue: " + status + " " + FuzzRequest.shortened(body));
        }
        return INSIDE.stream().filter(body::contains).findFirst()
                .map(word -> "speaks of " + word + ": " + FuzzRequest.shortened(body));
    }

    static boolean isJson(HttpResponse<String> answer) {
        return answer.headers().firstValue("content-type").orElse("").startsWith(JSON_TYPE);
    }

    /** The body as a tree, or null. */
    JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return null;
        }
    }
}
