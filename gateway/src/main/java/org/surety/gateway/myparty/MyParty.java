package org.surety.gateway.myparty;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.door.OwnResource;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Caller;
import org.surety.gateway.exchange.EntityTag;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;
import org.surety.gateway.relay.Inquiries;
import org.surety.gateway.relay.Reply;
import org.surety.gateway.route.RouteTable;
import org.surety.gateway.route.Upstream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * {@code GET /api/v1/my-party}: what the caller's party has to do, by one call. Two services are asked at the same time, each with the
 * caller's own token, and what they answer is put side by side byte for byte: nothing is looked into, reckoned or decided here.
 */
@Singleton
class MyParty implements OwnResource {

    private static final String PATH = "/api/v1/my-party";
    private static final String DUTIES = "/api/v1/duties";
    private static final String POINTS_OF_CONTACT = "/api/v1/points-of-contact";

    /** As many as each list of duties has; the rest is behind the page's own cursor. */
    private static final String TO_BE_RENEWED = "&status=TO_BE_RENEWED&limit=100";

    private static final String KNOWN = "within";

    private final Inquiries inquiries;
    private final Answers answers;
    private final Upstream duties;
    private final Upstream pointsOfContact;
    private final long partLimitBytes;

    MyParty(Inquiries inquiries, RouteTable routes, Answers answers, GatewayConfiguration configuration) {
        this.inquiries = inquiries;
        this.answers = answers;
        this.duties = routes.require(DUTIES).upstream();
        this.pointsOfContact = routes.require(POINTS_OF_CONTACT).upstream();
        this.partLimitBytes = configuration.myParty().partLimit().asLongValue();
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void answer(Exchange exchange) {
        if (!exchange.request().method().name().equals("GET")) {
            throw new Refusal(Problem.methodNotAllowed("GET"));
        }
        requireKnownParameters(exchange);
        String party = exchange.caller().map(Caller::party).orElseThrow(() -> new Refusal(
                Problem.of(ProblemType.NOT_PERMITTED, "Your token names no party, so there is nothing for it to do.")));
        String asked = "?party=" + URLEncoder.encode(party, StandardCharsets.UTF_8);
        String query = exchange.request().query();
        // Its value is for the service that knows the rule to judge.
        Future<Reply> first = ask(exchange, duties, DUTIES + asked + (query == null ? "" : "&" + query));
        Future<Reply> second = ask(exchange, pointsOfContact, POINTS_OF_CONTACT + asked + TO_BE_RENEWED);
        Future.all(first, second).onSuccess(both -> answer(exchange, party, first.result(), second.result()));
    }

    private Future<Reply> ask(Exchange exchange, Upstream upstream, String target) {
        return inquiries.ask(exchange, upstream, target, partLimitBytes);
    }

    private static void requireKnownParameters(Exchange exchange) {
        if (!exchange.request().params().names().stream().allMatch(KNOWN::equals)) {
            throw new Refusal(Problem.of(ProblemType.UNKNOWN_PARAMETER, "Known here: " + KNOWN + "."));
        }
    }

    /** One part is better than none, if it says so; a question that is wrong is not answered in part. */
    private void answer(Exchange exchange, String party, Reply toDo, Reply toRenew) {
        if (toDo.status() == 400 || !toDo.answered() && !toRenew.answered()) {
            refuse(exchange, toDo);
            return;
        }
        boolean complete = toDo.answered() && toRenew.answered();
        String head = new JsonObject().put("party", party).put("complete", complete).encode();
        Buffer merged = Buffer.buffer(head.substring(0, head.length() - 1));
        append(merged, "duties", toDo);
        append(merged, "pointsOfContact", toRenew);
        merged.appendString("}");
        if (complete) {
            answers.sendUnlessKnown(exchange, "application/json", merged, EntityTag.of(merged), "private, no-cache");
        } else {
            answers.send(exchange, 200, "application/json", merged, Map.of("cache-control", "no-store"));
        }
    }

    private static void append(Buffer merged, String part, Reply reply) {
        merged.appendString(",\"" + part + "\":");
        if (reply.answered()) {
            merged.appendBuffer(reply.body());
        } else {
            merged.appendString("{\"unavailable\":").appendBuffer(reply.body()).appendString("}");
        }
    }

    private void refuse(Exchange exchange, Reply reply) {
        if (reply.problem() != null) {
            answers.refuse(exchange, reply.problem());
        } else if (reply.status() == ProblemType.UNAUTHENTICATED.status()) {
            answers.refuse(exchange, Problem.unauthenticated());
        } else {
            answers.send(exchange, reply.status(), Problem.MEDIA_TYPE, reply.body(), Map.of("cache-control", "no-store"));
        }
    }
}
