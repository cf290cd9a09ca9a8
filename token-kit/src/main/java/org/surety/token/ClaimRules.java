package org.surety.token;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;

/** What the claims of every token must keep to, whichever kind it is of. RFC 7519; RFC 7800 for tokens that are bound to a key. */
public final class ClaimRules {

    /** How far the identity provider's clock may be ahead of ours. */
    private static final long CLOCKS_APART_SECONDS = 60;

    private ClaimRules() {
    }

    /**
     * The reason to refuse a token with these claims.
     *
     * @param now of the machine's clock: by what day the register is asked about has nothing to do with who asks
     * @throws MalformedClaimException for a registered claim of another form than the standard gives it
     */
    public static Optional<String> fault(JwtClaims claims, Instant now) throws MalformedClaimException {
        NumericDate issued = claims.getIssuedAt();
        if (issued != null && issued.getValue() > now.getEpochSecond() + CLOCKS_APART_SECONDS) {
            return Optional.of("issued in the future");
        }
        if (claims.hasClaim("cnf")) {
            return Optional.of("bound to a key whose possession nothing proves here");
        }
        return ofActor(claims);
    }

    /** What becomes the actor is of the form it is used in; who belongs to no party has no such claim. */
    private static Optional<String> ofActor(JwtClaims claims) throws MalformedClaimException {
        if (claims.getSubject() != null && claims.getSubject().isBlank()) {
            return Optional.of("an empty subject");
        }
        if (claims.hasClaim("party") && !(claims.getClaimValue("party") instanceof String code && isText(code))) {
            return Optional.of("a party that is no text");
        }
        if (claims.hasClaim("azp") && !(claims.getClaimValue("azp") instanceof String)) {
            return Optional.of("a client that is no text");
        }
        if (claims.hasClaim("roles")
                && !(claims.getClaimValue("roles") instanceof Collection<?> roles
                        && roles.stream().allMatch(String.class::isInstance))) {
            return Optional.of("roles that are no list of texts");
        }
        return Optional.empty();
    }

    /** A party that the register does not know sees what is public; what no party can be called is refused. */
    private static boolean isText(String code) {
        return !code.isBlank() && code.chars().noneMatch(Character::isISOControl);
    }
}
