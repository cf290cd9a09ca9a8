package org.surety.gateway.relay;

import java.util.List;

import org.surety.gateway.exchange.SecurityHeaders;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.route.Upstream;

import io.vertx.core.MultiMap;

/**
 * Makes a service's answer head fit for outside: nothing about the inner connection or the inner address, and links that work
 * from where the client is.
 */
final class ResponseHeaders {

    private static final List<String> INNER = List.of("connection", "keep-alive", "proxy-authenticate", "proxy-connection", "te",
            "trailer", "upgrade", "server", "x-powered-by", "via", "set-cookie");
    private static final List<String> LINKS = List.of("location", "content-location", "link");

    private ResponseHeaders() {
    }

    static void rewrite(MultiMap headers, Upstream upstream) {
        for (String value : headers.getAll("connection")) {
            for (String name : value.split(",")) {
                headers.remove(name.strip());
            }
        }
        INNER.forEach(headers::remove);
        for (String name : LINKS) {
            List<String> values = headers.getAll(name);
            if (!values.isEmpty()) {
                headers.set(name, values.stream().map(value -> relative(value, upstream)).toList());
            }
        }
        if (!headers.contains("cache-control")) {
            // A service that says nothing means "yours alone, ask again"; a problem is not worth keeping.
            boolean problem = headers.contains("content-type", Problem.MEDIA_TYPE, true);
            headers.set("cache-control", problem ? "no-store" : "private, no-cache");
        }
        SecurityHeaders.addTo(headers);
    }

    /** Services make absolute URLs of the address they were called by; without scheme and host they hold for everybody. */
    private static String relative(String value, Upstream upstream) {
        String scheme = upstream.secure() ? "https://" : "http://";
        return value.replace(scheme + upstream.host() + ":" + upstream.port() + "/", "/")
                .replace(scheme + upstream.host() + "/", "/");
    }
}
