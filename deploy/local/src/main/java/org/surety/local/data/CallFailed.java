package org.surety.local.data;

import java.util.StringJoiner;

import org.surety.local.PartFailure;

import com.fasterxml.jackson.databind.JsonNode;

/** The suite refused a request of the loading. The message has method, path, user, status, the problem's detail and its violations. */
final class CallFailed extends PartFailure {
    private static final long serialVersionUID = 1L;

    CallFailed(Gateway.Answer answer) {
        super(text(answer));
    }

    private static String text(Gateway.Answer answer) {
        JsonNode problem = answer.body();
        StringJoiner text = new StringJoiner(": ");
        text.add(answer.request() + " was answered " + answer.status());
        for (String field : new String[]{ "title", "detail"}) {
            if (problem.hasNonNull(field)) {
                text.add(problem.path(field).asText());
            }
        }
        for (JsonNode violation : problem.path("violations")) {
            text.add(violation.path("field").asText() + " " + violation.path("message").asText());
        }
        if (problem.hasNonNull("traceId")) {
            text.add("trace " + problem.path("traceId").asText());
        }
        return text.toString();
    }
}
