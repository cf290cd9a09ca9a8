package org.surety.gateway.rate;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.connection.Network;

import io.vertx.core.http.HttpServerRequest;

/**
 * From where a request comes: the connection's address, or what the given number of proxies before the gateway say. Each of them has added
 * the address it was called from at the end of {@code X-Forwarded-For}, so it is counted from there; what a client wrote itself stands
 * further to the left and is never reached.
 */
@Singleton
class RemoteAddress {

    private final int proxies;

    @Inject
    RemoteAddress(GatewayConfiguration configuration) {
        this(configuration.proxies());
    }

    RemoteAddress(int proxies) {
        this.proxies = proxies;
    }

    Network of(HttpServerRequest request) {
        String connection = request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        return of(connection, request.headers().getAll("x-forwarded-for"));
    }

    Network of(String connection, List<String> forwardedFor) {
        if (proxies > 0) {
            List<String> hops = List.of(String.join(",", forwardedFor).split(","));
            if (hops.size() >= proxies) {
                return Network.of(hops.get(hops.size() - proxies).strip()).orElseGet(() -> network(connection));
            }
        }
        return network(connection);
    }

    private static Network network(String connection) {
        return Network.of(connection).orElseGet(() -> new Network(connection));
    }
}
