package org.surety.kit.problem;

/** The problem types that every service shares. */
public enum KitProblem implements ProblemType {
    // One a line, whatever the formatter thinks of it.
    // @formatter:off
    INVALID_REQUEST(400, "The request is not valid"),
    UNKNOWN_PARAMETER(400, "A query parameter is not known here"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    NOT_PERMITTED(403, "The policy does not permit this"),
    NOT_FOUND(404, "There is no such record"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "No representation is acceptable"),
    REQUEST_IN_PROGRESS(409, "The same request is being worked on"),
    LOG_DIVERGED(409, "The place in the log does not exist in this log"),
    NOT_YET_KNOWN(409, "What was known at that instant cannot be told yet"),
    REPLAY_FAILED(409, "The change still cannot be applied"),
    STALE_VERSION(412, "The record has changed since"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not supported"),
    KEY_REUSED(422, "The idempotency key was used for another request"),
    VERSION_REQUIRED(428, "The version to change must be named"),
    INTERNAL_ERROR(500, "The request failed on our side"),
    TEMPORARILY_UNAVAILABLE(503, "A part of the service is not available");
    // @formatter:on

    private final int status;
    private final String title;

    KitProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    /** The type of an error that the framework made and that carries nothing but a status; null where there is none. */
    static KitProblem ofStatus(int status) {
        return switch (status) {
            case 400 -> INVALID_REQUEST;
            case 401 -> UNAUTHENTICATED;
            case 403 -> NOT_PERMITTED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 500 -> INTERNAL_ERROR;
            case 503 -> TEMPORARILY_UNAVAILABLE;
            default -> null;
        };
    }
}
