package org.surety.gateway.door;

import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Exchange;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * {@code GET /}: says what this is and where its description lies.
 */
@Singleton
class Index implements OpenResource {

    private final Answers answers;
    private final Buffer body;

    Index(Answers answers, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.answers = answers;
        this.body = new JsonObject()
                .put("name", "Surety")
                .put("version", version)
                .put("links", new JsonArray().add(new JsonObject()
                        .put("rel", "service-desc").put("href", "/openapi").put("type", "application/json")))
                .toBuffer();
    }

    @Override
    public Set<String> paths() {
        return Set.of("/");
    }

    @Override
    public void answer(Exchange exchange) {
        answers.send(exchange, 200, "application/json", body,
                Map.of("link", "</openapi>; rel=\"service-desc\"", "cache-control", "public, max-age=60"));
    }
}
