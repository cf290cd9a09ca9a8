package org.surety.gateway.identity;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.surety.gateway.exchange.Caller;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.Refusal;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Asks for an identity: the token, or the session that brings one, is verified here by the OIDC extension, called directly and for every
 * request. Nothing depends on path policies of the framework. Roles are not looked at; the services decide.
 */
@Singleton
public class Identity {

    private static final Logger LOG = Logger.getLogger(Identity.class);
    private static final String SCHEME = "Bearer ";

    private final HttpAuthenticator authenticator;
    private final IdentityProviderLink provider;
    private final SessionCookies cookies;
    private final OwnPages pages;
    private final BrowserFlow browser;

    Identity(HttpAuthenticator authenticator, IdentityProviderLink provider, SessionCookies cookies, OwnPages pages,
            BrowserFlow browser) {
        this.authenticator = authenticator;
        this.provider = provider;
        this.cookies = cookies;
        this.pages = pages;
        this.browser = browser;
    }

    /**
     * The caller of this request; fails with a {@link Refusal}: {@code unauthenticated}, the same for every reason, or
     * {@code identity-provider-unavailable} if the token could not be checked; in a browser session also for what its rules are.
     * <p>
     * A request with an {@code Authorization} header is a program's, and its cookies are not looked at, whether the token is good or not:
     * what was stated counts before what a browser attaches by itself, and nobody acts as somebody else because a token expired.
     */
    public Uni<Caller> require(RoutingContext context) {
        List<String> authorization = context.request().headers().getAll("authorization");
        if (authorization.isEmpty() && cookies.areIn(context.request())) {
            return Uni.createFrom().deferred(() -> ofSession(context)).onFailure().transform(Identity::refusal);
        }
        if (!carriesOneBearerToken(authorization)) {
            return Uni.createFrom().failure(new Refusal(Problem.unauthenticated()));
        }
        return provider.once(() -> ofToken(context)).onFailure().transform(Identity::refusal);
    }

    private Uni<Caller> ofToken(RoutingContext context) {
        return authenticator.attemptAuthentication(context).map(Identity::caller);
    }

    /** The session only brings the token: it is then checked like any other, and the services see no difference. */
    private Uni<Caller> ofSession(RoutingContext context) {
        pages.require(context.request());
        return provider.once(() -> browser.open(context)).chain(session -> {
            context.request().headers().set("authorization", SCHEME + session.accessToken());
            return ofToken(context).map(caller -> caller.in(session));
        });
    }

    /** Two headers could be read differently here and in the service. */
    private static boolean carriesOneBearerToken(List<String> authorization) {
        return authorization.size() == 1 && authorization.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static Caller caller(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new Refusal(Problem.unauthenticated());
        }
        return new Caller(token.getSubject(), text(token, "party"), text(token, "azp"),
                text(token, "preferred_username"),
                identity.getRoles().stream().sorted().toList(), Instant.ofEpochSecond(token.getExpirationTime()), null);
    }

    private static String text(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof String text ? text : null;
    }

    private static Throwable refusal(Throwable failure) {
        if (failure instanceof Refusal) {
            return failure;
        }
        if (ProviderAway.caused(failure)) {
            return ProviderAway.refusal(); // it was needed, for a new key or new tokens, and did not answer
        }
        if (!(failure instanceof AuthenticationFailedException)) {
            LOG.debugf("A token made its verification fail: %s", failure.getClass().getName());
        }
        return new Refusal(Problem.unauthenticated());
    }
}
