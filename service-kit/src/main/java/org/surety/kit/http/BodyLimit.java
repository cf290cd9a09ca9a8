package org.surety.kit.http;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.surety.kit.problem.KitProblem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Keeps bodies small, but on the paths that take files. It stands before the framework's own limit, which is one for all paths and
 * answers without saying why.
 */
@ApplicationScoped
class BodyLimit {

    /** How large a body may be. */
    @ConfigMapping(prefix = "surety.bodies")
    interface Limits {

        /** The JSON of a record is small. */
        @WithDefault("1M")
        MemorySize limit();

        /** The exceptions, by exact path; the framework's own limit must not be below them. */
        Map<String, MemorySize> paths();
    }

    /** Where the framework looks up how many bytes of a body without stated length it may read. */
    private static final String LIMIT_WHILE_READING = "io.quarkus.max-request-size";

    /** The framework's own limit stands at -2, what serves requests from 1,000 on. */
    private static final int BEFORE_THE_FRAMEWORK = -1_000;
    private static final int BEHIND_THE_FRAMEWORK = -1;

    /** What a client still sends after the refusal is read and dropped for so long: else it would never see the answer. */
    private static final long DROP_MILLIS = 5_000;

    private final Limits limits;

    BodyLimit(Limits limits) {
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_THE_FRAMEWORK).handler(this::limit);
        // Behind the framework's handler, which would put its own limit in the place of ours.
        router.route().order(BEHIND_THE_FRAMEWORK).handler(this::limitWhileReading);
    }

    private long limitOf(RoutingContext exchange) {
        return limits.paths().getOrDefault(exchange.normalizedPath(), limits.limit()).asLongValue();
    }

    private void limit(RoutingContext exchange) {
        String length = exchange.request().getHeader("Content-Length");
        if (length == null || !length.matches("[0-9]{1,18}") || Long.parseLong(length) <= limitOf(exchange)) {
            exchange.next();
            return;
        }
        KitProblem type = KitProblem.PAYLOAD_TOO_LARGE;
        exchange.response().putHeader("Connection", "close").putHeader("Content-Type", "application/problem+json")
                .setStatusCode(type.status()).end(new JsonObject().put("type", type.uri().toString()).put("title", type.title())
                        .put("status", type.status()).put("detail", "The body may have " + limitOf(exchange) + " bytes here.")
                        .encode());
        HttpServerRequest request = exchange.request();
        request.resume();
        exchange.vertx().setTimer(DROP_MILLIS, timer -> request.connection().close());
    }

    private void limitWhileReading(RoutingContext exchange) {
        if (exchange.request().getHeader("Content-Length") == null) {
            exchange.put(LIMIT_WHILE_READING, limitOf(exchange));
        }
        exchange.next();
    }
}
