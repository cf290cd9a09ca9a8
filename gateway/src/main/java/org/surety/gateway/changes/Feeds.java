package org.surety.gateway.changes;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.relay.Inquiries;
import org.surety.gateway.relay.Question;
import org.surety.gateway.relay.Reply;
import org.surety.gateway.route.RouteTable;
import org.surety.gateway.route.Upstream;

import io.vertx.core.Future;

/** The released feeds of all services, each asked with a caller's own token: {@code GET /api/v1/changes} of each. */
@Singleton
public class Feeds {

    static final String PATH = "/api/v1/changes";

    private final Inquiries inquiries;
    private final Answers answers;
    private final List<Upstream> services;
    private final long limitBytes;

    Feeds(Inquiries inquiries, Answers answers, RouteTable routes, GatewayConfiguration configuration) {
        this.inquiries = inquiries;
        this.answers = answers;
        this.services = List.copyOf(routes.upstreams());
        this.limitBytes = configuration.changes().pageLimit().asLongValue();
    }

    /** A question for a page that is under way. */
    public record Asked(Future<FeedAnswer> answer, Question question) {

        public void cancel() {
            question.cancel();
        }
    }

    public int count() {
        return services.size();
    }

    public String name(int service) {
        return services.get(service).name();
    }

    /** The answer never fails. */
    public Asked ask(Exchange caller, int service, Place from, int limit, Duration wait) {
        String target = PATH + "?limit=" + limit + from.parameter() + (wait.isZero() ? "" : "&wait=" + wait.toSeconds());
        Question question = inquiries.ask(caller, services.get(service), target, limitBytes, wait);
        return new Asked(question.reply().map(reply -> read(caller, service, reply)), question);
    }

    private FeedAnswer read(Exchange caller, int service, Reply reply) {
        if (!reply.answered()) {
            return new FeedAnswer(null, reply);
        }
        try {
            return new FeedAnswer(FeedPage.of(reply.body().toJsonObject()), null);
        } catch (IllegalArgumentException e) {
            return new FeedAnswer(null, Reply.refused(Problem.of(ProblemType.UPSTREAM_ANSWER_UNUSABLE,
                    name(service) + " answered with something that is no page of a feed.", name(service)), caller.trace()));
        }
    }

    /** Answers with the problem for which a service gave no page; it says whose it is. */
    public void refuse(Exchange exchange, int service, Reply reply) {
        if (reply.problem() != null) {
            answers.refuse(exchange, reply.problem());
        } else if (reply.status() == ProblemType.UNAUTHENTICATED.status()) {
            answers.refuse(exchange, Problem.unauthenticated());
        } else {
            answers.send(exchange, reply.status(), Problem.MEDIA_TYPE,
                    reply.body().toJsonObject().put("upstream", name(service)).toBuffer(), Map.of("cache-control", "no-store"));
        }
    }
}
