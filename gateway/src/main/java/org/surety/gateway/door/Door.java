package org.surety.gateway.door;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Caller;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.exchange.Exchanges;
import org.surety.gateway.identity.Identity;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;
import org.surety.gateway.rate.RateLimits;
import org.surety.gateway.relay.Relay;
import org.surety.gateway.route.Route;
import org.surety.gateway.route.RouteTable;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The one handler of the public port. It stands before every route of the framework and never calls the next one, so nothing the
 * framework mounts there can be reached, and no access rule hangs on how the framework matches paths. In this order: well-formed,
 * canonical, open to everybody or a way to sign in or else identified, within its quota, answered here or else routed, relayed.
 */
@Singleton
class Door {

    /** Before the framework's body, CORS, authentication and default routes; only development's code reload comes earlier. */
    private static final int BEFORE_EVERYTHING = Integer.MIN_VALUE + 1;
    private static final Logger LOG = Logger.getLogger(Door.class);
    private static final String EXCHANGE = Exchange.class.getName();

    private final AdmissionRules rules;
    private final CrossOrigin crossOrigin;
    private final Identity identity;
    private final RateLimits rates;
    private final RouteTable routes;
    private final Relay relay;
    private final Answers answers;
    private final Exchanges exchanges;
    private final Map<String, OpenResource> open = new HashMap<>();
    private final Map<String, Entrance> entrances = new HashMap<>();
    private final Map<String, OwnResource> own = new HashMap<>();

    Door(AdmissionRules rules, CrossOrigin crossOrigin, Identity identity, RateLimits rates, RouteTable routes, Relay relay,
            Answers answers, Exchanges exchanges, Instance<OpenResource> openResources, Instance<Entrance> entrances,
            Instance<OwnResource> ownResources) {
        this.rules = rules;
        this.crossOrigin = crossOrigin;
        this.identity = identity;
        this.rates = rates;
        this.routes = routes;
        this.relay = relay;
        this.answers = answers;
        this.exchanges = exchanges;
        openResources.forEach(resource -> resource.paths().forEach(path -> open.put(path, resource)));
        entrances.forEach(entrance -> this.entrances.put(entrance.path(), entrance));
        ownResources.forEach(resource -> own.put(routes.requireFree(resource.path()), resource));
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::handle).failureHandler(this::fail);
    }

    private void handle(RoutingContext context) {
        context.request().pause(); // until somebody wants the body; checking a token may take a moment
        if (exchanges.isTooLate(context.request())) {
            return;
        }
        Exchange exchange = exchanges.open(context.request());
        context.put(EXCHANGE, exchange);
        try {
            admit(context, exchange);
        } catch (Refusal refusal) {
            answers.refuse(exchange, refusal.problem());
        }
    }

    private void admit(RoutingContext context, Exchange exchange) {
        crossOrigin.mark(exchange);
        rules.check(context.request());
        CanonicalTarget target = CanonicalTarget.of(context.request().uri());
        if (crossOrigin.answersPreflight(exchange)) {
            return;
        }
        OpenResource resource = open.get(target.path());
        if (resource != null) {
            answer(resource, exchange);
            return;
        }
        rates.beforeIdentification(exchange);
        Context here = context.vertx().getOrCreateContext();
        Entrance entrance = entrances.get(target.path());
        if (entrance != null) {
            enter(entrance, here, context, exchange);
            return;
        }
        identity.require(context).subscribe().with(
                caller -> on(here, () -> pass(context, exchange, caller, target)),
                failure -> on(here, () -> turnAway(context, exchange, failure)));
    }

    private void answer(OpenResource resource, Exchange exchange) {
        String method = exchange.request().method().name();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw new Refusal(Problem.methodNotAllowed("GET, HEAD"));
        }
        resource.answer(exchange);
    }

    private void enter(Entrance entrance, Context here, RoutingContext context, Exchange exchange) {
        if (!exchange.request().method().name().equals(entrance.method())) {
            throw new Refusal(Problem.methodNotAllowed(entrance.method()));
        }
        exchange.answeredHere(entrance.path());
        entrance.enter(context).subscribe().with(
                answer -> on(here, () -> answers.send(exchange, answer.status(), null, null, answer.headers())),
                failure -> on(here, () -> refuse(context, exchange, failure)));
    }

    private void turnAway(RoutingContext context, Exchange exchange, Throwable failure) {
        rates.identificationFailed(exchange, failure);
        refuse(context, exchange, failure);
    }

    private void pass(RoutingContext context, Exchange exchange, Caller caller, CanonicalTarget target) {
        exchange.identified(caller);
        try {
            rates.count(exchange);
            serve(exchange, target);
        } catch (RuntimeException e) {
            refuse(context, exchange, e);
        }
    }

    private void serve(Exchange exchange, CanonicalTarget target) {
        OwnResource resource = own.get(target.path());
        if (resource != null) {
            exchange.answeredHere(resource.path());
            resource.answer(exchange);
            return;
        }
        Route route = routes.find(target.path()).orElse(null);
        if (route == null) {
            answers.refuse(exchange, Problem.of(ProblemType.NOT_FOUND, "No service answers this path; see /openapi."));
            return;
        }
        exchange.routed(route);
        relay.relay(exchange);
    }

    private void refuse(RoutingContext context, Exchange exchange, Throwable failure) {
        if (failure instanceof Refusal refusal) {
            answers.refuse(exchange, refusal.problem());
        } else {
            context.fail(failure);
        }
    }

    /** The token's check can end on another thread; everything of an exchange happens on its own. */
    private static void on(Context here, Runnable step) {
        if (Vertx.currentContext() == here) {
            step.run();
        } else {
            here.runOnContext(start -> step.run());
        }
    }

    /** What the router itself refuses (a target that is no path) and what nobody expected. */
    private void fail(RoutingContext context) {
        Exchange exchange = context.get(EXCHANGE);
        if (exchange == null) {
            refuseUnhandled(context);
            return;
        }
        LOG.error("A request failed in the gateway", context.failure());
        answers.refuse(exchange, Problem.of(ProblemType.INTERNAL_ERROR, "Report the trace id to the operator."));
    }

    /** The router gives up on a target that is no path, or without a host, before it calls any handler. */
    private void refuseUnhandled(RoutingContext context) {
        if (exchanges.isTooLate(context.request())) {
            return;
        }
        Exchange exchange = exchanges.open(context.request());
        Problem problem = Problem.of(ProblemType.MALFORMED_REQUEST, "The request could not be read.");
        try {
            rules.check(context.request());
            CanonicalTarget.of(context.request().uri());
        } catch (Refusal refusal) {
            problem = refusal.problem(); // says it better
        }
        answers.refuse(exchange, problem);
    }
}
