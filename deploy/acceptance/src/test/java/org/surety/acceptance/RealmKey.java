package org.surety.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A key pair that the test holds and the realm may publish: the only way to make tokens for the running suite that are wrong in one respect
 * alone.
 *
 * @param id as the realm publishes it
 * @param issuer of the realm
 */
record RealmKey(KeyPair pair, String id, String issuer) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIFE_SECONDS = 300;

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** The public modulus as a set of keys writes it. */
    static String modulus(KeyPair pair) {
        byte[] bytes = ((RSAPublicKey) pair.getPublic()).getModulus().toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{ '\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----";
    }

    /** The header of a right token. */
    ObjectNode header() {
        return JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT").put("kid", id);
    }

    /** The claims of a right token of an editor of the exercise. */
    ObjectNode claims() {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = JSON.createObjectNode().put("iss", issuer).put("aud", "surety").put("typ", "Bearer")
                .put("sub", UUID.randomUUID().toString()).put("azp", "ministry-xaa").put("party", "XAA").put("iat", now)
                .put("exp", now + LIFE_SECONDS);
        claims.putArray("roles").add("editor").add("reader");
        return claims;
    }

    /** Signed with this key, whatever header and claims say. */
    String signed(Object header, Object claims) {
        return signed(header, claims, "SHA256withRSA", pair.getPrivate());
    }

    static String signed(Object header, Object claims, String algorithm, PrivateKey key) {
        String content = encoded(header.toString()) + "." + encoded(claims.toString());
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
