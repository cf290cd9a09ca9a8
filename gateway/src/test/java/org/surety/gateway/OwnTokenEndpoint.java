package org.surety.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.jose4j.jwt.NumericDate;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/**
 * Exchanges a code for tokens as the code itself says, so that a test decides what the identity provider does: its members are
 * {@code nonce}, {@code challenge}, {@code sid}, {@code lifetime} in seconds and, for the tokens of a renewal, {@code renewed}.
 */
final class OwnTokenEndpoint {

    private final Tokens tokens;

    OwnTokenEndpoint(Tokens tokens) {
        this.tokens = tokens;
    }

    static String code(JsonObject wish) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(wish.toBuffer().getBytes());
    }

    void answer(HttpServerRequest request) {
        request.setExpectMultipart(true);
        request.endHandler(end -> {
            JsonObject answer = tokens(request);
            request.response().setStatusCode(answer.containsKey("error") ? 400 : 200).putHeader("content-type", "application/json")
                    .end(answer.toBuffer());
        });
    }

    private JsonObject tokens(HttpServerRequest request) {
        String client = new String(Base64.getDecoder().decode(request.getHeader("authorization").substring("Basic ".length())),
                StandardCharsets.UTF_8);
        if (!client.startsWith("gateway:")) {
            return error("invalid_client");
        }
        boolean renewal = "refresh_token".equals(request.getFormAttribute("grant_type"));
        JsonObject wish = wish(request.getFormAttribute(renewal ? "refresh_token" : "code"));
        if (!renewal) {
            return proven(wish, request.getFormAttribute("code_verifier"))
                    ? tokens(wish, wish.getInteger("lifetime"))
                    : error("invalid_grant");
        }
        return wish.containsKey("renewed") ? tokens(wish, wish.getInteger("renewed")) : error("invalid_grant");
    }

    private JsonObject tokens(JsonObject wish, int lifetime) {
        NumericDate expiry = NumericDate.fromSeconds(NumericDate.now().getValue() + lifetime);
        return new JsonObject().put("token_type", "Bearer").put("expires_in", lifetime).put("refresh_token", code(wish))
                .put("access_token", tokens.with(claims -> claims.setExpirationTime(expiry)))
                .put("id_token", tokens.with(claims -> {
                    claims.setExpirationTime(expiry);
                    claims.setAudience("gateway");
                    claims.setStringClaim("typ", "ID");
                    claims.setStringClaim("sid", wish.getString("sid"));
                    claims.setStringClaim("nonce", wish.getString("nonce"));
                }));
    }

    private static boolean proven(JsonObject wish, String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Tokens.encoded(digest).equals(wish.getString("challenge"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject wish(String code) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(code), StandardCharsets.UTF_8));
    }

    private static JsonObject error(String error) {
        return new JsonObject().put("error", error);
    }
}
