package org.surety.kit.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.surety.kit.actor.Role;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.KitProblem;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.RecordNotFound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * What an operator sees of the logs that this service follows, and does about them: {@code /logs} on the management port. The role is
 * asked for here, once, before any act: annotations do not reach this port.
 */
@ApplicationScoped
public class OperatorDesk {

    private static final Logger LOG = Logger.getLogger(OperatorDesk.class);
    private static final String BEARER = "Bearer ";
    private static final int MAX_LIMIT = 500;

    private final Followers followers;
    private final TenantIdentityProvider identities;
    private final ObjectMapper json;

    OperatorDesk(Followers followers, TenantIdentityProvider identities, ObjectMapper json) {
        this.followers = followers;
        this.identities = identities;
        this.json = json;
    }

    /** How following one log goes. */
    record FollowedLog(String owner, UUID logId, long sequence, UUID changeId, long lag, double lagSeconds, long parked,
            boolean diverged,
            boolean rebuilding) {
    }

    /** What an operator asks for. */
    @FunctionalInterface
    public interface Act {
        /** @return what is answered; null: 204 */
        Object on(RoutingContext request);
    }

    void routes(@Observes ManagementInterface management) {
        Router router = management.router();
        router.get("/logs").blockingHandler(operators(request -> Map.of("items", logs())), false);
        router.get("/logs/:owner/parked").blockingHandler(operators(request -> Map.of("items", follower(request).parked()
                .list(number(request, "after", 0, Long.MAX_VALUE, 0), (int) number(request, "limit", 1, MAX_LIMIT, MAX_LIMIT)))),
                false);
        router.post("/logs/:owner/parked/:sequence/replays")
                .blockingHandler(operators(request -> found(follower(request).parked().replay(sequence(request)))), false);
        router.post("/logs/:owner/parked/:sequence/discards")
                .blockingHandler(operators(request -> found(follower(request).parked().discard(sequence(request)))), false);
        router.post("/logs/:owner/rebuilds").blockingHandler(operators(request -> {
            follower(request).rebuild().begin();
            return null;
        }), false);
    }

    private List<FollowedLog> logs() {
        return followers.all().entrySet().stream().map(entry -> {
            LogFollower follower = entry.getValue();
            FollowMetrics metrics = follower.metrics();
            Watermark mark = metrics.watermark();
            return new FollowedLog(entry.getKey(), mark.logId(), mark.sequence(), mark.changeId(), metrics.lag(),
                    metrics.lagSeconds(),
                    follower.parked().count(), metrics.isDiverged(), follower.rebuild().isUnderWay());
        }).toList();
    }

    private LogFollower follower(RoutingContext request) {
        return Optional.ofNullable(followers.all().get(request.pathParam("owner"))).orElseThrow(RecordNotFound::new);
    }

    private static Object found(boolean done) {
        if (!done) {
            throw new RecordNotFound();
        }
        return null;
    }

    private static long sequence(RoutingContext request) {
        return number(request, "sequence", 1, Long.MAX_VALUE, 0);
    }

    private static long number(RoutingContext request, String name, long least, long most, long otherwise) {
        String text = request.pathParams().getOrDefault(name, request.queryParams().get(name));
        try {
            long value = text == null ? otherwise : Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            LOG.debugf("%s is no number: %s", name, e.getMessage());
        }
        throw new InvalidRequest(name, "must be a number from " + least + " to " + most);
    }

    /** A route of the management port for operators alone; for those that a service has of its own too. */
    public Handler<RoutingContext> operators(Act act) {
        return request -> {
            try {
                SecurityIdentity operator = authenticate(request);
                if (!operator.hasRole(Role.OPERATOR)) {
                    throw new Problem(KitProblem.NOT_PERMITTED, "This is for the role " + Role.OPERATOR + ".");
                }
                Object answer = act.on(request);
                if (answer == null) {
                    LOG.infof("%s %s by the operator %s", request.request().method(), request.normalizedPath(),
                            operator.getPrincipal().getName());
                }
                send(request, answer == null ? 204 : 200, "application/json", answer);
            } catch (RuntimeException e) {
                refuse(request, e);
            }
        };
    }

    private SecurityIdentity authenticate(RoutingContext request) {
        String header = request.request().getHeader("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            try {
                return identities.authenticate(new AccessTokenCredential(header.substring(BEARER.length()))).await().indefinitely();
            } catch (AuthenticationFailedException e) {
                LOG.debug("The token is not valid", e);
            }
        }
        throw new Problem(KitProblem.UNAUTHENTICATED, "Send a valid access token of the register's issuer.");
    }

    private void refuse(RoutingContext request, RuntimeException e) {
        HttpProblem problem;
        if (e instanceof HttpProblem known) {
            problem = known;
        } else if (e instanceof ChangeNotApplicable) {
            problem = new Problem(KitProblem.REPLAY_FAILED, "It stays parked. " + e.getMessage());
        } else {
            LOG.warnf(e, "%s %s failed", request.request().method(), request.normalizedPath());
            problem = new Problem(KitProblem.TEMPORARILY_UNAVAILABLE, "The request failed and nothing of it was kept. Try again.");
        }
        send(request, problem.getStatusCode(), "application/problem+json",
                Map.of("type", problem.getType(), "title", problem.getTitle(),
                        "status", problem.getStatusCode(), "detail", String.valueOf(problem.getDetail())));
    }

    private void send(RoutingContext request, int status, String type, Object body) {
        try {
            request.response().setStatusCode(status);
            if (body != null) {
                request.response().putHeader("Content-Type", type);
            }
            request.response().end(body == null ? "" : json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        }
    }
}
