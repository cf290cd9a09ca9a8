package org.surety.gateway.problem;

import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * One refusal of the gateway as RFC 9457 problem details. Never holds a stack trace, a class name or a token.
 *
 * @param detail what was wrong with this request, in a sentence
 * @param upstream logical name of the service concerned, or null
 * @param headers further answer headers that belong to the refusal, such as {@code Retry-After}
 * @param violations what is wrong with which parameter or header; empty where a problem is about none
 */
public record Problem(ProblemType type, String detail, String upstream, Map<String, String> headers,
        Map<String, String> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds after which a client may try again what failed for a passing reason. */
    private static final long RETRY_AFTER_SECONDS = 2;

    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, null);
    }

    /** One parameter or header breaks its rule. */
    public static Problem invalid(String field, String rule) {
        return new Problem(ProblemType.INVALID_REQUEST, field + " " + rule, null, Map.of(), Map.of(field, rule));
    }

    /** Names nothing of the token or of what was wrong with it, so that every refused token looks the same. */
    public static Problem unauthenticated() {
        return new Problem(ProblemType.UNAUTHENTICATED,
                "Send an unexpired access token of this register's identity provider as 'Authorization: Bearer ...'.", null,
                Map.of("www-authenticate", "Bearer realm=\"surety\""), Map.of());
    }

    public static Problem methodNotAllowed(String allowed) {
        return new Problem(ProblemType.METHOD_NOT_ALLOWED, "Allowed: " + allowed + ".", null, Map.of("allow", allowed),
                Map.of());
    }

    /** A refusal that passes by itself: says when to come back. */
    public static Problem passing(ProblemType type, String detail, String upstream) {
        return after(RETRY_AFTER_SECONDS, type, detail, upstream);
    }

    /** The same where it is known when to come back. */
    public static Problem after(long seconds, ProblemType type, String detail, String upstream) {
        return new Problem(type, detail, upstream, Map.of("retry-after", Long.toString(seconds)), Map.of());
    }

    public static Problem of(ProblemType type, String detail, String upstream) {
        return new Problem(type, detail, upstream, Map.of(), Map.of());
    }

    public Buffer body(String traceId) {
        JsonObject body = new JsonObject()
                .put("type", type.uri())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail);
        if (upstream != null) {
            body.put("upstream", upstream);
        }
        if (!violations.isEmpty()) {
            JsonArray fields = new JsonArray();
            violations.forEach((field, rule) -> fields.add(new JsonObject().put("field", field).put("message", rule)));
            body.put("violations", fields);
        }
        return body.put("traceId", traceId).toBuffer();
    }
}
