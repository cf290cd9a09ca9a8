package org.surety.gateway.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.GatewayConfiguration.UpstreamConfiguration;

/**
 * Which service answers which path. Fixed at start; at most a few dozen entries, so a linear search is the fastest.
 */
@Singleton
public class RouteTable {

    private static final String PREFIX = "(/[A-Za-z0-9_~-]+)+";

    private final List<Upstream> upstreams = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();

    @Inject
    RouteTable(GatewayConfiguration configuration) {
        this(configuration.upstreams());
    }

    /** @throws InvalidRouteTable if a prefix is not canonical or two routes overlap */
    RouteTable(Map<String, UpstreamConfiguration> configured) {
        new TreeMap<>(configured).forEach((name, service) -> {
            Upstream upstream = new Upstream(name, service.url());
            upstreams.add(upstream);
            service.paths().forEach(path -> add(new Route(path, upstream)));
        });
        if (routes.isEmpty()) {
            throw new InvalidRouteTable("it is empty");
        }
    }

    public Optional<Route> find(String path) {
        for (Route route : routes) {
            if (route.covers(path)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    /** The route of something that the gateway itself asks a service for. */
    public Route require(String path) {
        return find(path).orElseThrow(() -> new InvalidRouteTable("no service answers '" + path + "'"));
    }

    /** The path, that the gateway answers itself, if it is nobody else's. */
    public String requireFree(String path) {
        find(path).ifPresent(route -> {
            throw new InvalidRouteTable("'" + path + "' is answered by the gateway itself");
        });
        return path;
    }

    /** In the order of their names. */
    public Collection<Upstream> upstreams() {
        return upstreams;
    }

    private void add(Route added) {
        if (!added.prefix().matches(PREFIX)) {
            throw new InvalidRouteTable("'" + added.prefix() + "' is not a canonical path prefix");
        }
        for (Route other : routes) {
            if (other.covers(added.prefix()) || added.covers(other.prefix())) {
                throw new InvalidRouteTable("'" + added.prefix() + "' and '" + other.prefix() + "' overlap");
            }
        }
        routes.add(added);
    }
}
