package org.surety.release.identity;

import java.time.Clock;
import java.util.Set;

import jakarta.inject.Singleton;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.surety.token.ClaimRules;

import io.quarkus.arc.Unremovable;

/**
 * What a token must keep to beyond signature, algorithm, issuer, audience, expiry and type, which the extension checks: whoever reaches a
 * service past the gateway gains nothing. Found by the extension among the beans of its type.
 */
@Singleton
@Unremovable
class TokenRules implements Validator {

    private static final String ANY_TYPE = "JWT";
    /** The types of an access token in its header. RFC 9068. */
    private static final Set<String> ACCESS_TYPES = Set.of("at+jwt", "application/at+jwt");

    private final Clock clock = Clock.systemUTC();

    /** The reason to refuse the token, or null. */
    @Override
    public String validate(JwtContext context) throws MalformedClaimException {
        JwtClaims claims = context.getJwtClaims();
        if (!isAccess(context.getJoseObjects().get(0).getHeaders().getObjectHeaderValue("typ"), claims)) {
            return "a token of another kind";
        }
        return ClaimRules.fault(claims, clock.instant()).orElse(null);
    }

    /** The extension looks at the claim only where there is one: a token has to say in one place that it is an access token. */
    private static boolean isAccess(Object type, JwtClaims claims) {
        return type == null || type.equals(ANY_TYPE) ? claims.hasClaim("typ") : ACCESS_TYPES.contains(type);
    }
}
