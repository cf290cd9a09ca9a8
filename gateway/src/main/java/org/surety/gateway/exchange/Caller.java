package org.surety.gateway.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Who sent a request, as far as the gateway needs to know: for the access log, whose party to ask about, whose quota to count on, and to
 * tell the callers themselves. It permits nothing on it.
 *
 * @param subject the token's subject
 * @param party the token's party, or null for somebody who belongs to none
 * @param client the program that the token was issued to, or null where it does not say
 * @param name the user's or program's name at the identity provider, or null
 * @param roles those of the register
 * @param until when the token expires
 * @param session of the browser that the request comes from, or null for a program with a token of its own
 */
public record Caller(String subject, String party, String client, String name, List<String> roles, Instant until, Session session) {

    private static final int SHOWN_BYTES = 6;

    public Caller in(Session browsers) {
        return new Caller(subject, party, client, name, roles, until, browsers);
    }

    public Optional<Session> signedIn() {
        return Optional.ofNullable(session);
    }

    /** Who is counted as one where there are limits: a subject by one program. */
    public String counted() {
        return client + ' ' + subject;
    }

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
