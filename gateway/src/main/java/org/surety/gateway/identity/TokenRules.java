package org.surety.gateway.identity;

import java.time.Clock;

import jakarta.inject.Singleton;

import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

import io.quarkus.arc.Unremovable;

/**
 * What a token must keep to beyond signature, issuer, audience, expiry and type, which the extension checks: it cannot have been
 * issued in the future. Found by the extension among the beans of its type.
 */
@Singleton
@Unremovable
class TokenRules implements Validator {

    /** How far the identity provider's clock may be ahead of ours. */
    private static final long CLOCKS_APART_SECONDS = 60;

    private final Clock clock = Clock.systemUTC();

    /** The reason to refuse the token, or null. */
    @Override
    public String validate(JwtContext context) throws MalformedClaimException {
        NumericDate issued = context.getJwtClaims().getIssuedAt();
        boolean early = issued != null && issued.getValue() > clock.instant().getEpochSecond() + CLOCKS_APART_SECONDS;
        return early ? "issued in the future" : null;
    }
}
