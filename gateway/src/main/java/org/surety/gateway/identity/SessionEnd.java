package org.surety.gateway.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.surety.gateway.exchange.Session;

import io.vertx.core.http.HttpServerRequest;

/** Ends a browser's session: its cookies, what they are still good for here, and what they are good for at the identity provider. */
@Singleton
public class SessionEnd {

    private static final Logger LOG = Logger.getLogger(SessionEnd.class);

    private final IdentityProviderLink provider;
    private final EndedSessions ended;
    private final SessionCookies cookies;
    private final Address address;

    SessionEnd(IdentityProviderLink provider, EndedSessions ended, SessionCookies cookies, Address address) {
        this.provider = provider;
        this.ended = ended;
        this.cookies = cookies;
        this.address = address;
    }

    /** From now on the cookies are worth nothing here; elsewhere they cannot be renewed, once the provider has heard of it. */
    public void end(HttpServerRequest request, Session session) {
        ended.end(session.id());
        cookies.forget(request);
        if (session.refreshToken() != null) {
            provider.browser().getOidcProviderClient().revokeRefreshToken(session.refreshToken()).subscribe().with(
                    revoked -> LOG.debugf("Refresh token revoked: %s", revoked),
                    failure -> LOG.warnf("A refresh token could not be revoked: %s", failure.getClass().getName()));
        }
    }

    /**
     * Where a browser ends its session at the identity provider, if that offers it.
     *
     * @param then the path here to which the person may come back
     */
    public Optional<String> atProvider(String then) {
        return Optional.ofNullable(provider.browser().getOidcMetadata().getEndSessionUri())
                .map(end -> end + "?client_id=" + encoded(provider.browser().oidcConfig().clientId().orElseThrow())
                        + "&post_logout_redirect_uri=" + encoded(address.origin() + then));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
