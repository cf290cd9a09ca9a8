package org.surety.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.function.Consumer;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.JsonObject;

/**
 * Tokens with the test's own key, correct unless changed.
 *
 * @param issuer as the gateway knows it
 * @param key private
 */
public record Tokens(String issuer, RsaJsonWebKey key) {

    public static Tokens of(String issuer, String privateKey) throws JoseException {
        return new Tokens(issuer, (RsaJsonWebKey) JsonWebKey.Factory.newJwk(privateKey));
    }

    public String valid() {
        return with(claims -> {
        });
    }

    /** A properly signed token whose claims were changed. */
    public String with(Consumer<JwtClaims> change) {
        JwtClaims claims = claims();
        change.accept(claims);
        return signed(claims.toJson());
    }

    public JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience("surety");
        claims.setSubject("0134af7e-ef5f-5042-943e-689bb5b8a25f");
        claims.setIssuedAt(NumericDate.now());
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("typ", "Bearer");
        claims.setStringClaim("party", "XAA");
        return claims;
    }

    /** Claims as text, to sign what no library would write. */
    public String signed(String claims) {
        return signed(new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", OwnIssuer.KEY_ID).encode(), claims);
    }

    /** Signed with RS256 and the own key, whatever the header says. */
    public String signed(String header, String claims) {
        String content = encoded(header.getBytes(StandardCharsets.UTF_8)) + "." + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivateKey());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
