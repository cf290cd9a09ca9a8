package org.surety.gateway.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.route.Route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/**
 * One request on its way through the gateway and what became known of it. Lives on one event loop.
 */
public final class Exchange {

    private final HttpServerRequest request;
    private final TraceContext trace;
    private final long startedNanos = System.nanoTime();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> varies = new ArrayList<>(2);
    private Caller caller;
    private Route route;
    private String own;
    private ProblemType problem;
    private long upstreamNanos = -1;
    private long bodyBytes;
    private final List<Runnable> farewells = new ArrayList<>(1);

    public Exchange(HttpServerRequest request) {
        this.request = request;
        this.trace = TraceContext.continuing(request.getHeader("traceparent"));
    }

    public HttpServerRequest request() {
        return request;
    }

    public TraceContext trace() {
        return trace;
    }

    public Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    public Optional<Route> route() {
        return Optional.ofNullable(route);
    }

    /** The collection that was asked for, or what the gateway answers itself; never a path that a client made up. */
    public Optional<String> place() {
        return route != null ? Optional.of(route.prefix()) : Optional.ofNullable(own);
    }

    /** What the gateway itself refused the request for, if it did. */
    public Optional<ProblemType> problem() {
        return Optional.ofNullable(problem);
    }

    /** Bytes of the request body that were relayed. */
    public long bodyBytes() {
        return bodyBytes;
    }

    public long elapsedNanos() {
        return System.nanoTime() - startedNanos;
    }

    /** From the start of the relay to the head of the service's answer; negative if there was none. */
    public long upstreamNanos() {
        return upstreamNanos;
    }

    /** False if the connection ended before the whole answer was handed over. */
    public boolean answered() {
        return request.response().ended();
    }

    public void identified(Caller by) {
        this.caller = by;
    }

    public void routed(Route to) {
        this.route = to;
    }

    public void answeredHere(String path) {
        this.own = path;
    }

    public void refused(ProblemType reason) {
        this.problem = reason;
    }

    /** A header that the answer will carry, whoever makes it; in place of one that a service sends. */
    public void answerWith(String name, String value) {
        headers.put(name, value);
    }

    /** A request header that the answer depends on, beside those that a service names. */
    public void answerVariesWith(String name) {
        varies.add(name);
    }

    public void addHeadersTo(MultiMap answer) {
        headers.forEach(answer::set);
        if (!varies.isEmpty()) {
            answer.add("vary", String.join(", ", varies));
        }
    }

    /** What there is to do when the exchange is over, answered or left by its client: at once if it is over already. */
    public void whenOver(Runnable step) {
        if (request.response().ended() || request.response().closed()) {
            step.run();
        } else {
            farewells.add(step);
        }
    }

    void over() {
        farewells.forEach(Runnable::run);
    }

    public void upstreamAnsweredAfter(long nanos) {
        this.upstreamNanos = nanos;
    }

    public void relayed(int bytes) {
        bodyBytes += bytes;
    }
}
