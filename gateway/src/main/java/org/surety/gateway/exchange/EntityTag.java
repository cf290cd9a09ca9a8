package org.surety.gateway.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The strong entity tag of what the gateway makes itself: a digest of its bytes, quoted as it stands in the header. */
public record EntityTag(String value) {

    private static final int SHOWN_BYTES = 16;

    public static EntityTag of(Buffer body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            return new EntityTag('"' + HexFormat.of().formatHex(digest, 0, SHOWN_BYTES) + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether the client says that it has this already. */
    boolean isKnownTo(HttpServerRequest request) {
        String known = request.getHeader("if-none-match");
        return known != null && (known.equals("*") || List.of(known.split("\\s*,\\s*")).contains(value));
    }
}
