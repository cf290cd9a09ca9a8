package org.surety.gateway.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.GatewayConfiguration.CircuitConfiguration;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.route.RouteTable;
import org.surety.gateway.route.Upstream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** One circuit for each service, so that one that is away is no burden to the others. */
@Singleton
class Circuits {

    private static final Logger LOG = Logger.getLogger(Circuits.class);
    /** The pause, in whole seconds. */
    private static final long RETRY_AFTER_SECONDS = 1;

    private final Map<String, Circuit> circuits = new HashMap<>();
    private final List<Gauge> gauges = new ArrayList<>();
    private final MeterRegistry registry;

    Circuits(RouteTable routes, GatewayConfiguration configuration, MeterRegistry registry) {
        this.registry = registry;
        CircuitConfiguration settings = configuration.circuit();
        for (Upstream upstream : routes.upstreams()) {
            Circuit circuit = new Circuit(settings.failures(), settings.pause(), System::nanoTime);
            circuits.put(upstream.name(), circuit);
            gauges.add(Gauge.builder("surety.gateway.circuit.open", circuit, state -> state.open() ? 1 : 0)
                    .description("1 while requests to the service are turned away because it does not answer")
                    .tag("upstream", upstream.name()).register(registry));
        }
    }

    /** The registry outlives a reload of the code, and would go on showing these. */
    @PreDestroy
    void close() {
        gauges.forEach(registry::remove);
    }

    boolean admit(Upstream upstream) {
        return circuits.get(upstream.name()).admits();
    }

    void answered(Upstream upstream) {
        if (circuits.get(upstream.name()).answered()) {
            LOG.infof("%s answers again", upstream.name());
        }
    }

    void ended(Upstream upstream, ProblemType problem) {
        if (circuits.get(upstream.name()).ended(problem)) {
            LOG.warnf("%s does not answer; it is asked only now and then until it does", upstream.name());
        }
    }

    static Problem away(Upstream upstream) {
        return Problem.after(RETRY_AFTER_SECONDS, ProblemType.UPSTREAM_AWAY, upstream.name()
                + " did not answer the last requests; it has not been sent this one. Try again.", upstream.name());
    }
}
