package org.surety.gateway.board;

import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.surety.gateway.door.OpenResource;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Exchange;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * {@code GET /}: to a browser the board, an empty page that asks the API for everything it shows; to a program what this is and where its
 * description lies. A client gets the page if it names {@code text/html} in {@code Accept}.
 */
@Singleton
class Index implements OpenResource {

    /** Asked for again each time, and answered with 304 unless there is a new board. */
    private static final String ASK_AGAIN = "no-cache";

    private final BoardFiles files;
    private final Answers answers;
    private final Buffer body;

    Index(BoardFiles files, Answers answers, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.files = files;
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
        return Set.of(BoardFiles.PAGE);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.answeredHere(BoardFiles.PAGE);
        exchange.answerVariesWith("Accept");
        if (files.page().isPresent() && Preferences.in(exchange.request().getHeader("accept")).accept("text/html")) {
            files.page().get().send(exchange, answers, ASK_AGAIN);
            return;
        }
        answers.send(exchange, 200, "application/json", body,
                Map.of("link", "</openapi>; rel=\"service-desc\"", "cache-control", "public, max-age=60"));
    }
}
