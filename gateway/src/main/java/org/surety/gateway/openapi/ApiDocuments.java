package org.surety.gateway.openapi;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.GatewayConfiguration.DocumentConfiguration;
import org.surety.gateway.relay.UpstreamClients;
import org.surety.gateway.route.RouteTable;
import org.surety.gateway.route.Upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;

/**
 * Asks each service for its own OpenAPI document. A service that is away is represented by what it said last: its description
 * changes with a release, not with an outage.
 */
@Singleton
class ApiDocuments {

    private static final Logger LOG = Logger.getLogger(ApiDocuments.class);
    private static final String PATH = "/openapi?format=json";

    private final UpstreamClients clients;
    private final RouteTable routes;
    private final DocumentConfiguration settings;
    private final Map<String, ServiceDocument> last = new ConcurrentHashMap<>();

    ApiDocuments(UpstreamClients clients, RouteTable routes, GatewayConfiguration configuration) {
        this.clients = clients;
        this.routes = routes;
        this.settings = configuration.document();
    }

    /** Never fails; empty if the service has not answered since the gateway started. */
    Future<Optional<ServiceDocument>> of(Upstream upstream) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.GET).setURI(PATH)
                .setTimeout(settings.timeout().toMillis()).putHeader("accept", "application/json");
        return clients.of(upstream).request(options)
                .compose(request -> request.send().compose(this::body))
                .map(body -> read(upstream, body))
                .otherwise(failure -> {
                    LOG.warnf("No API document of %s: %s", upstream.name(), failure.getMessage());
                    return Optional.ofNullable(last.get(upstream.name()));
                });
    }

    private Optional<ServiceDocument> read(Upstream upstream, Buffer body) {
        ServiceDocument document = ServiceDocument.of(upstream.name(), new JsonObject(body),
                path -> routes.find(path).filter(route -> route.upstream().equals(upstream)).isPresent());
        last.put(upstream.name(), document);
        return Optional.of(document);
    }

    private Future<Buffer> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            response.resume();
            return Future.failedFuture("status " + response.statusCode());
        }
        Promise<Buffer> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        long limit = settings.limit().asLongValue();
        response.handler(chunk -> {
            read.appendBuffer(chunk);
            if (read.length() > limit && whole.tryFail("more than " + limit + " bytes")) {
                response.request().reset();
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(read));
        return whole.future();
    }
}
