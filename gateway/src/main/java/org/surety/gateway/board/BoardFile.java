package org.surety.gateway.board;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.EntityTag;
import org.surety.gateway.exchange.Exchange;

import io.vertx.core.buffer.Buffer;

/**
 * One file of the board as it is sent: kept in memory, plain and compressed, each under its own entity tag. It is the same for everybody
 * and holds no data of the register.
 *
 * @param path where it is, an exact canonical path
 * @param mediaType as it stands in the header
 * @param plain its bytes
 * @param zipped the same by gzip, for clients that accept it
 */
record BoardFile(String path, String mediaType, Encoded plain, Encoded zipped) {

    /**
     * What a page of the board may load and do: this origin's scripts and styles, and nothing that stands in the page itself. Text becomes
     * markup only through the policy of the one library that makes templates of it.
     */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types lit-html";

    private static final Map<String, String> MEDIA_TYPES = Map.of("html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "json", "application/json",
            "svg", "image/svg+xml", "png", "image/png", "woff2", "font/woff2");

    /** Bytes and their entity tag. */
    record Encoded(Buffer body, EntityTag tag) {

        static Encoded of(byte[] bytes) {
            Buffer body = Buffer.buffer(bytes);
            return new Encoded(body, EntityTag.of(body));
        }
    }

    /** @throws IllegalStateException if nobody has said what a file of this name is */
    static BoardFile of(String path, byte[] bytes) {
        String mediaType = MEDIA_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (mediaType == null) {
            throw new IllegalStateException("The board has a file without a media type: " + path);
        }
        return new BoardFile(path, mediaType, Encoded.of(bytes), Encoded.of(zip(bytes)));
    }

    /** 200 with what the client accepts, or 304 when it has that already. */
    void send(Exchange exchange, Answers answers, String cacheControl) {
        exchange.answerWith("content-security-policy", CONTENT_SECURITY_POLICY);
        exchange.answerWith("cross-origin-opener-policy", "same-origin");
        exchange.answerWith("cross-origin-resource-policy", "same-origin");
        exchange.answerVariesWith("Accept-Encoding");
        boolean zip = Preferences.in(exchange.request().getHeader("accept-encoding")).accept("gzip");
        if (zip) {
            exchange.answerWith("content-encoding", "gzip");
        }
        Encoded sent = zip ? zipped : plain;
        answers.sendUnlessKnown(exchange, mediaType, sent.body(), sent.tag(), cacheControl);
    }

    private static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return zipped.toByteArray();
    }
}
