package org.surety.gateway.exchange;

import io.vertx.core.MultiMap;

/**
 * What every answer carries, whoever made it: data for programs, never a page, so a browser may do nothing with it, and nothing classified.
 */
public final class SecurityHeaders {

    private SecurityHeaders() {
    }

    public static void addTo(MultiMap headers) {
        headers.set("x-content-type-options", "nosniff");
        headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
        headers.set("referrer-policy", "no-referrer");
        headers.set("surety-handling", "not-accredited-for-classified-information");
    }
}
