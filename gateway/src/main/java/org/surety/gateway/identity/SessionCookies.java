package org.surety.gateway.identity;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;

/**
 * The cookies in which the OIDC extension keeps a session, encrypted: one, or numbered pieces of one that is longer than browsers take.
 */
@Singleton
public class SessionCookies {

    private static final String NAME = "q_session_" + Tenant.BROWSER;

    /** As many as a digest of 256 bits can make use of, if they are random letters and digits. */
    private static final int SHORTEST_KEY = 32;

    private final boolean secure;

    /** @throws IllegalArgumentException if the key could be guessed */
    SessionCookies(Address address,
            @ConfigProperty(name = "quarkus.oidc.browser.token-state-manager.encryption-secret") String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("SURETY_SESSION_KEY: at least " + SHORTEST_KEY + " random characters are needed");
        }
        this.secure = address.secure();
    }

    /** Whether the request brings any; nothing is said about what they are worth. */
    public boolean areIn(HttpServerRequest request) {
        return request.cookies().stream().anyMatch(cookie -> cookie.getName().startsWith(NAME));
    }

    /** Has the browser forget them. */
    public void forget(HttpServerRequest request) {
        for (Cookie cookie : request.cookies().stream().filter(known -> known.getName().startsWith(NAME)).toList()) {
            request.response().addCookie(Cookie.cookie(cookie.getName(), "").setPath("/").setMaxAge(0).setHttpOnly(true)
                    .setSecure(secure).setSameSite(CookieSameSite.LAX));
        }
    }
}
