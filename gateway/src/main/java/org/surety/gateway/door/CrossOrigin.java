package org.surety.gateway.door;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Exchange;

/**
 * Which web pages of other origins may call the API from a browser: those of a list of exact origins, and by default none. They send a
 * token as every program does. Credentials that a browser adds by itself are never allowed to them, and there is no wildcard: an origin that is not listed
 * gets not one header of this.
 */
@Singleton
class CrossOrigin {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?");
    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
    /** What a page may read of an answer beside its body. */
    private static final String EXPOSED = "Content-Disposition, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After";
    private static final String KEEP_SECONDS = "600";

    private final Set<String> origins;
    private final String headers;
    private final Answers answers;

    @Inject
    CrossOrigin(GatewayConfiguration configuration, Answers answers) {
        this(configuration.cors().origins().orElse(List.of()), configuration.relay().requestHeaders(), answers);
    }

    /** @throws IllegalArgumentException if one is not an origin as a browser writes it */
    CrossOrigin(List<String> origins, List<String> headers, Answers answers) {
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException("surety.gateway.cors.origins: '" + origin + "' is not scheme://host[:port]");
            }
        }
        this.origins = new LinkedHashSet<>(origins);
        this.headers = String.join(", ", headers);
        this.answers = answers;
    }

    /** Lets the answer tell the browser, whatever it will be: a page should be able to read a refusal too. */
    void mark(Exchange exchange) {
        if (origins.isEmpty()) {
            return;
        }
        exchange.answerVariesWith("Origin"); // also where there is none, or a cache would hand that answer to a page
        if (isListed(exchange)) {
            exchange.answerWith("access-control-allow-origin", exchange.request().getHeader("origin"));
            exchange.answerWith("access-control-expose-headers", EXPOSED);
        }
    }

    /** Answers what a browser asks before it sends a listed origin's request. It carries no token; everything else needs one. */
    boolean answersPreflight(Exchange exchange) {
        if (!exchange.request().method().name().equals("OPTIONS") || !isListed(exchange)
                || !exchange.request().headers().contains("access-control-request-method")) {
            return false;
        }
        answers.send(exchange, 204, null, null, Map.of("access-control-allow-methods", METHODS,
                "access-control-allow-headers", headers, "access-control-max-age", KEEP_SECONDS, "cache-control", "no-store"));
        return true;
    }

    private boolean isListed(Exchange exchange) {
        List<String> sent = exchange.request().headers().getAll("origin");
        return sent.size() == 1 && origins.contains(sent.get(0));
    }
}
