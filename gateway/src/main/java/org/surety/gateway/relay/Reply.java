package org.surety.gateway.relay;

import java.util.Locale;

import org.surety.gateway.exchange.TraceContext;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.route.Upstream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * What came of a question to a service.
 *
 * @param status 200 with the answer, else that of the problem
 * @param body a JSON object, as the service wrote it: the answer, or a problem of the service or of the gateway
 * @param problem the gateway's own; null where the service itself replied
 */
public record Reply(int status, Buffer body, Problem problem) {

    private static final String JSON = "application/json";

    static Reply of(Upstream upstream, int status, String mediaType, Buffer body, TraceContext trace) {
        boolean expected = status == 200 && is(JSON, mediaType) || status >= 400 && is(Problem.MEDIA_TYPE, mediaType);
        if (expected && isObject(body)) {
            return new Reply(status, body, null);
        }
        return refused(Problem.of(ProblemType.UPSTREAM_ANSWER_UNUSABLE,
                upstream.name() + " answered with status " + status + " and neither a record nor a problem in JSON.",
                upstream.name()), trace);
    }

    public static Reply refused(Problem problem, TraceContext trace) {
        return new Reply(problem.type().status(), problem.body(trace.traceId()), problem);
    }

    /** Whether it is the answer and not a problem. */
    public boolean answered() {
        return status == 200;
    }

    private static boolean is(String expected, String mediaType) {
        return mediaType != null && mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(expected);
    }

    private static boolean isObject(Buffer body) {
        try {
            return body.toJson() instanceof JsonObject;
        } catch (DecodeException e) {
            return false;
        }
    }
}
