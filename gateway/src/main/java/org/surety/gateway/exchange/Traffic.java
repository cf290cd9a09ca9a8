package org.surety.gateway.exchange;

import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.surety.gateway.problem.ProblemType;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * The gateway's own metrics. Tags have few values whatever a client sends: the route's prefix stands for the path.
 */
@Singleton
public class Traffic {

    private static final String NONE = "none";

    private final MeterRegistry registry;

    Traffic(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Exchange exchange) {
        String route = exchange.place().orElse(NONE);
        String upstream = exchange.route().map(r -> r.upstream().name()).orElse(NONE);
        String status = exchange.answered() ? Integer.toString(exchange.request().response().getStatusCode()) : "aborted";
        Timer.builder("surety.gateway.requests")
                .description("Requests by route, status and the problem the gateway itself answered with, and their whole duration")
                .tag("route", route)
                .tag("upstream", upstream)
                .tag("status", status)
                .tag("problem", exchange.problem().map(ProblemType::type).orElse(NONE))
                .register(registry)
                .record(exchange.elapsedNanos(), TimeUnit.NANOSECONDS);
        if (exchange.upstreamNanos() >= 0) {
            Timer.builder("surety.gateway.upstream")
                    .description("From the start of the relay to the head of the service's answer")
                    .tag("upstream", upstream)
                    .register(registry)
                    .record(exchange.upstreamNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
