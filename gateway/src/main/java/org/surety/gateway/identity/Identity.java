package org.surety.gateway.identity;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.surety.gateway.exchange.Caller;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Asks for an identity: the token is verified here by the OIDC extension, called directly and for every request. Nothing depends
 * on path policies of the framework. Roles are not looked at; the services decide.
 */
@Singleton
public class Identity {

    private static final Logger LOG = Logger.getLogger(Identity.class);
    private static final String SCHEME = "Bearer ";

    private final HttpAuthenticator authenticator;
    private final IdentityProviderLink provider;

    Identity(HttpAuthenticator authenticator, IdentityProviderLink provider) {
        this.authenticator = authenticator;
        this.provider = provider;
    }

    /**
     * The caller of this request; fails with a {@link Refusal}: {@code unauthenticated}, the same for every reason, or
     * {@code identity-provider-unavailable} if the token could not be checked.
     */
    public Uni<Caller> require(RoutingContext context) {
        if (!carriesOneBearerToken(context.request().headers().getAll("authorization"))) {
            return Uni.createFrom().failure(new Refusal(Problem.unauthenticated()));
        }
        Uni<SecurityIdentity> identity = Uni.createFrom().deferred(() -> authenticator.attemptAuthentication(context));
        Uni<SecurityIdentity> checked = provider.established()
                ? identity
                : provider.establish().flatMap(established -> established ? identity : unavailable());
        return checked.map(Identity::caller).onFailure().transform(Identity::refusal);
    }

    /** Two headers could be read differently here and in the service. */
    private static boolean carriesOneBearerToken(List<String> authorization) {
        return authorization.size() == 1 && authorization.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static Caller caller(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new Refusal(Problem.unauthenticated());
        }
        return new Caller(token.getSubject(), text(token, "party"), text(token, "azp"));
    }

    private static String text(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof String text ? text : null;
    }

    private static <T> Uni<T> unavailable() {
        return Uni.createFrom().failure(unavailableRefusal());
    }

    private static Refusal refusal(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return unavailableRefusal(); // the provider was needed, for a new key, and did not answer
            }
        }
        if (!(failure instanceof AuthenticationFailedException)) {
            LOG.debugf("A token made its verification fail: %s", failure.getClass().getName());
        }
        return new Refusal(Problem.unauthenticated());
    }

    private static Refusal unavailableRefusal() {
        return new Refusal(Problem.passing(ProblemType.IDENTITY_PROVIDER_UNAVAILABLE,
                "The identity provider cannot be reached, so the token could not be checked. Try again.", null));
    }
}
