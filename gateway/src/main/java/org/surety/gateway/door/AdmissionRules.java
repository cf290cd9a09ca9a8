package org.surety.gateway.door;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * What every request must keep to before anybody asks who sent it: sizes, method, one way to read its frame.
 */
@Singleton
class AdmissionRules {

    /** The API has no PATCH; TRACE and CONNECT are nobody's business. */
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,255}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final int uriLimit;
    private final int headerLimit;

    AdmissionRules(GatewayConfiguration configuration) {
        this.uriLimit = configuration.limits().uri();
        this.headerLimit = configuration.limits().headers();
    }

    /** @throws Refusal naming the rule that is broken */
    void check(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_1_1) {
            // Without chunks an answer of unknown length would have to be collected in memory first.
            throw refusal(ProblemType.HTTP_VERSION_NOT_SUPPORTED, "The gateway speaks HTTP/1.1.");
        }
        if (request.uri().length() > uriLimit) {
            throw refusal(ProblemType.URI_TOO_LONG, "A request target may have " + uriLimit + " characters.");
        }
        checkHeaderSize(request);
        if (!METHODS.contains(request.method().name())) {
            throw new Refusal(Problem.methodNotAllowed(String.join(", ", METHODS)));
        }
        checkFrame(request);
    }

    private void checkHeaderSize(HttpServerRequest request) {
        long size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        if (size > headerLimit) {
            throw refusal(ProblemType.HEADER_TOO_LARGE, "All headers together may have " + headerLimit + " characters.");
        }
    }

    private static void checkFrame(HttpServerRequest request) {
        List<String> host = request.headers().getAll("host");
        if (host.size() != 1 || !HOST.matcher(host.get(0)).matches()) {
            throw refusal(ProblemType.MALFORMED_REQUEST, "One Host header with a host and an optional port is needed.");
        }
        List<String> encoding = request.headers().getAll("transfer-encoding");
        if (!encoding.isEmpty() && (encoding.size() != 1 || !encoding.get(0).equalsIgnoreCase("chunked"))) {
            throw refusal(ProblemType.MALFORMED_REQUEST, "The only transfer encoding is 'chunked'.");
        }
        List<String> length = request.headers().getAll("content-length");
        if (!length.isEmpty() && (length.size() != 1 || !encoding.isEmpty() || !LENGTH.matcher(length.get(0)).matches())) {
            throw refusal(ProblemType.MALFORMED_REQUEST, "The length of the body is ambiguous.");
        }
    }

    private static Refusal refusal(ProblemType type, String detail) {
        return new Refusal(Problem.of(type, detail));
    }
}
