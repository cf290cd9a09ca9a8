package org.surety.gateway.identity;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.surety.token.ClaimRules;

import io.quarkus.arc.Unremovable;

/**
 * What a token must keep to beyond signature, algorithm, issuer, audience, expiry and type, which the extension checks. Found by
 * the extension among the beans of its type, and asked about ID and logout tokens too.
 */
@Singleton
@Unremovable
class TokenRules implements Validator {

    private static final String ANY_TYPE = "JWT";
    /** The types of an access token in its header (RFC 9068), and of a logout token. */
    private static final Set<String> ACCESS_TYPES = Set.of("at+jwt", "application/at+jwt");
    private static final Set<String> LOGOUT_TYPES = Set.of("logout+jwt", "application/logout+jwt");

    private final Clock clock = Clock.systemUTC();
    private final List<String> audiences;

    TokenRules(@ConfigProperty(name = "quarkus.oidc.token.audience") List<String> audiences) {
        this.audiences = audiences;
    }

    /** The reason to refuse the token, or null. */
    @Override
    public String validate(JwtContext context) throws MalformedClaimException {
        JwtClaims claims = context.getJwtClaims();
        if (!isOfAKind(context.getJoseObjects().get(0).getHeaders().getObjectHeaderValue("typ"), claims)) {
            return "a token of another kind";
        }
        return ClaimRules.fault(claims, clock.instant()).orElse(null);
    }

    /** The extension looks at the claim only where there is one: what is for the API has to say in one place that it is an access token. */
    private boolean isOfAKind(Object type, JwtClaims claims) throws MalformedClaimException {
        if (type == null || type.equals(ANY_TYPE)) {
            return claims.hasClaim("typ") || claims.getAudience().stream().noneMatch(audiences::contains);
        }
        return ACCESS_TYPES.contains(type) || LOGOUT_TYPES.contains(type) && "Logout".equals(claims.getClaimValue("typ"));
    }
}
