package org.surety.gateway.openapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.GatewayConfiguration.DocumentConfiguration;
import org.surety.gateway.door.OpenResource;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.route.RouteTable;
import org.surety.gateway.route.Upstream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * {@code GET /openapi}: one description of everything that can be called through the gateway. While a service has never been
 * seen, the rest is served with the missing ones named in {@code x-surety-missing}; while none has, there is nothing to serve.
 */
@Singleton
class ApiDescription implements OpenResource {

    private final ApiDocuments documents;
    private final RouteTable routes;
    private final Answers answers;
    private final DocumentConfiguration settings;
    private final String version;
    private final AtomicReference<Future<Edition>> current = new AtomicReference<>();

    ApiDescription(ApiDocuments documents, RouteTable routes, Answers answers, GatewayConfiguration configuration,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.documents = documents;
        this.routes = routes;
        this.answers = answers;
        this.settings = configuration.document();
        this.version = version;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/openapi", "/openapi.json");
    }

    @Override
    public void answer(Exchange exchange) {
        edition().onSuccess(edition -> answer(exchange, edition)).onFailure(failure -> answers.refuse(exchange, Problem.passing(
                ProblemType.UPSTREAM_UNREACHABLE, "No service could be asked for its description. Try again.", null)));
    }

    private void answer(Exchange exchange, Edition edition) {
        Map<String, String> headers = Map.of("etag", edition.tag(), "cache-control", "public, no-cache");
        String known = exchange.request().getHeader("if-none-match");
        if (known != null && (known.equals("*") || List.of(known.split("\\s*,\\s*")).contains(edition.tag()))) {
            answers.send(exchange, 304, null, null, headers);
        } else {
            answers.send(exchange, 200, "application/json", edition.body(), headers);
        }
    }

    /** The kept edition while it is fresh; one new one is made at a time, for all who ask. */
    private Future<Edition> edition() {
        Future<Edition> known = current.get();
        if (known != null && (!known.isComplete() || known.succeeded() && known.result().fresh())) {
            return known;
        }
        Future<Edition> made = make();
        current.compareAndSet(known, made);
        return made;
    }

    private Future<Edition> make() {
        List<Upstream> upstreams = List.copyOf(routes.upstreams());
        List<Future<Optional<ServiceDocument>>> asked = upstreams.stream().map(documents::of).toList();
        return Future.all(asked).map(answered -> {
            List<ServiceDocument> parts = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                String name = upstreams.get(i).name();
                asked.get(i).result().ifPresentOrElse(parts::add, () -> missing.add(name));
            }
            if (parts.isEmpty()) {
                throw new IllegalStateException("no service has a description");
            }
            Duration keep = missing.isEmpty() ? settings.keep() : settings.keepIncomplete();
            return Edition.of(MergedDocument.of(parts, missing, version), keep);
        });
    }

    /** The document as it is sent. */
    private record Edition(Buffer body, String tag, long madeNanos, long keepNanos) {

        static Edition of(JsonObject document, Duration keep) {
            String text = document.encodePrettily();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            try {
                String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
                return new Edition(Buffer.buffer(bytes), '"' + digest + '"', System.nanoTime(), keep.toNanos());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        boolean fresh() {
            return System.nanoTime() - madeNanos < keepNanos;
        }
    }
}
