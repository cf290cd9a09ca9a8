package org.surety.gateway.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** What the gateway answers itself, described by hand in {@code openapi/gateway.json}: there is no framework here that could. */
final class OwnDocument {

    private static final String RESOURCE = "/openapi/gateway.json";

    private OwnDocument() {
    }

    static ServiceDocument read() {
        try (InputStream document = OwnDocument.class.getResourceAsStream(RESOURCE)) {
            return ServiceDocument.of("gateway", new JsonObject(Buffer.buffer(document.readAllBytes())), path -> true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
