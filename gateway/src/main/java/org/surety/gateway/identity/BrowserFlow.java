package org.surety.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.exchange.Session;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * The authorization code flow of the OIDC extension, driven by hand: it redirects nobody but who asks to sign in, and reads a code on
 * no other path than the one for it. PKCE, state, nonce, the exchange of the code, renewal and the encryption of the cookies are its.
 */
@Singleton
public class BrowserFlow {

    private static final Logger LOG = Logger.getLogger(BrowserFlow.class);

    private final HttpAuthenticator authenticator;
    private final IdentityProviderLink provider;
    private final EndedSessions ended;
    private final SessionCookies cookies;
    private final Duration idle;

    BrowserFlow(HttpAuthenticator authenticator, IdentityProviderLink provider, EndedSessions ended, SessionCookies cookies,
            GatewayConfiguration configuration) {
        this.authenticator = authenticator;
        this.provider = provider;
        this.ended = ended;
        this.cookies = cookies;
        this.idle = configuration.session().idle();
    }

    /** Where to send the browser; what it has to bring back is in a cookie of the answer. */
    public Uni<String> begin(RoutingContext context) {
        Tenant.browser(context);
        return provider.once(() -> authenticator.getChallenge(context)).map(BrowserFlow::destination);
    }

    /**
     * Takes the code with which the identity provider sent the browser back, and opens the session in cookies of the answer; fails with
     * a {@link Refusal} {@code sign-in-failed} if it is not the answer to what this browser began.
     */
    public Uni<Void> complete(RoutingContext context) {
        Tenant.browser(context);
        return provider.once(() -> authenticator.attemptAuthentication(context))
                // The extension ends a sign-in that went well by sending the browser on.
                .map(identity -> false).onFailure(AuthenticationRedirectException.class).recoverWithItem(true)
                .onFailure().transform(BrowserFlow::failure)
                .map(opened -> {
                    if (!opened) {
                        throw failed();
                    }
                    return null;
                });
    }

    /** The session of this request, renewed if its tokens were about to expire; fails if there is none that is good. */
    Uni<Session> open(RoutingContext context) {
        Set<String> before = Set.copyOf(context.data().keySet());
        Tenant.browser(context);
        return authenticator.attemptAuthentication(context).map(identity -> {
            Session session = session(context, identity);
            if (ended.contains(session.id())) {
                cookies.forget(context.request());
                throw new AuthenticationFailedException("ended");
            }
            // What follows is about the access token alone, as if it had come by itself.
            context.data().keySet().retainAll(before);
            return session;
        });
    }

    private Session session(RoutingContext context, SecurityIdentity identity) {
        AuthorizationCodeTokens tokens = context.get(AuthorizationCodeTokens.class.getName());
        if (identity == null || tokens == null || !(identity.getPrincipal() instanceof JsonWebToken idToken)
                || !(idToken.getClaim("sid") instanceof String id)) {
            throw new AuthenticationFailedException("no session");
        }
        Instant until = Instant.ofEpochSecond(idToken.getExpirationTime()).plus(idle);
        return new Session(id, tokens.getAccessToken(), tokens.getRefreshToken(), until);
    }

    private static String destination(ChallengeData challenge) {
        if (challenge == null || challenge.status != 302) {
            throw failed();
        }
        return challenge.getHeaders().get(HttpHeaders.LOCATION);
    }

    private static Throwable failure(Throwable failure) {
        if (failure instanceof Refusal) {
            return failure;
        }
        LOG.debugf("A sign-in failed: %s", failure.getClass().getName());
        return ProviderAway.caused(failure) ? ProviderAway.refusal() : failed();
    }

    private static Refusal failed() {
        return new Refusal(Problem.of(ProblemType.SIGN_IN_FAILED, "The sign-in was not completed. Begin again at /sign-in."));
    }
}
