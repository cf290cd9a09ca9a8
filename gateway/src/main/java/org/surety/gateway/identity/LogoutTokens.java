package org.surety.gateway.identity;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

/**
 * Takes the identity provider's word that a session has ended (OpenID Connect Back-Channel Logout 1.0). The extension's own handler is
 * not used: it lets one request pass for each token and forgets all of them whenever somebody signs in.
 */
@Singleton
public class LogoutTokens {

    private static final Logger LOG = Logger.getLogger(LogoutTokens.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final IdentityProviderLink provider;
    private final EndedSessions ended;

    LogoutTokens(IdentityProviderLink provider, EndedSessions ended) {
        this.provider = provider;
        this.ended = ended;
    }

    /** Ends the session the token names; fails with {@code logout-token-refused} if it is not one of ours, or names none. */
    public Uni<Void> accept(String token) {
        return provider.once(() -> Uni.createFrom().item(() -> {
            ended.end(session(token));
            return null;
        }));
    }

    private String session(String token) {
        try {
            provider.browser().provider().verifyLogoutJwtToken(token);
            JsonObject claims = OidcCommonUtils.decodeJwtContent(token);
            boolean logout = claims.getValue("events") instanceof JsonObject events && events.containsKey(EVENT);
            if (logout && !claims.containsKey("nonce") && claims.getValue("sid") instanceof String session) {
                return session;
            }
        } catch (InvalidJwtException e) {
            LOG.debugf("A logout token is not valid: %s", e.getErrorDetails());
        }
        throw new Refusal(Problem.of(ProblemType.LOGOUT_TOKEN_REFUSED,
                "A logout token of this register's identity provider that names a session is needed."));
    }
}
