package org.surety.gateway.openapi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.GatewayConfiguration.DocumentConfiguration;
import org.surety.gateway.door.OpenResource;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.EntityTag;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.route.RouteTable;
import org.surety.gateway.route.Upstream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * {@code GET /openapi}: one description of everything that can be called through the gateway, its own answers included. While a
 * service has never been seen, the rest is served with the missing ones named in {@code x-surety-missing}; while none has, there is
 * nothing to serve.
 */
@Singleton
class ApiDescription implements OpenResource {

    private final ApiDocuments documents;
    private final RouteTable routes;
    private final Answers answers;
    private final DocumentConfiguration settings;
    private final String version;
    private final ServiceDocument own = OwnDocument.read();
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
        edition().onSuccess(
                edition -> answers.sendUnlessKnown(exchange, "application/json", edition.body(), edition.tag(), "public, no-cache"))
                .onFailure(failure -> answers.refuse(exchange, Problem.passing(
                        ProblemType.UPSTREAM_UNREACHABLE, "No service could be asked for its description. Try again.", null)));
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
            parts.add(own);
            Duration keep = missing.isEmpty() ? settings.keep() : settings.keepIncomplete();
            return Edition.of(MergedDocument.of(parts, missing, version), keep);
        });
    }

    /** The document as it is sent. */
    private record Edition(Buffer body, EntityTag tag, long madeNanos, long keepNanos) {

        static Edition of(JsonObject document, Duration keep) {
            Buffer body = Buffer.buffer(document.encodePrettily());
            return new Edition(body, EntityTag.of(body), System.nanoTime(), keep.toNanos());
        }

        boolean fresh() {
            return System.nanoTime() - madeNanos < keepNanos;
        }
    }
}
