package org.surety.gateway.problem;

/**
 * Everything the gateway itself refuses, one constant per rule a client can act on. Each has a page
 * {@code docs/problems/<type>.md}; a test fails on a constant without page or without test.
 */
public enum ProblemType {

    // One a line, whatever the formatter thinks of it.
    // @formatter:off
    NON_CANONICAL_PATH("non-canonical-path", 400, "The request target is not in canonical form"),
    MALFORMED_REQUEST("malformed-request", 400, "The request is not well formed"),
    INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
    UNKNOWN_PARAMETER("unknown-parameter", 400, "A query parameter is not known here"),
    SIGN_IN_FAILED("sign-in-failed", 400, "The sign-in was not completed"),
    LOGOUT_TOKEN_REFUSED("logout-token-refused", 400, "The logout token is not valid"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid access token is needed"),
    NOT_PERMITTED("not-permitted", 403, "The policy does not permit this"),
    CROSS_ORIGIN("cross-origin", 403, "The request does not come from a page of this register"),
    SESSION_HEADER_MISSING("session-header-missing", 403, "A browser session needs a header here"),
    NOT_FOUND("not-found", 404, "There is nothing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method is not allowed here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No representation is acceptable"),
    REQUEST_TIMEOUT("request-timeout", 408, "The request did not arrive in time"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The request body is too large"),
    URI_TOO_LONG("uri-too-long", 414, "The request target is too long"),
    RATE_LIMITED("rate-limited", 429, "Too many requests"),
    HEADER_TOO_LARGE("header-too-large", 431, "The request headers are too large"),
    INTERNAL_ERROR("internal-error", 500, "Something failed on our side"),
    UPSTREAM_UNREACHABLE("upstream-unreachable", 502, "A service of the suite cannot be reached"),
    UPSTREAM_ANSWER_UNUSABLE("upstream-answer-unusable", 502, "A service of the suite gave no usable answer"),
    UPSTREAM_BUSY("upstream-busy", 503, "A service of the suite has no place free"),
    UPSTREAM_AWAY("upstream-away", 503, "A service of the suite does not answer"),
    IDENTITY_PROVIDER_UNAVAILABLE("identity-provider-unavailable", 503, "Tokens cannot be checked at the moment"),
    UPSTREAM_TIMEOUT("upstream-timeout", 504, "A service of the suite did not answer in time"),
    HTTP_VERSION_NOT_SUPPORTED("http-version-not-supported", 505, "HTTP/1.1 is needed");
    // @formatter:on

    private static final String CATALOGUE = "https://surety.example/problems/";

    private final String type;
    private final int status;
    private final String title;

    ProblemType(String type, int status, String title) {
        this.type = type;
        this.status = status;
        this.title = title;
    }

    /** The last segment of the type's URI, and the name of its page. */
    public String type() {
        return type;
    }

    public String uri() {
        return CATALOGUE + type;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
