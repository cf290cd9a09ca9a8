package org.surety.gateway.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Who sent a request, as far as the gateway needs to know: for the access log, whose party to ask about, and
 * whose quota to count on. It permits nothing on it.
 *
 * @param subject the token's subject
 * @param party the token's party, or null for somebody who belongs to none
 * @param client the program that the token was issued to, or null where it does not say
 */
public record Caller(String subject, String party, String client) {

    private static final int SHOWN_BYTES = 6;

    /** Tells two callers apart in a log without naming them: the head of a SHA-256 of the subject. */
    public String pseudonym() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
